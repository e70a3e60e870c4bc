// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.ActText;
import dev.countersign.app.text.AdviceText;
import dev.countersign.app.text.ArtifactText;
import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.FaultText;
import dev.countersign.app.text.NoteText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.RunText;
import dev.countersign.app.text.StampText;
import dev.countersign.app.text.VerdictText;
import dev.countersign.app.text.VouchText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Note;
import dev.countersign.core.chain.NoteKind;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.witness.CheckpointNote;
import dev.countersign.core.witness.Vouch;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A report for people at a terminal: two lines when all is well, the faults with their reasons
/// when not.
final class VerifyText {
    /// More is not read on a terminal; `--json` has them all.
    private static final int MOST_FAULTS = 20;

    private static final int MOST_NOTES = 5;

    /// As wide as the longest verdict and a space.
    private static final String INDENT = " ".repeat(10);

    private VerifyText() {}

    static void print(Path path, ChainReport report, @Nullable RunSnapshot run, PrintStream out) {
        String word = failed(report, run) ? "failed" : VerdictText.lead(report);
        out.println(word + " ".repeat(Math.max(1, INDENT.length() - word.length())) + path);
        out.println(INDENT + VerdictText.headline(report) + ". " + format(report) + ".");
        if (report.verdict() == Verdict.INTACT && report.checkpoint() == CheckpointResult.NONE) {
            out.println(INDENT + "Completeness not checked: give a --checkpoint taken earlier.");
        }
        if (run != null) {
            out.println(INDENT + ArtifactText.sentence(run.artifacts()));
            String acts = ActText.sentence(run);
            if (!acts.isEmpty()) {
                out.println(INDENT + acts);
            }
            String state = RunText.stateNotRead(run);
            if (!state.isEmpty()) {
                out.println(INDENT + state);
            }
            disagreements(run, out);
        }
        faults(report, out);
        List<Note> notes = report.notes();
        for (Note note : notes.subList(0, Math.min(MOST_NOTES, notes.size()))) {
            out.println(INDENT + "note: " + NoteText.sentence(note, report.faultCount() > 0));
        }
        Check.Evidence renamed = run == null ? null : CheckText.renamed(run);
        if (renamed != null) {
            out.println(INDENT + "note: " + CheckText.renamed(renamed));
        }
        if (notes.size() > MOST_NOTES) {
            out.println(INDENT + "and " + (notes.size() - MOST_NOTES) + " more notes.");
        }
    }

    /// Who vouches for the checkpoint, and whose it is that disagrees.
    static void vouches(ChainReport report, @Nullable CheckpointFile given, PrintStream out) {
        CheckpointNote note = given == null ? null : given.note();
        if (given == null || note == null) {
            return;
        }
        String against = VouchText.disagreement(note, given.vouches(), report.checkpoint());
        if (!against.isEmpty()) {
            out.println(INDENT + against);
        }
        for (Vouch vouch : given.vouches()) {
            out.println(INDENT + "checkpoint: " + VouchText.sentence(vouch));
        }
    }

    /// What this desk has seen before, and when the checkpoint was there.
    static void beside(@Nullable KeptCheck kept, @Nullable CheckpointStamp stamp, PrintStream out) {
        if (kept != null) {
            out.println(INDENT + VouchText.history(kept.history(), kept.kept()));
        }
        if (stamp != null) {
            out.println(
                    INDENT + "checkpoint: " + StampText.sentence(stamp.check(), stamp.authority()));
        }
    }

    /// The checks that failed, but for those that have said so already.
    private static void disagreements(RunSnapshot run, PrintStream out) {
        for (Check check : run.channels().checks()) {
            Check.Kind kind = check.kind();
            if (check.outcome() == Outcome.FAILED
                    && kind != Check.Kind.CHAIN
                    && kind != Check.Kind.CHECKPOINT
                    && kind != Check.Kind.ARTIFACT_FILES
                    && !check.stateUnread()) {
                out.println(INDENT + CheckText.name(kind) + ": " + CheckText.sentence(check));
            }
        }
    }

    /// The chain is intact, and something else is not.
    private static boolean failed(ChainReport report, @Nullable RunSnapshot run) {
        return report.verdict() == Verdict.INTACT
                && !report.checkpoint().negative()
                && run != null
                && run.channels().negative();
    }

    private static String format(ChainReport report) {
        boolean known =
                report.records() > 0 && !report.noteCounts().containsKey(NoteKind.FORMAT_ASSUMED);
        return known ? "Format " + report.format().name() : "Format not recognised";
    }

    private static void faults(ChainReport report, PrintStream out) {
        List<Fault> faults = report.faults();
        Set<FaultCategory> advised = EnumSet.noneOf(FaultCategory.class);
        for (Fault fault : faults.subList(0, Math.min(MOST_FAULTS, faults.size()))) {
            fault(fault, out);
            if (advised.add(fault.category())) {
                out.println(INDENT + "  " + AdviceText.advice(fault.category()));
            }
        }
        if (report.faultCount() > MOST_FAULTS) {
            long more = report.faultCount() - MOST_FAULTS;
            out.println(INDENT + "and " + Numbers.grouped(more) + " more: --json lists them.");
        }
    }

    private static void fault(Fault fault, PrintStream out) {
        String place =
                "record " + fault.record() + ", line " + fault.line() + ", byte " + fault.offset();
        out.println(INDENT + place + ": " + fault.category().word());
        out.println(INDENT + "  " + sentence(fault));
    }

    /// What is wrong, and what else it could be.
    static String sentence(Fault fault) {
        return (FaultText.sentence(fault) + " " + AdviceText.alternatives(fault)).strip();
    }
}
