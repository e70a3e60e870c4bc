// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.FaultText;
import dev.countersign.app.text.NoteText;
import dev.countersign.app.text.VerdictText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.Note;

import java.io.PrintStream;
import java.nio.file.Path;

/// A report for people at a terminal: a line when all is well, the faults with their reasons when
/// not.
final class VerifyText {
    /// More is not read on a terminal; `--json` has them all.
    private static final int MOST_FAULTS = 20;

    private static final int MOST_NOTES = 5;

    private VerifyText() {}

    static void print(Path path, ChainReport report, PrintStream out) {
        out.printf("%-9s %s%n", report.verdict().word(), path);
        out.printf(
                "          %s. Format %s.%n", VerdictText.headline(report), report.format().name());
        report.faults().stream().limit(MOST_FAULTS).forEach(f -> fault(f, out));
        long more = report.faultCount() - Math.min(report.faults().size(), MOST_FAULTS);
        if (more > 0) {
            out.printf("          and %,d more: --json lists them.%n", more);
        }
        for (Note note : report.notes().stream().limit(MOST_NOTES).toList()) {
            out.printf("          note: %s%n", NoteText.sentence(note));
        }
        if (report.notes().size() > MOST_NOTES) {
            out.printf("          and %,d more notes.%n", report.notes().size() - MOST_NOTES);
        }
    }

    private static void fault(Fault fault, PrintStream out) {
        out.printf(
                "          record %d, line %d, byte %d: %s%n            %s%n",
                fault.record(),
                fault.line(),
                fault.offset(),
                fault.category().word(),
                FaultText.sentence(fault));
    }
}
