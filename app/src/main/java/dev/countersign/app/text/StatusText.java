// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;

/// Where a run stands, in words.
public final class StatusText {
    private StatusText() {}

    /// One or two words.
    public static String word(RunStatus status) {
        return switch (status) {
            case UNKNOWN -> "Unknown";
            case RUNNING -> "Running";
            case BLOCKED -> "Blocked";
            case AWAITING_APPROVAL -> "Awaiting approval";
            case APPROVED_PENDING_RESUME -> "Approved, to be resumed";
            case REJECTED -> "Rejected";
            case FAILED -> "Failed";
            case COMPLETED -> "Completed";
        };
    }

    /// What the word means, one sentence; two where the chain is not known to hold.
    public static String meaning(RunStatus status, Outcome integrity) {
        return switch (integrity) {
            case VERIFIED -> meaning(status);
            case FAILED -> meaning(status) + " Its chain does not hold: do not rely on it.";
            case NOT_CHECKED -> meaning(status) + " Its chain is not checked.";
        };
    }

    private static String meaning(RunStatus status) {
        return switch (status) {
            case UNKNOWN -> "No record says what the status of this run is.";
            case RUNNING -> "A step was started and has not ended; it may also have stopped there.";
            case BLOCKED -> "The gate, the reviewer or the segregation of duties stopped this run.";
            case AWAITING_APPROVAL -> "An independent person has to decide.";
            case APPROVED_PENDING_RESUME -> "It is approved, and the pipeline has to resume it.";
            case REJECTED -> "The approver said no; it keeps waiting, without a clock.";
            case FAILED -> "A step ended in an error.";
            case COMPLETED -> "All steps are done.";
        };
    }
}
