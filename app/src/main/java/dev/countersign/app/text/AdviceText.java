// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;

/// What to do about a fault, one or two sentences.
public final class AdviceText {
    /// What escalating a broken log does.
    public static final String ESCALATION =
            "A broken chain is SEV-1: platform owner and audit are told at once. A hold asks them"
                    + " to put its workflow on hold, and keeps the run.";

    /// Why no finding is kept.
    public static final String NO_WORKSPACE = "No workspace is open: no finding is kept.";

    /// Why no finding is kept of this log.
    public static final String OTHER_WORKSPACE =
            "This log is of no run in the workspace that is open: no finding is kept.";

    /// That the workspace has not looked since.
    public static final String NOT_FOUND_YET =
            "The workspace has no finding about this log yet: verify again (F5) to ask once more.";

    private AdviceText() {}

    /// The next step for whoever reads the fault.
    public static String advice(FaultCategory category) {
        return switch (category) {
            case CONTENT_MODIFIED,
                    HASH_FIELD_MODIFIED,
                    HASH_MISSING,
                    PREV_FIELD_MODIFIED,
                    GENESIS_MODIFIED ->
                    "Keep this file as it is. Get another copy (backup, bundle, the producer's) and"
                            + " compare this record.";
            case RECORD_MISSING, RECORD_REWRITTEN ->
                    "Look for an earlier copy or checkpoint of this log: it shows what was here.";
            case RECORD_INSERTED, RECORD_DUPLICATED, RECORD_REORDERED ->
                    "Ask who can write to this file, and compare it with another copy. Do not"
                            + " repair it by hand.";
            case CHAIN_RESTART ->
                    "Find out whether two logs were joined or the producer lost its place; verify"
                            + " each alone.";
            case FORK ->
                    "Two programs wrote at once, or one copy was merged into another: find the"
                            + " writer of each branch.";
            case TORN_TAIL ->
                    "Let the producer resume; it decides about the torn line. The records above are"
                            + " not affected.";
            case MALFORMED_JSON,
                    MALFORMED_NOT_OBJECT,
                    MALFORMED_ENCODING,
                    MALFORMED_MISSING_FIELD ->
                    "Open the file at this byte. If it is the wrong file or format, choose"
                            + " another; else compare a copy.";
            case MALFORMED_BOM ->
                    "An editor or a script has saved this file. Get the copy that the producer"
                            + " wrote.";
            case MALFORMED_JCS ->
                    "Check the format: this record cannot have been hashed as RFC 8785. Formats A"
                            + " and B allow it.";
            case LIMIT_EXCEEDED ->
                    "Check that this is a log. No record of a run needs a line of this size.";
        };
    }

    /// What else the evidence could mean, or empty.
    public static String alternatives(Fault fault) {
        if (fault.alternatives().isEmpty()) {
            return "";
        }
        String neighbour = fault.record() == 0 ? "an earlier record" : Places.before(fault);
        return fault.alternatives().stream()
                .map(a -> CategoryText.alternative(a, neighbour))
                .collect(
                        java.util.stream.Collectors.joining(
                                ", or ", "Perhaps ", ": the log alone cannot tell."));
    }
}
