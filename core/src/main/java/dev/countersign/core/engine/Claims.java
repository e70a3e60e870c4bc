// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.review.Abstention;
import dev.countersign.core.review.Baseline;
import dev.countersign.core.review.Claim;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.EvidenceText;
import dev.countersign.core.review.EvidenceTexts;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GroundingGate;
import dev.countersign.core.review.ModelOutput;
import dev.countersign.core.review.PythonText;
import dev.countersign.core.review.RuleResult;

import java.util.List;
import java.util.Objects;

/// What the two workflows with claims have in common: where claims come from, the gate, and their
/// form in files.
final class Claims {
    private Claims() {}

    /// What a model's response or the baseline claims.
    static ModelOutput output(Workflow workflow, JsonObject payload, WorkflowInput input) {
        ModelResponse model = input.model();
        return model == null
                ? Objects.requireNonNull(Baseline.of(workflow.word(), payload))
                : ModelOutput.parse(workflow.word(), model.response());
    }

    /// The gate over the checkpoint's claims.
    static GatePerformance gate(Workflow workflow, StepInput input) {
        return GroundingGate.perform(
                ClaimReader.claims(input.state()),
                ClaimReader.abstentions(input.state()).size(),
                evidence(workflow, input.payload()));
    }

    static EvidenceText evidence(Workflow workflow, JsonObject payload) {
        return Objects.requireNonNull(EvidenceTexts.of(workflow.word(), payload));
    }

    /// The raw exchange with the model, as the artifact keeps it.
    static JsonObject exchange(ModelResponse model, String prompt) {
        return JsonValue.object()
                .with("model", model.model())
                .with("temperature", 0)
                .with("prompt", prompt)
                .with("response", model.response())
                .build();
    }

    static JsonValue claims(List<Claim> claims) {
        return array(claims.stream().map(Claim::recorded).toList());
    }

    static JsonValue abstentions(List<Abstention> abstentions) {
        return array(abstentions.stream().map(Abstention::recorded).toList());
    }

    static JsonValue rules(List<RuleResult> results) {
        return array(results.stream().map(RuleResult::recorded).toList());
    }

    static JsonObject gate(GateResult gate) {
        return JsonValue.object()
                .with("verdict", gate.verdict().word())
                .with("grounded", gate.grounded())
                .with("ungrounded", gate.ungrounded())
                .with("abstentions", gate.abstentions())
                .with("reasons", strings(gate.reasons()))
                .build();
    }

    static JsonValue strings(List<String> texts) {
        return array(texts.stream().map(JsonString::new).toList());
    }

    static JsonValue array(List<? extends JsonValue> values) {
        return new JsonArray(List.copyOf(values));
    }

    /// A value of an object, or `null`.
    static JsonValue value(JsonObject object, String key) {
        JsonValue value = object.get(key);
        return value == null ? JsonWord.NULL : value;
    }

    /// Takes in a payload: its id goes into the checkpoint.
    static StepResult ingest(StepInput input, String key) {
        JsonValue id = input.payload().get("id");
        return id == null
                ? StepResult.raised("KeyError('id')")
                : StepResult.ok("ingested " + PythonText.str(id)).with(key, id);
    }
}
