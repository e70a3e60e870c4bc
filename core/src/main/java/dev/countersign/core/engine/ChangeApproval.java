// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.review.Claim;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GroundedClaim;
import dev.countersign.core.review.Grounding;
import dev.countersign.core.review.ModelOutput;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleCase;
import dev.countersign.core.review.RuleResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Tests the controls of a change. The words are the producer's; what no run of it has shown is
/// marked as a guess.
final class ChangeApproval {
    private static final Workflow WORKFLOW = Workflow.CHANGE_APPROVAL;
    private static final String KEY = "change_approval";

    private final WorkflowInput input;

    ChangeApproval(WorkflowInput input) {
        this.input = input;
    }

    List<Step> steps() {
        return List.of(
                Step.of("ingest", step -> Claims.ingest(step, "change_id")),
                Step.of("map_controls", this::mapControls),
                Step.of("gate", ChangeApproval::gate),
                Step.of("independent_review", this::review),
                Step.of("human_approval", ChangeApproval::approval),
                Step.of("emit_workpaper", ChangeApproval::workpaper),
                Step.of("handoff_report", ChangeApproval::handoff));
    }

    private StepResult mapControls(StepInput step) {
        JsonObject payload = step.payload();
        ModelOutput output = Claims.output(WORKFLOW, payload, input);
        List<RuleResult> findings =
                Objects.requireNonNull(
                        RuleBook.ours()
                                .apply(
                                        WORKFLOW.word(),
                                        new RuleCase(
                                                payload, output.claims(), input.references())));
        JsonValue claims = Claims.claims(output.claims());
        JsonValue abstentions = Claims.abstentions(output.abstentions());
        int mapped = output.claims().size();
        ModelResponse model = input.model();
        if (model == null) {
            String reason = mapped + " controls mapped, " + findings.size() + " finding(s)";
            return StepResult.ok(reason)
                    .with("claims", claims)
                    .with("findings", Claims.rules(findings))
                    .with("abstentions", abstentions);
        }
        int abstained = output.abstentions().size();
        String reason = mapped + " mapped, " + abstained + " abstained (" + model.model() + ")";
        String prompt = Prompts.change(payload, Claims.evidence(WORKFLOW, payload));
        return StepResult.ok(reason)
                .emitting("llm_mapping.json", Claims.exchange(model, prompt))
                .with("claims", claims)
                .with("abstentions", abstentions)
                .with("findings", Claims.rules(findings));
    }

    private static StepResult gate(StepInput step) {
        GateResult gate = Claims.gate(WORKFLOW, step).result();
        StepResult result =
                switch (gate.verdict()) {
                    case APPROVE -> StepResult.ok("all control assertions grounded in evidence");
                    case REVIEW ->
                            StepResult.ok(
                                    gate.abstentions()
                                            + " abstention(s) -> routed to human review");
                    case BLOCK ->
                            StepResult.blocked(
                                    "anti-fabrication gate: "
                                            + gate.ungrounded()
                                            + " unciteable assertion(s)");
                };
        return result.with("gate", Claims.gate(gate));
    }

    private StepResult review(StepInput step) {
        GatePerformance recheck = Claims.gate(WORKFLOW, step);
        List<JsonValue> claims = new ArrayList<>();
        for (GroundedClaim claim : recheck.claims()) {
            List<Member> members = new ArrayList<>(claim.claim().recorded().members());
            boolean grounded = claim.grounding() instanceof Grounding.Found;
            members.add(new Member("grounded_on_recheck", JsonValue.of(grounded)));
            claims.add(new JsonObject(members));
        }
        JsonObject summary =
                JsonValue.object()
                        .with("change_id", Claims.value(step.state(), "change_id"))
                        .with("claims", Claims.array(claims))
                        .with("exceptions", Claims.value(step.state(), "findings"))
                        .with("gate", Claims.value(step.state(), "gate"))
                        .build();
        return IndependentReview.perform(
                step,
                input.reviewer(),
                new Reviewer.Request(
                        step.payload(),
                        summary,
                        "claims",
                        recheck.result().ungrounded() == 0,
                        !ClaimReader.rules(step.state()).isEmpty()));
    }

    private static StepResult approval(StepInput step) {
        return MakerChecker.perform(
                step,
                KEY,
                StepResult.awaiting("awaiting independent reviewer sign-off")
                        .emitting(
                                "approval_request.json",
                                JsonValue.object()
                                        .with("change_id", Claims.value(step.state(), "change_id"))
                                        .with("author", Claims.value(step.payload(), "author"))
                                        .with(
                                                "asks",
                                                "independent reviewer sign-off (maker-checker)")
                                        .build()));
    }

    private static StepResult workpaper(StepInput step) {
        JsonObject paper =
                JsonValue.object()
                        .with("change_id", Claims.value(step.state(), "change_id"))
                        .with("system", Claims.value(step.payload(), "system"))
                        .with("controls_tested", controls(step))
                        .with("gate", Claims.value(step.state(), "gate"))
                        .with("exceptions", Claims.value(step.state(), "findings"))
                        .with("approval", MakerChecker.approval(step, KEY))
                        .with("conclusion", conclusion(step))
                        .build();
        return StepResult.ok("workpaper issued").emitting("workpaper.json", paper);
    }

    private static StepResult handoff(StepInput step) {
        JsonObject report =
                JsonValue.object()
                        .with("to", "audit-risk (independent consumer)")
                        .with("change_id", Claims.value(step.state(), "change_id"))
                        .with("system", Claims.value(step.payload(), "system"))
                        .with("controls_tested", controls(step))
                        .with("gate", Claims.value(step.state(), "gate"))
                        .with("independent_review", Claims.value(step.state(), "review"))
                        .with("exceptions", Claims.value(step.state(), "findings"))
                        .with("approval", MakerChecker.approval(step, KEY))
                        .with("conclusion", conclusion(step))
                        .with("audit_log_head", step.head())
                        .with(
                                "verify",
                                "AuditLog(<run>/audit.jsonl).verify() must be True; head must"
                                        + " match audit_log_head")
                        .build();
        return StepResult.ok("handoff report issued to the independent consumer")
                .emitting("handoff_report.json", report);
    }

    private static JsonValue controls(StepInput step) {
        return Claims.strings(
                ClaimReader.claims(step.state()).stream().map(Claim::control).toList());
    }

    /// With findings the words are a guess: no run of the producer with findings was completed.
    private static String conclusion(StepInput step) {
        int findings = ClaimReader.rules(step.state()).size();
        return findings == 0 ? "no exceptions" : findings + " exception(s)";
    }
}
