// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.run.Check.Evidence;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The artifacts of a known workflow, each with the members that its step always writes.
final class KnownArtifacts {
    private static final JsonObject NONE = new JsonObject(List.of());
    private static final String REQUEST = "approval_request-";
    private static final String STEP = "step-";
    private static final String JSON = ".json";

    private final KnownRun run;
    private final JsonObject payload;
    private final List<Evidence> evidence;
    private final List<Evidence> strange;

    /// @param strange takes what is about something else than the run's payload
    KnownArtifacts(KnownRun run, List<Evidence> evidence, List<Evidence> strange) {
        this.run = run;
        this.payload = run.payload();
        this.evidence = evidence;
        this.strange = strange;
    }

    /// Whether some known workflow writes an artifact of this name, and what it says is understood.
    static boolean understood(String name) {
        return switch (name) {
            case "approval_request.json",
                    Conclusions.REVIEW,
                    "workpaper.json",
                    ArtifactReader.HANDOFF,
                    "pad_report.json",
                    "plan.json" ->
                    true;
            default -> number(name, STEP) > 0 || number(name, REQUEST) > 0;
        };
    }

    boolean knows(String name) {
        return switch (run.workflow()) {
            case KnownRun.CHANGE ->
                    switch (name) {
                        case "approval_request.json",
                                Conclusions.REVIEW,
                                "workpaper.json",
                                ArtifactReader.HANDOFF ->
                                true;
                        default -> false;
                    };
            case KnownRun.TRADE -> name.equals("pad_report.json");
            default ->
                    switch (name) {
                        case "plan.json", Conclusions.REVIEW, ArtifactReader.HANDOFF -> true;
                        default -> number(name, STEP) > 0 || number(name, REQUEST) > 0;
                    };
        };
    }

    /// @param record that names it
    /// @param artifact null if it is no JSON object
    void compare(String name, long record, @Nullable JsonObject artifact) {
        if (artifact == null) {
            evidence.add(new Evidence(name, record, "a JSON object", null));
            return;
        }
        Conclusion conclusion = new Conclusion(run, name, record, artifact, evidence, strange);
        switch (run.workflow()) {
            case KnownRun.CHANGE -> change(name, artifact, conclusion);
            case KnownRun.TRADE -> trade(conclusion);
            default -> runbook(name, artifact, conclusion);
        }
    }

    private void change(String name, JsonObject artifact, Conclusion conclusion) {
        if (name.equals(Conclusions.REVIEW)) {
            conclusion.review("verdict");
            Conclusion summary = conclusion.in(part(artifact, "summary"));
            summary.says("change_id", payload.get("id"));
            summary.claims("claims");
            summary.rules("exceptions");
            summary.gate("gate");
            return;
        }
        conclusion.says("change_id", payload.get("id"));
        if (name.equals("approval_request.json")) {
            conclusion.says("author", payload.get("author"));
            return;
        }
        conclusion.says("system", payload.get("system"));
        conclusion.controls("controls_tested");
        conclusion.gate("gate");
        if (name.equals(ArtifactReader.HANDOFF)) {
            conclusion.review("independent_review");
        }
        conclusion.rules("exceptions");
        conclusion.approval("approval", run.steps().approvalKey());
        conclusion.exceptions("conclusion");
    }

    private void trade(Conclusion conclusion) {
        conclusion.says("trade_id", payload.get("id"));
        conclusion.says("employee", payload.get("employee"));
        conclusion.says("symbol", payload.get("symbol"));
        conclusion.gate("gate");
        conclusion.rules("violations");
        conclusion.abstentions("abstentions");
        conclusion.violations("conclusion");
    }

    private void runbook(String name, JsonObject artifact, Conclusion conclusion) {
        switch (name) {
            case Conclusions.REVIEW -> {
                conclusion.review("verdict");
                Conclusion summary = conclusion.in(part(artifact, "summary"));
                summary.says("incident_id", payload.get("id"));
                summary.texts("steps", run.steps().planned());
                summary.texts("risky", run.steps().approved());
                summary.rules("exceptions");
            }
            case "plan.json" -> {
                incident(conclusion);
                conclusion.says("change_type", payload.get("change_type"));
                conclusion.says("author", payload.get("author"));
                conclusion.says("steps", payload.get("steps"));
            }
            case ArtifactReader.HANDOFF -> {
                incident(conclusion);
                conclusion.review("independent_review");
                conclusion.rules("exceptions");
                conclusion.approvals("approvals");
                conclusion.exceptions("conclusion");
            }
            default -> step(name, conclusion);
        }
    }

    private void incident(Conclusion conclusion) {
        conclusion.says("incident_id", payload.get("id"));
        conclusion.says("title", payload.get("title"));
        conclusion.says("severity", payload.get("severity"));
    }

    /// Of one step of the plan: the request of its approval, or that it was done.
    private void step(String name, Conclusion conclusion) {
        boolean request = name.startsWith(REQUEST);
        JsonObject planned = run.planned(number(name, request ? REQUEST : STEP));
        JsonObject plan = planned == null ? NONE : planned;
        String step = PayloadWords.text(plan.get("name"));
        String key = run.steps().key(step);
        conclusion.says("incident_id", payload.get("id"));
        conclusion.says("step", plan.get("name"));
        conclusion.says("action", plan.get("action"));
        conclusion.says("evidence", plan.get("evidence"));
        if (request) {
            conclusion.says("author", payload.get("author"));
            conclusion.says("key", key == null ? null : JsonValue.of(key));
            return;
        }
        JsonValue risky = plan.get("risky");
        conclusion.says("risky", risky == null ? new JsonWord(JsonKind.FALSE) : risky);
        conclusion.approval("approval", key == null ? "approve:" + step : key);
    }

    private static JsonObject part(JsonObject artifact, String key) {
        return artifact.get(key) instanceof JsonObject part ? part : NONE;
    }

    /// The number in a name such as `step-3.json`; 0 if it is none.
    private static int number(String name, String before) {
        int from = before.length();
        int to = name.length() - JSON.length();
        if (to <= from || to > from + 4 || !name.startsWith(before) || !name.endsWith(JSON)) {
            return 0;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = name.charAt(i);
            if (digit < '0' || digit > '9') {
                return 0;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
