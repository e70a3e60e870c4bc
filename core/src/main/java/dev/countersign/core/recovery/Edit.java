// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import org.jspecify.annotations.Nullable;

/// One way to turn the text that stands there into another: pieces of it replaced.
final class Edit {
    /// So many are put together beforehand, at the most.
    static final int MOST = 300_000;

    /// In the order of the text; none overlaps another.
    final Splice[] splices;

    private Edit(Splice... splices) {
        this.splices = splices;
    }

    static Edit of(int from, int to, byte[] text) {
        return new Edit(new Splice(from, to, text));
    }

    /// Both of two edits, or null if they touch the same bytes.
    static @Nullable Edit both(Edit a, Edit b) {
        Splice[] all = new Splice[a.splices.length + b.splices.length];
        int i = 0;
        int j = 0;
        for (int k = 0; k < all.length; k++) {
            boolean first =
                    j == b.splices.length
                            || i < a.splices.length && a.splices[i].to <= b.splices[j].from;
            all[k] = first ? a.splices[i++] : b.splices[j++];
            if (k > 0 && all[k - 1].to > all[k].from) {
                return null;
            }
        }
        return new Edit(all);
    }

    /// Where it begins.
    int from() {
        return splices[0].from;
    }
}
