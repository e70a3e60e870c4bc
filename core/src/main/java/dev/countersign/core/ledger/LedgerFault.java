// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import java.util.Locale;

/// The first thing that is wrong with a ledger. To have every fault named as an edit, an insertion,
/// a cut, export the ledger and verify the file.
///
/// @param position 0-based place in the chain
/// @param kind what is wrong there
public record LedgerFault(long position, Kind kind) {
    /// What can be wrong.
    public enum Kind {
        /// The line is no record of format B, or is more than one line.
        MALFORMED,
        /// The hash it carries is not the hash of what it says.
        HASH,
        /// It does not name the event before.
        LINK,
        /// No event stands at this place, but later ones do.
        MISSING,
        /// It says the right thing in other bytes than were written.
        RESPELLED;

        /// Lower case.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
