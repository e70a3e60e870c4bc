// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.review.Claim;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the artifacts of a known workflow conclude, against what was performed again here; what
/// cannot be performed (who approved, who reviewed) against what was recorded. A member that is not
/// there, or not known, is left alone.
final class Conclusions {
    /// The artifact of the independent review.
    static final String REVIEW = "independent_review.json";

    /// The artifacts that conclude something, by name.
    static final List<String> NAMES =
            List.of(ArtifactReader.HANDOFF, REVIEW, "pad_report.json", "workpaper.json");

    private static final String CLEAN = "no exceptions";

    private final Reperformance again;
    private final Logged log;
    private final StateFile state;
    private final ControlSteps steps;
    private final List<RuleResult> rules;
    private final List<Evidence> evidence = new ArrayList<>();
    private String name = "";
    private long record = -1;

    private Conclusions(Reperformance again, Logged log, StateFile state, ControlSteps steps) {
        this.again = again;
        this.log = log;
        this.state = state;
        this.steps = steps;
        this.rules = again.rules == null ? again.findings : again.rules;
    }

    /// An artifact that is not the one that was recorded is not the run's conclusion.
    ///
    /// @param steps null where the workflow is not known
    /// @param artifacts what those say that could be read, by name
    static Check check(
            LogGround ground,
            Reperformance again,
            Logged log,
            StateFile state,
            @Nullable ControlSteps steps,
            ArtifactChecks files,
            Map<String, JsonObject> artifacts) {
        if (state.problem() != null) {
            return LogGround.unchecked(Kind.CONCLUSIONS, state.problem());
        }
        if (steps == null) {
            return LogGround.unchecked(Kind.CONCLUSIONS, Why.UNKNOWN_WORKFLOW);
        }
        Conclusions conclusions = new Conclusions(again, log, state, steps);
        Why silence = Why.NOTHING_RECORDED;
        boolean any = false;
        for (String name : NAMES) {
            JsonObject artifact = artifacts.get(name);
            if (artifact != null && files.asRecorded(name)) {
                any = true;
                conclusions.artifact(name, artifact);
            } else if (artifact != null) {
                silence = Why.NOT_AS_RECORDED;
            }
        }
        return any || ground.silence() != null
                ? ground.check(Kind.CONCLUSIONS, conclusions.evidence)
                : LogGround.unchecked(Kind.CONCLUSIONS, silence);
    }

    private void artifact(String file, JsonObject artifact) {
        RunEvent written = log.artifacts.get(file);
        name = file;
        record = written == null ? -1 : written.record();
        for (Member member : artifact.members()) {
            member(member.key(), member.value());
        }
    }

    private void member(String key, JsonValue value) {
        switch (key) {
            case "summary" -> {
                if (value instanceof JsonObject summary) {
                    summary.members().forEach(member -> member(member.key(), member.value()));
                }
            }
            case "gate" -> gate(value);
            case "violations", "exceptions" -> rules(key, value);
            case "claims" -> claims(value);
            case "abstentions" ->
                    lists(
                            key,
                            again.abstentions.stream().map(Reperformance::line).toList(),
                            ClaimReader.abstentions(under("abstentions", value)).stream()
                                    .map(Reperformance::line)
                                    .toList());
            case "controls_tested" ->
                    lists(key, again.claims.stream().map(Claim::control).toList(), texts(value));
            case "conclusion" -> conclusion(PayloadWords.text(value));
            case "approval" -> approval(key, value, steps.approvalKey());
            case "approvals" -> approvals(value);
            case "independent_review", "verdict" -> review(key, value);
            default -> {
                // not known
            }
        }
    }

    private void gate(JsonValue value) {
        GateResult expected = again.gate == null ? again.recordedGate : again.gate.result();
        if (expected == null) {
            return;
        }
        GateResult said = ClaimReader.gate(under("gate", value));
        if (said == null) {
            differ("gate/verdict", expected.verdict().word(), null);
            return;
        }
        differ("gate/verdict", expected.verdict().word(), said.verdict().word());
        differ("gate/grounded", count(expected.grounded()), count(said.grounded()));
        differ("gate/ungrounded", count(expected.ungrounded()), count(said.ungrounded()));
        differ("gate/abstentions", count(expected.abstentions()), count(said.abstentions()));
    }

    private void rules(String key, JsonValue value) {
        lists(
                key,
                rules.stream().map(Reperformance::line).toList(),
                ClaimReader.rules(under("findings", value)).stream()
                        .map(Reperformance::line)
                        .toList());
    }

    private void claims(JsonValue value) {
        List<Claim> said = ClaimReader.claims(under("claims", value));
        lists(
                "claims",
                again.claims.stream().map(Reperformance::line).toList(),
                said.stream().map(Reperformance::line).toList());
        for (int i = 0; again.gate != null && i < said.size(); i++) {
            JsonValue recheck = said.get(i).recorded().get("grounded_on_recheck");
            if (recheck != null && i < again.gate.claims().size()) {
                JsonValue grounded = JsonValue.of(Reperformance.grounded(again.gate, i));
                differ("claims/" + i + "/grounded_on_recheck", grounded.text(), recheck.text());
            }
        }
    }

    /// How the producer concludes a change with findings, or with controls left open, no run of it
    /// has shown: then only what cannot be is a difference.
    private void conclusion(String said) {
        boolean open = !again.abstentions.isEmpty();
        if (name.equals("pad_report.json")) {
            differ(
                    "conclusion",
                    !rules.isEmpty() ? "VIOLATION" : open ? "NEEDS HUMAN REVIEW" : "clear",
                    said);
        } else if (rules.isEmpty() && !open) {
            differ("conclusion", CLEAN, said);
        } else if (!rules.isEmpty() && said.strip().equalsIgnoreCase(CLEAN)) {
            differ("conclusion", rules.size() + " exception(s)", said);
        }
    }

    private void approvals(JsonValue value) {
        if (value instanceof JsonArray(List<JsonValue> all)) {
            for (int i = 0; i < all.size(); i++) {
                JsonObject one = all.get(i) instanceof JsonObject o ? o : null;
                String step = one == null ? null : one.string("step");
                JsonValue approval = one == null ? null : one.get("approval");
                ControlSteps.Control control = step == null ? null : steps.control(step);
                if (approval != null && control != null) {
                    approval("approvals/" + i, approval, control.key());
                }
            }
        }
    }

    /// The last one before the artifact was written; one that the checkpoint alone has may be the
    /// producer's.
    private void approval(String path, JsonValue value, @Nullable String key) {
        if (key == null || key.isEmpty()) {
            return;
        }
        JsonObject said = value instanceof JsonObject o ? o : under("approver", value);
        Approval last = null;
        for (Approval decision : log.decisions) {
            boolean before = record < 0 || decision.record() < record;
            if (before && !decision.rejection() && decision.key().equals(key)) {
                last = decision;
            }
        }
        JsonObject states = state.object("approvals");
        JsonValue kept = states == null ? null : states.get(key);
        if (last != null) {
            differ(path + "/approver", last.approver(), text(said, "approver"));
            differ(path + "/decision", last.decision(), text(said, "decision"));
        } else if (kept instanceof JsonObject approval) {
            differ(path + "/approver", text(approval, "approver"), text(said, "approver"));
            differ(path + "/decision", text(approval, "decision"), text(said, "decision"));
        } else {
            differ(path + "/approver", null, text(said, "approver"));
        }
    }

    private void review(String path, JsonValue value) {
        JsonObject recorded = state.object("review");
        if (recorded == null || !(value instanceof JsonObject said)) {
            return;
        }
        for (String key : List.of("reviewer", "decision", "notes")) {
            differ(path + "/" + key, text(recorded, key), text(said, key));
        }
    }

    private void lists(String path, List<String> expected, List<String> said) {
        for (int i = 0; i < Math.max(expected.size(), said.size()); i++) {
            differ(
                    path + "/" + i,
                    i < expected.size() ? expected.get(i) : null,
                    i < said.size() ? said.get(i) : null);
        }
    }

    private void differ(String path, @Nullable String expected, @Nullable String said) {
        if (expected == null ? said != null : !expected.equals(said)) {
            evidence.add(new Evidence(name + "/" + path, record, expected, said));
        }
    }

    private static String count(int count) {
        return count < 0 ? "no number" : Integer.toString(count);
    }

    private static @Nullable String text(JsonObject object, String key) {
        String text = PayloadWords.text(object.get(key));
        return text.isEmpty() ? null : text;
    }

    private static List<String> texts(JsonValue value) {
        return value instanceof JsonArray(List<JsonValue> all)
                ? all.stream().map(PayloadWords::text).toList()
                : List.of(PayloadWords.text(value));
    }

    /// A value where the reader of checkpoints looks for it.
    private static JsonObject under(String key, JsonValue value) {
        return JsonValue.object().with(key, value).build();
    }
}
