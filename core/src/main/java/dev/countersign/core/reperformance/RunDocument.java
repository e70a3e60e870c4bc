// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.review.Claim;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GroundedClaim;
import dev.countersign.core.review.Grounding;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The results of one run as a document (CLI, `reperform`): nothing in it depends on where the run
/// lies, or on when it was performed.
final class RunDocument {
    private final Reperformance done;
    private final RunSnapshot run;

    RunDocument(Reperformance done) {
        this.done = done;
        this.run = done.run();
    }

    Results results() {
        ChainReport chain = run.chain();
        JsonValue.ObjectBuilder document =
                JsonValue.object()
                        .with("format", "countersign/reperformance-results/v1")
                        .with("tool_version", done.basis().tool())
                        .with("policy", policy(done.basis()))
                        .with("run_id", run.runId())
                        .with("workflow", run.workflow())
                        .with("head", chain == null ? null : chain.head())
                        .with("inputs", list(done.inputs(), RunDocument::input))
                        .with(
                                "agree",
                                done.compared() || done.differs()
                                        ? JsonValue.of(done.agrees())
                                        : JsonWord.NULL)
                        .with("not_performed", done.silence())
                        .with("claims", claims())
                        .with("gate", gate())
                        .with("rules", rules())
                        .with("model_output_agrees", agreement(TestKind.MODEL_OUTPUT))
                        .with("tests", list(done.comparisons(), RunDocument::test))
                        .with("differences", list(done.differences(), RunDocument::difference))
                        .with("clocks", list(run.clocks(), RunDocument::clock))
                        .with("additional", additional())
                        .with("controls", list(done.controls(), Control::document));
        List<String> unregistered = done.unregistered();
        if (!unregistered.isEmpty()) {
            document.with("not_in_register", list(unregistered, JsonValue::of));
        }
        return new Results(document.build());
    }

    static JsonObject policy(Basis basis) {
        return JsonValue.object()
                .with("version", basis.policyVersion())
                .with("sha256", basis.policySha256())
                .build();
    }

    static <T> JsonArray list(List<T> values, Function<T, JsonValue> each) {
        return new JsonArray(values.stream().map(each).toList());
    }

    private static JsonValue input(Input input) {
        return JsonValue.object().with("name", input.name()).with("sha256", input.sha256()).build();
    }

    /// Whether a test agrees; `null` if nothing was compared.
    private JsonValue agreement(TestKind test) {
        return switch (done.of(test).result()) {
            case AGREES -> JsonValue.of(true);
            case DIFFERS -> JsonValue.of(false);
            case NOT_COMPARED -> JsonWord.NULL;
        };
    }

    private JsonArray claims() {
        GatePerformance gate = run.gate();
        if (gate != null) {
            return list(gate.claims(), RunDocument::grounded);
        }
        return run.state() == null
                ? new JsonArray(List.of())
                : list(
                        ClaimReader.claims(run.state()),
                        claim -> claim(claim, JsonWord.NULL, JsonWord.NULL));
    }

    private static JsonValue claim(Claim claim, JsonValue grounded, JsonValue where) {
        return JsonValue.object()
                .with("control", claim.control())
                .with("text", claim.text())
                .with("citation", claim.citation())
                .with("grounded", grounded)
                .with("where", where)
                .build();
    }

    /// Places are UTF-16 units of the joined evidence.
    private static JsonValue grounded(GroundedClaim grounded) {
        if (grounded.grounding() instanceof Grounding.Found found) {
            JsonValue where =
                    JsonValue.object()
                            .with("from", found.from())
                            .with("to", found.to())
                            .with("evidence", list(found.parts(), JsonValue::of))
                            .with("straddles", JsonValue.of(found.straddles()))
                            .build();
            return claim(grounded.claim(), JsonValue.of(true), where);
        }
        return claim(grounded.claim(), JsonValue.of(false), JsonWord.NULL);
    }

    private JsonObject gate() {
        GateResult recorded = run.recordedGate();
        GatePerformance performed = run.gate();
        GateResult again = performed == null ? null : performed.result();
        boolean differs =
                done.of(TestKind.CLAIMS).result() == Comparison.Result.DIFFERS
                        || done.of(TestKind.VERDICT).result() == Comparison.Result.DIFFERS;
        return JsonValue.object()
                .with("recorded", recorded == null ? null : recorded.verdict().word())
                .with("reperformed", again == null ? null : again.verdict().word())
                .with("agree", differs ? JsonValue.of(false) : agreement(TestKind.VERDICT))
                .with("recorded_counts", counts(recorded))
                .with("reperformed_counts", counts(again))
                .with(
                        "nothing_asserted",
                        JsonValue.of(performed != null && performed.nothingAsserted()))
                .build();
    }

    private static JsonValue counts(@Nullable GateResult gate) {
        return gate == null
                ? JsonWord.NULL
                : JsonValue.object()
                        .with("grounded", count(gate.grounded()))
                        .with("ungrounded", count(gate.ungrounded()))
                        .with("abstentions", count(gate.abstentions()))
                        .build();
    }

    /// `null` if no number was recorded.
    private static JsonValue count(int count) {
        return count < 0 ? JsonWord.NULL : JsonValue.of(count);
    }

    /// Each result once, with whether it was recorded and whether it comes out here; by place, as
    /// the order belongs to what the rules give.
    private JsonArray rules() {
        List<RuleResult> recorded = run.findings();
        List<RuleResult> again = run.reperformedFindings();
        List<JsonValue> all = new ArrayList<>();
        int most = Math.max(recorded.size(), again == null ? 0 : again.size());
        for (int i = 0; i < most; i++) {
            RuleResult left = i < recorded.size() ? recorded.get(i) : null;
            RuleResult right = again != null && i < again.size() ? again.get(i) : null;
            if (left != null && right != null && same(left, right)) {
                all.add(rule(left, true, JsonValue.of(true)));
                continue;
            }
            if (left != null) {
                all.add(rule(left, true, again == null ? JsonWord.NULL : JsonValue.of(false)));
            }
            if (right != null) {
                all.add(rule(right, false, JsonValue.of(true)));
            }
        }
        return new JsonArray(all);
    }

    private static boolean same(RuleResult a, RuleResult b) {
        return a.control().equals(b.control())
                && a.severity().equals(b.severity())
                && a.detail().equals(b.detail());
    }

    private static JsonValue rule(RuleResult rule, boolean recorded, JsonValue reperformed) {
        return JsonValue.object()
                .with("control", rule.control())
                .with("severity", rule.severity().isEmpty() ? null : rule.severity())
                .with("detail", rule.detail())
                .with("recorded", JsonValue.of(recorded))
                .with("reperformed", reperformed)
                .build();
    }

    private static JsonValue test(Comparison comparison) {
        return JsonValue.object()
                .with("test", comparison.test().word())
                .with("outcome", comparison.result().word())
                .with("why", comparison.why())
                .build();
    }

    private static JsonValue difference(Difference difference) {
        return JsonValue.object()
                .with("test", difference.test().word())
                .with("subject", difference.subject())
                .with(
                        "record",
                        difference.record() < 0 ? JsonWord.NULL : JsonValue.of(difference.record()))
                .with("recorded", difference.recorded())
                .with("reperformed", difference.reperformed())
                .build();
    }

    private static JsonValue clock(RunClock clock) {
        Cycle.Ending ending = clock.cycle().ending();
        return JsonValue.object()
                .with("clock", clock.kind().word())
                .with("record", clock.cycle().record())
                .with("started", clock.cycle().started().toString())
                .with("assumed", JsonValue.of(clock.cycle().assumed()))
                .with("due", clock.due().toString())
                .with("ended", ending == null ? null : ending.at().toString())
                .with(
                        "met",
                        ending == null
                                ? JsonWord.NULL
                                : JsonValue.of(!ending.at().isAfter(clock.due())))
                .with("policy_version", clock.policyVersion())
                .build();
    }

    /// What is stricter than the producer: our own comparisons of dates, then a firm's rules.
    private JsonArray additional() {
        List<JsonValue> all = new ArrayList<>();
        for (Check check : run.channels().additional()) {
            all.add(
                    JsonValue.object()
                            .with("rules", "countersign")
                            .with("check", check.kind().name().toLowerCase(Locale.ROOT))
                            .with("outcome", check.outcome().word())
                            .build());
        }
        for (RuleBook.Additional added : done.additional()) {
            all.add(
                    JsonValue.object()
                            .with("rules", added.rules())
                            .with("failure", added.failure())
                            .with(
                                    "results",
                                    list(
                                            added.results(),
                                            result ->
                                                    JsonValue.object()
                                                            .with("control", result.control())
                                                            .with("severity", result.severity())
                                                            .with("detail", result.detail())
                                                            .build()))
                            .build());
        }
        return new JsonArray(all);
    }
}
