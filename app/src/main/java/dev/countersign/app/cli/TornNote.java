// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.journal.TornEnd;

/// Says that the beginning of a record was taken off a log, and where it is now.
final class TornNote {
    private TornNote() {}

    static void print(TornEnd torn, Console console) {
        console.err()
                .println(
                        torn.log()
                                + ": its last line broke off, a record whose writer was killed: its"
                                + " "
                                + torn.bytes()
                                + (torn.bytes() == 1 ? " byte was" : " bytes were")
                                + " taken off and kept in "
                                + torn.kept()
                                + ".");
    }
}
