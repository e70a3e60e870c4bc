// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Mark;
import dev.countersign.app.text.GateText;
import dev.countersign.core.review.Abstention;
import dev.countersign.core.review.GroundedClaim;
import dev.countersign.core.review.Grounding;
import dev.countersign.core.run.RunSnapshot;

import java.util.ArrayList;
import java.util.List;

/// What the pipeline says of one control: a claim, or that it did not dare to judge.
public sealed interface ClaimRow {
    /// A claim with what was found of it here.
    record Claimed(GroundedClaim claim) implements ClaimRow {}

    /// A control left open.
    record Open(Abstention abstention) implements ClaimRow {}

    /// A claim that nobody here can check: its workflow is not known.
    record Unchecked(String name, String text, String citation) implements ClaimRow {}

    /// The rows of a run: claims first.
    static List<ClaimRow> of(RunSnapshot run) {
        List<ClaimRow> rows = new ArrayList<>();
        var gate = run.gate();
        if (gate != null) {
            gate.claims().forEach(claim -> rows.add(new Claimed(claim)));
        }
        rows.addAll(OtherData.claims(run));
        run.abstentions().forEach(abstention -> rows.add(new Open(abstention)));
        return List.copyOf(rows);
    }

    /// The control or rule it is about.
    default String control() {
        return switch (this) {
            case Claimed(GroundedClaim claim) -> claim.claim().control();
            case Open(Abstention abstention) -> abstention.control();
            case Unchecked unchecked -> unchecked.name();
        };
    }

    /// Its state in a word or three.
    default String word() {
        return switch (this) {
            case Claimed(GroundedClaim claim) -> GateText.word(claim.grounding());
            case Open _ -> "Left open";
            case Unchecked _ -> "Not checked";
        };
    }

    /// Its mark.
    default Mark mark() {
        return switch (this) {
            case Claimed(GroundedClaim claim) -> mark(claim.grounding());
            case Open _, Unchecked _ -> Mark.OPEN;
        };
    }

    /// Whether its claim is not grounded.
    default boolean negative() {
        return mark() == Mark.FAILED;
    }

    private static Mark mark(Grounding grounding) {
        return switch (grounding) {
            case Grounding.Found found -> found.straddles() ? Mark.MALFORMED : Mark.VERIFIED;
            case Grounding.TooShort _, Grounding.NotFound _ -> Mark.FAILED;
        };
    }
}
