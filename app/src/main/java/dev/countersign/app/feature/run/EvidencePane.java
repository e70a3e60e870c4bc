// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.CitedEvidence;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.NearMissDiff;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.GateText;
import dev.countersign.core.review.Abstention;
import dev.countersign.core.review.EvidenceText;
import dev.countersign.core.review.GroundedClaim;
import dev.countersign.core.review.Grounding;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// The evidence, and what of it the selected claim rests on.
final class EvidencePane {
    private final CitedEvidence evidence = new CitedEvidence();
    private final VBox finding = Parts.column("evidence-finding");
    private final VBox root;
    private @Nullable RunSnapshot run;

    EvidencePane() {
        evidence.setId("evidence");
        evidence.setAccessibleText("Evidence");
        finding.setId("grounding");
        finding.getStyleClass().add(Mark.OPEN.styleClass());
        root =
                Parts.column(
                        "section",
                        Parts.row("section-head", Parts.label("Evidence", "section-title")),
                        finding,
                        Parts.grow(evidence));
    }

    VBox root() {
        return root;
    }

    void focus() {
        evidence.requestFocus();
    }

    void show(RunSnapshot shown) {
        run = shown;
        select(null);
    }

    /// Lights what a row rests on.
    void select(@Nullable ClaimRow row) {
        if (run == null) {
            return;
        }
        var gate = run.gate();
        finding.getChildren().clear();
        if (gate == null) {
            evidence.say(Absences.evidence(run));
        } else if (gate.evidence().text().isEmpty()) {
            evidence.say("The payload has no evidence.");
        } else {
            evidence.show(gate.evidence(), light(row), nearMiss(row, gate.evidence()));
        }
        if (gate != null && gate.nothingAsserted()) {
            say(
                    Mark.MALFORMED,
                    "Nothing asserted",
                    GateText.nothingAsserted(run.recordedGate() != null));
        }
        switch (row) {
            case null -> {}
            case ClaimRow.Open(Abstention _) ->
                    say(Mark.OPEN, "Left open", "No claim was made here, so nothing is cited.");
            case ClaimRow.Unchecked _ ->
                    say(
                            Mark.OPEN,
                            "Not checked",
                            "The citation was not looked up: nobody here knows what this workflow's"
                                    + " evidence is.");
            case ClaimRow.Claimed(GroundedClaim claim) ->
                    say(row.mark(), row.word(), GateText.sentence(claim.grounding()));
        }
        finding.setVisible(!finding.getChildren().isEmpty());
        finding.setManaged(finding.isVisible());
    }

    private static @Nullable Node nearMiss(@Nullable ClaimRow row, EvidenceText text) {
        if (row instanceof ClaimRow.Claimed(GroundedClaim claim)
                && claim.grounding() instanceof Grounding.NotFound(Grounding.NearMiss near)
                && near != null) {
            String there = text.text().substring(near.from(), near.to());
            var diff = new NearMissDiff(claim.claim().citation(), there);
            diff.setId("near-miss");
            return diff;
        }
        return null;
    }

    private void say(Mark mark, String word, String sentence) {
        Mark toned = run == null ? mark : Parts.toned(run, mark);
        Label text = Parts.prose(sentence);
        text.setId("grounding-sentence");
        finding.getChildren().addAll(VerdictMark.inline(toned, word), text);
        finding.getStyleClass().setAll("evidence-finding", toned.styleClass());
    }

    private static CitedEvidence.Light light(@Nullable ClaimRow row) {
        if (row instanceof ClaimRow.Claimed(GroundedClaim claim)) {
            return switch (claim.grounding()) {
                case Grounding.Found found ->
                        new CitedEvidence.Light(found.from(), found.to(), true);
                case Grounding.NotFound(Grounding.NearMiss near) ->
                        near == null
                                ? CitedEvidence.Light.NONE
                                : new CitedEvidence.Light(near.from(), near.to(), false);
                case Grounding.TooShort _ -> CitedEvidence.Light.NONE;
            };
        }
        return CitedEvidence.Light.NONE;
    }
}
