// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.ActText;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.RunText;
import dev.countersign.app.text.SignText;
import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.approval.Reason;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// Approvals and the other acts of humans in the log: who, when, what, and what is to be said of
/// the signature, each channel for itself.
final class ApprovalsList {
    private static final int MOST = 50;

    private static final String SELF_CHECK =
            "Writes log, signatures and certificates into a folder, with the openssl commands that"
                    + " check them.";

    private final RunSnapshot run;
    private final RunTime time;
    private final Runnable selfCheck;

    private ApprovalsList(RunSnapshot run, RunTime time, Runnable selfCheck) {
        this.run = run;
        this.time = time;
        this.selfCheck = selfCheck;
    }

    static Node of(RunSnapshot run, RunTime time, Runnable selfCheck) {
        return new ApprovalsList(run, time, selfCheck).section();
    }

    private Node section() {
        VBox section = Parts.section("Approvals and other acts");
        section.setId("approvals");
        List<ActVerdict> acts = run.acts();
        if (acts.stream().anyMatch(act -> !(act.signed() instanceof Judgement.Unchecked))) {
            section.getChildren().add(check());
        }
        for (ActVerdict act : acts.subList(0, Math.min(MOST, acts.size()))) {
            section.getChildren().add(row(act));
        }
        if (acts.size() > MOST) {
            String more = "and " + Numbers.count(acts.size() - MOST, "more act");
            section.getChildren().add(Parts.prose(more, "muted"));
        }
        if (acts.isEmpty()) {
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

    private Node check() {
        var check = new Button("Check it yourself…", new FontIcon(Feather.DOWNLOAD));
        check.setId("self-check");
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.setOnAction(e -> selfCheck.run());
        check.setTooltip(new Tooltip(SELF_CHECK));
        return check;
    }

    private Node row(ActVerdict act) {
        RunEvent event = event(act);
        Approval approval = approval(act);
        var head = new FlowPane();
        head.getStyleClass().add("claim-head");
        head.getChildren().add(what(act, event, approval));
        if (approval != null && run.provisional(approval)) {
            head.getChildren()
                    .add(VerdictMark.inline(Parts.toned(run, Mark.MALFORMED), "Provisional"));
        }
        head.getChildren().add(signature(act));
        if (act.signed() instanceof Judgement.Held) {
            head.getChildren().addAll(trust(act), policy(act));
        }
        VBox box = Parts.column("finding", head, Parts.foreign(ActText.who(act, event), "mono"));
        ActVerdict.Signed signed = act.signature();
        box.getChildren().add(Parts.foreign(when(act, event, signed), "muted"));
        String rationale = event == null ? "" : ActText.rationale(event);
        if (!rationale.isEmpty()) {
            box.getChildren().add(Parts.foreign("“" + rationale + "”"));
        }
        warnings(approval, event).forEach(warning -> add(box, warning, "mark-failed"));
        if (signed != null || act.signed() instanceof Judgement.Failed) {
            for (Reason reason : act.reasons()) {
                box.getChildren().add(Parts.foreign(reason.sentence(), "muted"));
            }
        }
        return box;
    }

    private static void add(VBox box, String text, String tone) {
        box.getChildren().add(Parts.prose(text, tone, "mark-words"));
    }

    private @Nullable RunEvent event(ActVerdict act) {
        int index = Math.toIntExact(act.record());
        return index < run.events().size() ? run.events().get(index) : null;
    }

    private @Nullable Approval approval(ActVerdict act) {
        return run.approvals().stream()
                .filter(a -> a.record() == act.record())
                .findFirst()
                .orElse(null);
    }

    private VerdictMark what(
            ActVerdict act, @Nullable RunEvent event, @Nullable Approval approval) {
        boolean self = approval != null && RunText.selfApproval(run, approval);
        boolean no =
                act.kind() == ActKind.REJECTION
                        || event != null && ActText.saysNo(event.text("decision"));
        return VerdictMark.inline(
                Parts.toned(run, self || no ? Mark.FAILED : Mark.NOTE),
                self ? "By the author" : ActText.word(act, event));
    }

    private VerdictMark signature(ActVerdict act) {
        return mark(act.signed(), ActText.signature(act.signed()));
    }

    private VerdictMark trust(ActVerdict act) {
        return mark(act.trusted(), ActText.trust(act.trusted()));
    }

    private VerdictMark policy(ActVerdict act) {
        return mark(act.allowed(), ActText.policy(act.allowed()));
    }

    private VerdictMark mark(Judgement judgement, String word) {
        Mark mark =
                switch (judgement) {
                    case Judgement.Held _ -> Mark.VERIFIED;
                    case Judgement.Failed _ -> Mark.FAILED;
                    case Judgement.Unchecked _ -> Mark.OPEN;
                };
        return VerdictMark.inline(Parts.toned(run, mark), word);
    }

    private String when(
            ActVerdict act, @Nullable RunEvent event, ActVerdict.@Nullable Signed signed) {
        String record = "Record " + act.record();
        if (signed != null) {
            return record + " · " + ActText.signer(signed, time.viewer());
        }
        var at = event == null ? null : event.at();
        return record
                + (at == null
                        ? " · no time"
                        : " · " + ClockText.exact(at, time.viewer()) + " (self-asserted)");
    }

    private List<String> warnings(@Nullable Approval approval, @Nullable RunEvent event) {
        if (approval == null) {
            return List.of();
        }
        if (run.provisional(approval)) {
            return List.of(SignText.WAITS_FOR_SECOND);
        }
        boolean disguised = !approval.rejection() && ActText.saysNo(approval.decision());
        String relation = ActText.relation(run, approval, event);
        return disguised
                ? List.of("Written as an approval: the pipeline takes it as a yes.")
                : relation.isEmpty() ? List.of() : List.of(relation);
    }
}
