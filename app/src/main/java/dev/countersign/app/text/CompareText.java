// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.Agreement;
import dev.countersign.core.compare.Comparison;
import dev.countersign.core.compare.Comparison.Doubt;
import dev.countersign.core.compare.FieldChange;
import dev.countersign.core.compare.Proof;
import dev.countersign.core.compare.Run;
import dev.countersign.core.compare.Stand;

import org.jspecify.annotations.Nullable;

/// What is to be said of two copies of a log: "this" is the one that was opened, "the other" the
/// one it is compared with.
public final class CompareText {
    private CompareText() {}

    /// The answer in one sentence.
    public static String sentence(Comparison c) {
        Run first = c.first();
        return switch (c.relation()) {
            case SAME ->
                    "The two logs are the same: "
                            + Numbers.count(c.common(), "record")
                            + spelling(c)
                            + ".";
            case CONTINUATION_OF_OTHER ->
                    "This log is a continuation of the other: it has all of its "
                            + Numbers.count(c.common(), "record")
                            + " and "
                            + c.count(Run.Kind.ONLY_HERE)
                            + " more.";
            case OTHER_CONTINUES ->
                    "The other log is a continuation of this one: it has all of its "
                            + Numbers.count(c.common(), "record")
                            + " and "
                            + c.count(Run.Kind.ONLY_THERE)
                            + " more.";
            case ROLLED_BACK ->
                    "This log was rolled back: "
                            + Numbers.count(c.count(Run.Kind.ONLY_THERE), "record")
                            + " after record "
                            + (c.common() - 1)
                            + " that a checkpoint has seen are in the other log only.";
            case FORK ->
                    "The logs fork after record "
                            + (c.common() - 1)
                            + ": this one goes on with "
                            + Numbers.count(c.count(Run.Kind.ONLY_HERE), "record")
                            + " of its own, the other with "
                            + c.count(Run.Kind.ONLY_THERE)
                            + ".";
            case EDITED -> first == null ? "The logs differ." : edited(c, first);
            case UNRELATED -> "The two logs have no record in common: they are different logs.";
        };
    }

    private static String spelling(Comparison c) {
        long respelled = c.count(Run.Kind.RESPELLED);
        return respelled == 0 ? "" : ", " + respelled + " of them spelled otherwise";
    }

    /// Where only one record differs, its row says how.
    private static String edited(Comparison c, Run first) {
        long runs = c.runs().stream().filter(run -> !run.kind().same()).count();
        if (runs == 1 && first.length() == 1) {
            return "The logs differ only at " + place(first) + ".";
        }
        String at = "The logs differ from " + place(first) + " on: ";
        return at + phrase(first) + ".";
    }

    /// `record 7 (line 8)`; of this log, where it has one.
    public static String place(Run run) {
        return run.here() == Run.NONE
                ? "record " + run.there() + " of the other (line " + run.thereLine() + ")"
                : "record " + run.here() + " (line " + run.hereLine() + ")";
    }

    /// What is to be said of a run of rows, inside a sentence.
    public static String phrase(Run run) {
        String many = Numbers.count(run.length(), "record");
        boolean one = run.length() == 1;
        return switch (run.kind()) {
            case SAME -> many + (one ? " is" : " are") + " the same";
            case RESPELLED -> many + (one ? " says" : " say") + " the same in another spelling";
            case RELINKED ->
                    many + (one ? " says" : " say") + " the same, but for the hash or the link";
            case CHANGED -> many + (one ? " says" : " say") + " something else in the other log";
            case ONLY_HERE -> many + (one ? " is" : " are") + " not in the other log";
            case ONLY_THERE -> many + " of the other log " + (one ? "is" : "are") + " not here";
            case MOVED ->
                    many
                            + (one ? " is" : " are")
                            + " elsewhere in the other log: at record "
                            + run.there();
        };
    }

    /// Which of the two is not to be relied on, and why; empty if nothing says so.
    public static String doubt(Comparison c) {
        Doubt doubt = c.doubt();
        return switch (doubt) {
            case NEITHER ->
                    c.relation().agrees()
                            ? ""
                            : "Each is consistent in itself: only a checkpoint taken earlier, or a"
                                    + " third copy, says which was there first.";
            case HERE -> "The evidence contradicts this log, and not the other.";
            case THERE -> "The evidence contradicts the other log, and not this one.";
            case BOTH -> "The evidence contradicts both logs.";
        };
    }

    /// How both stand to a checkpoint, one sentence.
    public static String stand(Stand stand) {
        return "Checkpoint "
                + Quotes.line(stand.name())
                + " ("
                + Numbers.count(stand.checkpoint().records(), "record")
                + "): this log "
                + agrees(stand.here())
                + ", the other "
                + agrees(stand.there())
                + ".";
    }

    private static String agrees(Agreement agreement) {
        if (agreement.broken()) {
            return "has its head stored, but is broken up to there (first at record "
                    + agreement.brokenAt()
                    + ")";
        }
        return switch (agreement.result()) {
            case NONE -> "was not compared";
            case MATCH -> "agrees" + bytes(agreement);
            case GROWN -> "agrees" + bytes(agreement) + " and has grown since";
            case TAIL_MISSING -> "ends before it";
            case TAIL_APPENDED -> "goes on after it";
            case HEAD_MISMATCH -> "disagrees";
        };
    }

    private static String bytes(Agreement agreement) {
        return agreement.otherBytes()
                ? " in all that is hashed, but not in its bytes (spelling, or a field outside the"
                        + " hash)"
                : "";
    }

    /// What a proof is worth, one sentence.
    public static String proof(Proof proof) {
        String gapped = proof.here() ? "this log" : "the other log";
        String copy = proof.here() ? "the other log" : "this log";
        return switch (proof.kind()) {
            case REWRITTEN ->
                    "Record "
                            + proof.record()
                            + " of "
                            + gapped
                            + " was rewritten (record_rewritten): record "
                            + proof.gap()
                            + " names the hash of record "
                            + proof.original()
                            + " of "
                            + copy
                            + ", and nothing is missing between.";
            case MISSING -> {
                int missing = proof.original() - proof.record() + 1;
                yield Numbers.count(missing, "record")
                        + " before record "
                        + proof.gap()
                        + " of "
                        + gapped
                        + (missing == 1 ? " is" : " are")
                        + " missing (record_missing): "
                        + copy
                        + " has "
                        + (missing == 1 ? "it" : "them")
                        + ", from its record "
                        + proof.record()
                        + " on.";
            }
        };
    }

    /// A field that differs: `/step: "gate" here, "review" in the other; covered by the hash`.
    public static String field(FieldChange change) {
        return Quotes.line(change.pointer())
                + ": "
                + value(change.here())
                + " here, "
                + value(change.there())
                + " in the other; "
                + (change.covered() ? "covered by the hash" : "not covered by the hash");
    }

    private static String value(FieldChange.@Nullable Value value) {
        return value == null ? "nothing" : Quotes.line(value.text());
    }
}
