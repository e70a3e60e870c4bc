// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import java.util.Locale;

/// Rows one after the other of which the same is to be said.
///
/// @param kind what
/// @param here the first record in this log, 0-based; -1 if there is none
/// @param hereLine its line, 1-based; 0 if there is none
/// @param there the first record in the other log; -1 if there is none
/// @param thereLine its line
/// @param length how many rows
public record Run(Kind kind, int here, long hereLine, int there, long thereLine, int length) {
    /// No record on that side.
    public static final int NONE = -1;

    /// How a record of this log stands to one of the other.
    public enum Kind {
        /// The same text.
        SAME,
        /// The same value in another spelling.
        RESPELLED,
        /// It says the same, but for its hash or its link.
        RELINKED,
        /// It says something else.
        CHANGED,
        /// Only this log has it.
        ONLY_HERE,
        /// Only the other one has it.
        ONLY_THERE,
        /// Both have it, at another place in their order.
        MOVED;

        /// Lower case with underscores.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether both logs have it at the same place, saying the same, hash and link included.
        public boolean same() {
            return this == SAME || this == RESPELLED;
        }
    }

    /// The row at a place of the run, as a run of one.
    ///
    /// @param line gives the lines of records
    Run row(int place, Lines line) {
        int mine = here == NONE ? NONE : here + place;
        int theirs = there == NONE ? NONE : there + place;
        return new Run(kind, mine, line.here(mine), theirs, line.there(theirs), 1);
    }

    /// Lines of records; 0 for none.
    interface Lines {
        long here(int record);

        long there(int record);
    }
}
