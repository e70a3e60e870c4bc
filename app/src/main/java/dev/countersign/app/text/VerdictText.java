// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;

import java.util.List;

/// What is to be said of a chain as a whole. Never "valid": a chain that agrees with itself may
/// still be cut or rebuilt.
public final class VerdictText {
    private VerdictText() {}

    /// One or two words, for a mark.
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case INTACT -> "Intact";
            case BROKEN -> "Broken";
            case MALFORMED -> "Malformed";
            case EMPTY -> "Nothing to verify";
        };
    }

    /// How many records a log has, and how many of them are lines that are none.
    public static String records(ChainReport report) {
        long all =
                report.segments().isEmpty() ? report.records() : report.segments().getLast().to();
        long unread = all - report.records();
        return Numbers.grouped(all)
                + (unread <= 0
                        ? ""
                        : report.records() == 0
                                ? ", none readable"
                                : ", " + Numbers.grouped(unread) + " not readable");
    }

    /// One word for the whole answer, lower case: a checkpoint that speaks against an intact chain
    /// comes before it.
    public static String lead(ChainReport report) {
        if (report.verdict() != Verdict.INTACT) {
            return report.verdict().word();
        }
        return switch (report.checkpoint()) {
            case NONE, MATCH, GROWN -> report.verdict().word();
            case TAIL_MISSING -> "incomplete";
            case TAIL_APPENDED -> "appended";
            case HEAD_MISMATCH -> "mismatch";
        };
    }

    /// The headline, without a full stop. What a checkpoint says is part of it.
    public static String headline(ChainReport report) {
        CheckpointResult checkpoint = report.checkpoint();
        String completeness = completeness(checkpoint);
        return switch (report.verdict()) {
            case INTACT -> checkpoint.negative() ? against(completeness, report) : intact(report);
            case BROKEN, MALFORMED ->
                    negative(report)
                            + (checkpoint.negative() ? "; " + completeness.split(":", 2)[0] : "");
            case EMPTY -> empty(report) + (checkpoint.negative() ? ", but " + completeness : "");
        };
    }

    /// The same with what failed beside the log, which does not make the log itself wrong.
    ///
    /// @param failed checks of its files and signatures
    public static String headline(ChainReport report, List<Check> failed) {
        boolean good = report.verdict() == Verdict.INTACT && !report.checkpoint().negative();
        if (failed.isEmpty() || !good) {
            return headline(report);
        }
        boolean files = failed.stream().anyMatch(c -> c.kind().channel() == Channel.ARTIFACTS);
        return "Log intact; a "
                + (files ? "file" : "signature")
                + " check failed: "
                + extent(report);
    }

    private static String against(String completeness, ChainReport report) {
        return Character.toUpperCase(completeness.charAt(0))
                + completeness.substring(1)
                + ". In itself the log is consistent: "
                + extent(report);
    }

    private static String intact(ChainReport report) {
        return switch (report.checkpoint()) {
            case MATCH -> "Intact, and it ends where the checkpoint saw it end: " + extent(report);
            case GROWN -> "Intact, and it has grown since the checkpoint: " + extent(report);
            case NONE, TAIL_MISSING, TAIL_APPENDED, HEAD_MISMATCH ->
                    "Intact as far as it goes: " + extent(report);
        };
    }

    private static String extent(ChainReport report) {
        return Numbers.count(report.records(), "record") + ", head " + Quotes.hash(report.head());
    }

    private static String empty(ChainReport report) {
        return report.bytes() == 0
                ? "Nothing to verify: the file is empty"
                : "Nothing to verify: the file contains no record";
    }

    /// What the headline's verdict leaves open, one sentence.
    public static String scope(Verdict verdict) {
        return switch (verdict) {
            case INTACT ->
                    "Every record's hash and link were computed and agree. Records cut off the end,"
                            + " or a chain rebuilt as a whole, show only against an outside"
                            + " checkpoint.";
            case BROKEN ->
                    "At least one hash or link is wrong. The strip shows which records are still"
                            + " tied to the start of the chain.";
            case MALFORMED ->
                    "At least one line is not a record. The strip shows which records are still"
                            + " tied to the start of the chain.";
            case EMPTY ->
                    "No hash was computed, so nothing is said about this log. Check that it is the"
                            + " file you meant.";
        };
    }

    /// What to do about a log without a record.
    public static final String NO_RECORD =
            "Check that this is the file you meant, and where its producer writes. If there were"
                    + " records here once, do not let anybody write to it: get another copy"
                    + " (backup, bundle, the producer's). A checkpoint shows how many there were.";

    /// Whether anything is missing at the end, as far as a checkpoint tells.
    public static String completeness(CheckpointResult result) {
        return switch (result) {
            case NONE -> "not checked: no checkpoint to compare with";
            case MATCH -> "the log ends where the checkpoint saw it end";
            case GROWN -> "the checkpoint's records are all here, and more follow";
            case TAIL_MISSING -> "records that the checkpoint has seen are missing at the end";
            case TAIL_APPENDED -> "records follow although the checkpoint is final";
            case HEAD_MISMATCH ->
                    "a different record is where the checkpoint saw the head: the log was"
                            + " rewritten, or this is another log's checkpoint";
        };
    }

    /// A verification that was cancelled.
    public static String stopped(Verification.Stopped stopped) {
        String faults =
                stopped.faulty() == 0
                        ? "no fault so far"
                        : Numbers.count(stopped.faulty(), "fault") + " so far";
        return "Stopped after "
                + Numbers.count(stopped.records(), "record")
                + ": "
                + faults
                + ", the rest was not read";
    }

    /// How much was read before it was stopped, and what that means.
    public static String stoppedDetail(Verification.Stopped stopped) {
        return Numbers.bytes(stopped.bytes())
                + " of "
                + Numbers.bytes(stopped.total())
                + " were read. There is no verdict; verify again to get one.";
    }

    private static String negative(ChainReport report) {
        Fault first = report.first();
        String word = word(report.verdict());
        if (first == null) {
            return word + ": " + Numbers.count(report.faultCount(), "fault");
        }
        String more =
                report.faultCount() > 1
                        ? ", and " + Numbers.count(report.faultCount() - 1, "more fault")
                        : "";
        return word + " at " + Places.inside(first) + ": " + CategoryText.phrase(first) + more;
    }
}
