// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import java.util.Locale;

/// How this log stands to the other one as a whole.
public enum Relation {
    /// The same records in the same order; at most spelled otherwise.
    SAME,
    /// This one has all of the other's records, and goes on where that ends.
    CONTINUATION_OF_OTHER,
    /// The other one has all of this one's records, and goes on where this ends.
    OTHER_CONTINUES,
    /// The same, and somebody has seen records here that are no longer here.
    ROLLED_BACK,
    /// Both go on from the same record, each in its own way.
    FORK,
    /// Records that both should have are changed, missing, added or moved.
    EDITED,
    /// They have no record in common.
    UNRELATED;

    /// Lower case with underscores.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing speaks against either.
    public boolean agrees() {
        return this == SAME || this == CONTINUATION_OF_OTHER || this == OTHER_CONTINUES;
    }
}
