// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.review.Claim;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GroundedClaim;
import dev.countersign.core.review.Grounding;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.ModelExchange;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What was claimed, and what was found of it, in the JSON document of a run.
final class ShowReview {
    private ShowReview() {}

    /// The claims; those of a workflow whose gate is not known here are neither grounded nor not.
    static JsonArray claims(RunSnapshot run) {
        GatePerformance gate = run.gate();
        if (gate != null) {
            return ShowDocument.list(gate.claims(), ShowReview::grounded);
        }
        return run.state() == null
                ? new JsonArray(List.of())
                : ShowDocument.list(
                        ClaimReader.claims(run.state()),
                        claim ->
                                claim(claim)
                                        .with("grounded", JsonWord.NULL)
                                        .with("where", JsonWord.NULL)
                                        .build());
    }

    private static JsonValue.ObjectBuilder claim(Claim claim) {
        return JsonValue.object()
                .with("control", claim.control())
                .with("text", claim.text())
                .with("citation", claim.citation());
    }

    private static JsonValue grounded(GroundedClaim grounded) {
        Grounding grounding = grounded.grounding();
        boolean found = grounding instanceof Grounding.Found;
        return claim(grounded.claim())
                .with("grounded", JsonValue.of(found))
                .with("where", where(grounding))
                .build();
    }

    /// Places are UTF-16 units of the joined evidence.
    private static JsonValue where(Grounding grounding) {
        return switch (grounding) {
            case Grounding.Found found ->
                    JsonValue.object()
                            .with("from", found.from())
                            .with("to", found.to())
                            .with("evidence", ShowDocument.list(found.parts(), JsonValue::of))
                            .with("straddles", JsonValue.of(found.straddles()))
                            .build();
            case Grounding.TooShort _, Grounding.NotFound _ -> JsonWord.NULL;
        };
    }

    static JsonArray abstentions(RunSnapshot run) {
        return ShowDocument.list(
                run.abstentions(),
                abstention ->
                        JsonValue.object()
                                .with("control", abstention.control())
                                .with("reason", abstention.reason())
                                .build());
    }

    /// The gate as recorded, with the verdict of the one performed here.
    static JsonValue gate(RunSnapshot run) {
        GateResult recorded = run.recordedGate();
        GatePerformance performed = run.gate();
        if (recorded == null && performed == null) {
            return JsonWord.NULL;
        }
        JsonValue.ObjectBuilder gate = JsonValue.object();
        gate.with("verdict", recorded == null ? null : recorded.verdict().word());
        gate.with("recorded", result(recorded));
        gate.with("reperformed", result(performed == null ? null : performed.result()));
        gate.with(
                "agree",
                recorded == null || performed == null
                        ? JsonWord.NULL
                        : JsonValue.of(recorded.verdict() == performed.result().verdict()));
        gate.with(
                "nothing_asserted", JsonValue.of(performed != null && performed.nothingAsserted()));
        return gate.build();
    }

    private static JsonValue result(@Nullable GateResult result) {
        return result == null
                ? JsonWord.NULL
                : JsonValue.object()
                        .with("verdict", result.verdict().word())
                        .with("grounded", count(result.grounded()))
                        .with("ungrounded", count(result.ungrounded()))
                        .with("abstentions", count(result.abstentions()))
                        .with("reasons", ShowDocument.list(result.reasons(), JsonValue::of))
                        .build();
    }

    /// `null` if no number was recorded.
    private static JsonValue count(int count) {
        return count < 0 ? JsonWord.NULL : JsonValue.of(count);
    }

    static JsonArray rules(List<RuleResult> results) {
        return ShowDocument.list(
                results,
                result ->
                        JsonValue.object()
                                .with("control", result.control())
                                .with(
                                        "severity",
                                        result.severity().isEmpty() ? null : result.severity())
                                .with("detail", result.detail())
                                .build());
    }

    static JsonValue model(RunSnapshot run) {
        ModelExchange model = run.model();
        return model == null
                ? JsonWord.NULL
                : JsonValue.object()
                        .with("artifact", model.artifact())
                        .with("model", model.model())
                        .with("temperature", model.temperature())
                        .build();
    }
}
