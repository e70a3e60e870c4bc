// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.Verification;

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

    /// The headline, without a full stop. A checkpoint that speaks against the log is part of it.
    public static String headline(ChainReport report) {
        CheckpointResult checkpoint = report.checkpoint();
        return chain(report) + (checkpoint.negative() ? ", but " + completeness(checkpoint) : "");
    }

    private static String chain(ChainReport report) {
        return switch (report.verdict()) {
            case INTACT ->
                    "Intact as far as it goes: "
                            + Numbers.count(report.records(), "record")
                            + ", head "
                            + Quotes.hash(report.head());
            case BROKEN, MALFORMED -> negative(report);
            case EMPTY ->
                    report.bytes() == 0
                            ? "Nothing to verify: the file is empty"
                            : "Nothing to verify: the file holds no record";
        };
    }

    /// What the headline's verdict leaves open, one sentence.
    public static String scope(Verdict verdict) {
        return switch (verdict) {
            case INTACT ->
                    "Every record's hash and link were computed and agree. Records cut off the end,"
                            + " or a chain rebuilt as a whole, show only against an outside"
                            + " checkpoint.";
            case BROKEN ->
                    "At least one hash or link is wrong. The picture shows which records are still"
                            + " tied to the start of the chain.";
            case MALFORMED ->
                    "At least one line is not a record. The picture shows which records are still"
                            + " tied to the start of the chain.";
            case EMPTY ->
                    "No hash was computed, so nothing is said about this log. Check that it is the"
                            + " file you meant.";
        };
    }

    /// Whether anything is missing at the end, as far as a checkpoint tells.
    public static String completeness(CheckpointResult result) {
        return switch (result) {
            case NONE -> "not checked: no checkpoint to compare with";
            case MATCH -> "the log ends where the checkpoint saw it end";
            case GROWN -> "the checkpoint's records are all here, and more follow";
            case TAIL_MISSING -> "records that the checkpoint has seen are missing at the end";
            case TAIL_APPENDED -> "records follow although the checkpoint is final";
            case HEAD_MISMATCH ->
                    "another record stands where the checkpoint saw its head: the log was"
                            + " rewritten";
        };
    }

    /// A verification that was cancelled.
    public static String stopped(Verification.Stopped stopped) {
        return "Stopped after "
                + Numbers.count(stopped.records(), "record")
                + ": nothing is said about the rest";
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
        return word
                + " at "
                + Places.inside(first)
                + ": "
                + CategoryText.phrase(first.category())
                + more;
    }
}
