// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.policy.References;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleCase;
import dev.countersign.core.review.RuleResult;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Walks through the steps of an incident's runbook: {id, title, author, severity, change_type,
/// steps [{name, action, risky, evidence}]}. The plan is reviewed first; then each of its steps is
/// a step of the run, and a risky one waits for the approval key `approve:<name>`. What the action
/// is, is recorded; nothing is carried out here.
final class IncidentRunbook {
    private static final String INGEST = "ingest";
    private static final String REVIEW = "independent_review";
    private static final String HANDOFF = "handoff_report";
    private static final Set<String> OWN = Set.of(INGEST, REVIEW, HANDOFF);

    /// More steps than anybody walks through.
    private static final int MOST_STEPS = 1_000;

    private final JsonObject payload;
    private final Reviewer reviewer;
    private final References references;

    IncidentRunbook(JsonObject payload, WorkflowInput input) {
        this.payload = payload;
        this.reviewer = input.reviewer();
        this.references = input.references();
    }

    static @Nullable String objection(JsonObject payload) {
        if (payload.string("id") == null || payload.string("author") == null) {
            return "needs the texts /id and /author";
        }
        if (!(payload.get("steps") instanceof JsonArray(List<JsonValue> steps))
                || steps.isEmpty()
                || steps.size() > MOST_STEPS) {
            return "needs /steps, an array of 1 to " + MOST_STEPS + " objects";
        }
        Set<String> names = new HashSet<>(OWN);
        for (int i = 0; i < steps.size(); i++) {
            String name = steps.get(i) instanceof JsonObject step ? step.string("name") : null;
            if (name == null || name.isBlank()) {
                return "needs a text /steps/" + i + "/name";
            }
            if (!names.add(name)) {
                return "names two steps alike at /steps/" + i + "/name, or as a step of the engine";
            }
            if (!(steps.get(i) instanceof JsonObject step) || !answered(step.get("risky"))) {
                return "needs true or false at /steps/" + i + "/risky";
            }
        }
        return null;
    }

    /// Neither silence nor any other value may pass for no.
    private static boolean answered(@Nullable JsonValue risky) {
        return risky instanceof JsonWord(JsonKind kind)
                && (kind == JsonKind.TRUE || kind == JsonKind.FALSE);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(INGEST, this::ingest));
        steps.add(Step.of(REVIEW, this::review));
        List<JsonObject> planned = planned();
        for (int i = 0; i < planned.size(); i++) {
            JsonObject plan = planned.get(i);
            int number = i + 1;
            steps.add(Step.of(name(plan), step -> perform(step, plan, number)));
        }
        steps.add(Step.of(HANDOFF, this::handoff));
        return steps;
    }

    private StepResult ingest(StepInput step) {
        List<RuleResult> findings =
                Objects.requireNonNull(
                        RuleBook.ours()
                                .apply(
                                        Workflow.INCIDENT_RUNBOOK.word(),
                                        new RuleCase(payload, List.of(), references)));
        JsonObject plan =
                JsonValue.object()
                        .with("incident_id", Claims.value(payload, "id"))
                        .with("title", Claims.value(payload, "title"))
                        .with("severity", Claims.value(payload, "severity"))
                        .with("change_type", Claims.value(payload, "change_type"))
                        .with("author", Claims.value(payload, "author"))
                        .with("steps", Claims.value(payload, "steps"))
                        .build();
        return Claims.ingest(step, "incident_id")
                .emitting("plan.json", plan)
                .with("findings", Claims.rules(findings));
    }

    private StepResult review(StepInput step) {
        List<String> risky =
                planned().stream().filter(IncidentRunbook::risky).map(p -> name(p)).toList();
        JsonObject summary =
                JsonValue.object()
                        .with("incident_id", Claims.value(step.state(), "incident_id"))
                        .with(
                                "steps",
                                Claims.strings(planned().stream().map(p -> name(p)).toList()))
                        .with("risky", Claims.strings(risky))
                        .with("exceptions", Claims.value(step.state(), "findings"))
                        .build();
        boolean exceptions = !ClaimReader.rules(step.state()).isEmpty();
        return IndependentReview.perform(
                step,
                reviewer,
                new Reviewer.Request(step.payload(), summary, "plan", true, exceptions));
    }

    private StepResult perform(StepInput step, JsonObject plan, int number) {
        String key = "approve:" + name(plan);
        if (risky(plan)) {
            StepResult decision = MakerChecker.perform(step, key, waiting(plan, key, number));
            if (decision.status() != StepResult.Status.OK) {
                return decision;
            }
            return recorded(step, plan, number, decision.reason() + "; step recorded");
        }
        return recorded(step, plan, number, "step recorded");
    }

    private StepResult waiting(JsonObject plan, String key, int number) {
        JsonObject request =
                JsonValue.object()
                        .with("incident_id", Claims.value(payload, "id"))
                        .with("author", Claims.value(payload, "author"))
                        .with("step", name(plan))
                        .with("action", Claims.value(plan, "action"))
                        .with("evidence", Claims.value(plan, "evidence"))
                        .with("key", key)
                        .with("asks", "approval of a risky step (maker-checker)")
                        .build();
        return StepResult.awaiting("risky step: awaiting approval")
                .emitting("approval_request-" + number + ".json", request);
    }

    private StepResult recorded(StepInput step, JsonObject plan, int number, String reason) {
        JsonObject performed =
                JsonValue.object()
                        .with("incident_id", Claims.value(payload, "id"))
                        .with("step", name(plan))
                        .with("action", Claims.value(plan, "action"))
                        .with("risky", JsonValue.of(risky(plan)))
                        .with("evidence", Claims.value(plan, "evidence"))
                        .with("approval", MakerChecker.approval(step, "approve:" + name(plan)))
                        .build();
        return StepResult.ok(reason).emitting("step-" + number + ".json", performed);
    }

    private StepResult handoff(StepInput step) {
        List<JsonObject> approvals = new ArrayList<>();
        for (JsonObject plan : planned()) {
            if (risky(plan)) {
                approvals.add(
                        JsonValue.object()
                                .with("step", name(plan))
                                .with(
                                        "approval",
                                        MakerChecker.approval(step, "approve:" + name(plan)))
                                .build());
            }
        }
        int findings = ClaimReader.rules(step.state()).size();
        JsonObject report =
                JsonValue.object()
                        .with("to", "audit-risk (independent consumer)")
                        .with("incident_id", Claims.value(step.state(), "incident_id"))
                        .with("title", Claims.value(payload, "title"))
                        .with("severity", Claims.value(payload, "severity"))
                        .with("independent_review", Claims.value(step.state(), "review"))
                        .with("exceptions", Claims.value(step.state(), "findings"))
                        .with("approvals", Claims.array(approvals))
                        .with(
                                "conclusion",
                                findings == 0 ? "no exceptions" : findings + " exception(s)")
                        .with("audit_log_head", step.head())
                        .build();
        return StepResult.ok("handoff report issued to the independent consumer")
                .emitting("handoff_report.json", report);
    }

    private List<JsonObject> planned() {
        List<JsonObject> planned = new ArrayList<>();
        if (payload.get("steps") instanceof JsonArray(List<JsonValue> values)) {
            for (JsonValue value : values) {
                if (value instanceof JsonObject plan) {
                    planned.add(plan);
                }
            }
        }
        return planned;
    }

    private static String name(JsonObject plan) {
        String name = plan.string("name");
        if (name == null) {
            throw new IllegalStateException("a payload with an objection is not run");
        }
        return name;
    }

    private static boolean risky(JsonObject plan) {
        return plan.get("risky") instanceof JsonWord(JsonKind kind) && kind == JsonKind.TRUE;
    }
}
