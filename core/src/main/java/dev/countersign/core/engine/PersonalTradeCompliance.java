// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.ModelOutput;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleCase;
import dev.countersign.core.review.RuleResult;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// Tests a personal trade against the dealing rules, in the producer's words.
final class PersonalTradeCompliance {
    private static final Workflow WORKFLOW = Workflow.PERSONAL_TRADE_COMPLIANCE;

    private final WorkflowInput input;

    PersonalTradeCompliance(WorkflowInput input) {
        this.input = input;
    }

    List<Step> steps() {
        return List.of(
                Step.of("ingest", step -> Claims.ingest(step, "trade_id")),
                Step.of("assess", this::assess),
                Step.of("gate", PersonalTradeCompliance::gate),
                Step.of("rules", this::rules),
                Step.of("emit_report", PersonalTradeCompliance::report));
    }

    /// A trade that does not say what was dealt when would break no rule. One without an account is
    /// outside the covered set.
    static @Nullable String objection(JsonObject payload) {
        for (String name : List.of("symbol", "trade_date")) {
            if (payload.string(name) == null) {
                return "needs a text /" + name;
            }
        }
        return null;
    }

    private StepResult assess(StepInput step) {
        JsonObject payload = step.payload();
        ModelOutput output = Claims.output(WORKFLOW, payload, input);
        ModelResponse model = input.model();
        String by = model == null ? "deterministic" : model.model();
        StepResult result =
                StepResult.ok(
                                output.claims().size()
                                        + " cited, "
                                        + output.abstentions().size()
                                        + " abstained ("
                                        + by
                                        + ")")
                        .with("claims", Claims.claims(output.claims()))
                        .with("abstentions", Claims.abstentions(output.abstentions()));
        if (model == null) {
            return result;
        }
        String prompt = Prompts.trade(payload, Claims.evidence(WORKFLOW, payload));
        return result.emitting("assessment.json", Claims.exchange(model, prompt));
    }

    private static StepResult gate(StepInput step) {
        GateResult gate = Claims.gate(WORKFLOW, step).result();
        StepResult result =
                switch (gate.verdict()) {
                    case APPROVE -> StepResult.ok("claims grounded in evidence");
                    case REVIEW ->
                            StepResult.ok(gate.abstentions() + " abstention(s) -> human review");
                    case BLOCK ->
                            StepResult.blocked(
                                    "anti-fabrication gate: "
                                            + gate.ungrounded()
                                            + " unciteable claim(s)");
                };
        return result.with("gate", Claims.gate(gate));
    }

    private StepResult rules(StepInput step) {
        List<RuleResult> violations =
                Objects.requireNonNull(
                        RuleBook.ours()
                                .apply(
                                        WORKFLOW.word(),
                                        new RuleCase(
                                                step.payload(),
                                                ClaimReader.claims(step.state()),
                                                input.references())));
        return StepResult.ok(violations.size() + " rule violation(s)")
                .with("violations", Claims.rules(violations));
    }

    private static StepResult report(StepInput step) {
        String conclusion =
                !ClaimReader.rules(step.state()).isEmpty()
                        ? "VIOLATION"
                        : !ClaimReader.abstentions(step.state()).isEmpty()
                                ? "NEEDS HUMAN REVIEW"
                                : "clear";
        JsonObject report =
                JsonValue.object()
                        .with("trade_id", Claims.value(step.state(), "trade_id"))
                        .with("employee", Claims.value(step.payload(), "employee"))
                        .with("symbol", Claims.value(step.payload(), "symbol"))
                        .with("gate", Claims.value(step.state(), "gate"))
                        .with("violations", Claims.value(step.state(), "violations"))
                        .with("abstentions", Claims.value(step.state(), "abstentions"))
                        .with("conclusion", conclusion)
                        .build();
        return StepResult.ok("report: " + conclusion).emitting("pad_report.json", report);
    }
}
