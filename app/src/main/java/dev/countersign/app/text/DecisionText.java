// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.run.RecordedReview;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

/// Why a decision cannot be taken here, the strongest reason first.
public final class DecisionText {
    private static final String UNSIGNED = "Signing is not part of this version.";

    private DecisionText() {}

    /// Why nobody, or nobody here, can approve.
    public static String approve(RunSnapshot run) {
        if (!RunText.verifies(run)) {
            return "Cannot be approved: " + log(run);
        }
        if (RunText.gateBlocked(run)) {
            return "Cannot be approved: the gate blocked it, and nobody can override the gate.";
        }
        RecordedReview review = run.review();
        if (review != null && review.decision().equals("reject")) {
            return "Cannot be approved: the independent review rejected it.";
        }
        if (run.state() == null) {
            return "Cannot be approved: there is no state.json that can be read.";
        }
        String author = run.author();
        if (run.status() == RunStatus.BLOCKED
                && author != null
                && run.approvals().stream().anyMatch(a -> RunText.selfApproval(run, a))) {
            return Quotes.line(author)
                    + " is the author and cannot approve; somebody else can. "
                    + UNSIGNED;
        }
        return waits(run) ? UNSIGNED : "Nothing here waits for an approval.";
    }

    /// Why nobody here can reject.
    public static String reject(RunSnapshot run) {
        if (!RunText.verifies(run)) {
            return "Cannot be rejected: " + log(run);
        }
        return waits(run) ? UNSIGNED : "Nothing here waits for an approval.";
    }

    /// Why nobody here can escalate.
    public static String escalate() {
        return "Escalating by hand is not part of this version.";
    }

    private static String log(RunSnapshot run) {
        var report = run.chain();
        if (report == null) {
            return "there is no log.";
        }
        return report.records() == 0 ? "the log holds no record." : "the log does not verify.";
    }

    private static boolean waits(RunSnapshot run) {
        return switch (run.status()) {
            case AWAITING_APPROVAL -> true;
            case UNKNOWN, RUNNING, BLOCKED, APPROVED_PENDING_RESUME, REJECTED, FAILED, COMPLETED ->
                    false;
        };
    }
}
