// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.RunText;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// Decisions in the log: who, when, what, and whether anybody signed.
final class ApprovalsList {
    private static final int MOST = 50;

    private ApprovalsList() {}

    static Node of(RunSnapshot run, RunTime time) {
        VBox section = Parts.section("Approvals");
        section.setId("approvals");
        List<Approval> approvals = run.approvals();
        for (Approval approval : approvals.subList(0, Math.min(MOST, approvals.size()))) {
            section.getChildren().add(row(run, approval, time));
        }
        if (approvals.size() > MOST) {
            String more = "and " + Numbers.count(approvals.size() - MOST, "more decision");
            section.getChildren().add(Parts.prose(more, "muted"));
        }
        if (approvals.isEmpty()) {
            section.getChildren()
                    .add(
                            Parts.prose(
                                    run.events().isEmpty()
                                            ? "No log, so no decision can be seen."
                                            : "No decision is in the log.",
                                    "muted"));
        }
        return section;
    }

    private static Node row(RunSnapshot run, Approval approval, RunTime time) {
        var head = new FlowPane();
        head.getStyleClass().add("claim-head");
        boolean rejected = approval.rejection() || approval.decision().equals("rejected");
        boolean self = RunText.selfApproval(run, approval);
        head.getChildren()
                .addAll(
                        VerdictMark.inline(
                                self || rejected ? Mark.FAILED : Mark.NOTE,
                                self
                                        ? "By the author"
                                        : rejected ? "Rejected" : decision(approval)),
                        approval.signed()
                                ? VerdictMark.inline(Mark.OPEN, "Signed, signature not checked")
                                : VerdictMark.inline(Mark.OPEN, "Not signed"));
        var at = approval.at();
        String when = at == null ? "no time" : ClockText.exact(at, time.viewer());
        VBox box =
                Parts.column(
                        "finding",
                        head,
                        Parts.foreign(who(approval), "mono"),
                        Parts.prose(when + ", record " + approval.record(), "muted"));
        String rationale = approval.rationale();
        if (rationale != null && !rationale.isEmpty()) {
            box.getChildren().add(Parts.foreign("“" + rationale + "”"));
        }
        if (rejected && !approval.rejection()) {
            box.getChildren()
                    .add(
                            Parts.prose(
                                    "Written as an approval: the pipeline takes it as a yes.",
                                    "mark-failed",
                                    "mark-words"));
        }
        return box;
    }

    private static String decision(Approval approval) {
        return approval.decision().equals("approved")
                ? "Approved"
                : "Decision: " + Quotes.line(approval.decision());
    }

    private static String who(Approval approval) {
        String role = approval.role();
        return approval.approver()
                + (role == null || role.isEmpty() ? "" : ", " + role)
                + " for "
                + approval.key();
    }
}
