// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;
import dev.countersign.core.json.CanonicalProfile;

import java.util.List;

/// A plausible change, and one byte changed, lost or added elsewhere.
///
/// @param edits plausible changes of one piece each
/// @param open where the byte may be
record EditAndByte(List<Edit> edits, List<Span> open, CanonicalProfile profile)
        implements Generator {
    EditAndByte {
        edits = edits.stream().filter(e -> e.splices.length == 1).toList();
        open = List.copyOf(open);
    }

    @Override
    public SearchKind kind() {
        return SearchKind.EDIT_AND_BYTE;
    }

    @Override
    public long slices() {
        return edits.size();
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        byte[] alphabet = ByteEdits.alphabet(profile);
        return slice -> {
            Edit edit = edits.get((int) slice);
            for (Span span : open) {
                for (int p = span.from(); p < span.to() && !trial.over(); p++) {
                    at(trial, edit, p, alphabet);
                }
            }
        };
    }

    private void at(Trial trial, Edit edit, int p, byte[] alphabet) {
        Splice s = edit.splices[0];
        if (p >= s.from && p < s.to) {
            return;
        }
        Edit lost =
                p < s.from
                        ? Edit.both(Edit.of(p, p + 1, new byte[0]), edit)
                        : Edit.both(edit, Edit.of(p, p + 1, new byte[0]));
        if (lost != null) {
            trial.edit(lost);
        }
        for (int gone = 0; gone <= 1; gone++) {
            Edit one = Edit.of(p, p + gone, new byte[1]);
            Edit both = p < s.from ? Edit.both(one, edit) : Edit.both(edit, one);
            if (both == null) {
                continue;
            }
            int at = p < s.from ? p : p + s.text.length - (s.to - s.from);
            byte[] work = trial.compose(both);
            for (byte letter : alphabet) {
                work[at] = letter;
                trial.test(both.from());
            }
        }
    }
}
