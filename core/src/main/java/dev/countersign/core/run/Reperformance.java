// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;
import dev.countersign.core.review.Abstention;
import dev.countersign.core.review.Claim;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.EvidenceText;
import dev.countersign.core.review.EvidenceTexts;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.review.Grounding;
import dev.countersign.core.review.GroundingGate;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleCase;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// The gate, the rules and the model's output, performed again and compared (FORMATS 1, cross-check
/// 7; FORMATS 5).
final class Reperformance {
    private static final JsonObject NONE = new JsonObject(List.of());

    private final StateFile state;
    private final String workflow;
    final List<Claim> claims;
    final List<Abstention> abstentions;
    final List<RuleResult> findings;
    final @Nullable GateResult recordedGate;
    final @Nullable GatePerformance gate;
    final @Nullable List<RuleResult> rules;
    private final List<RuleBook.Additional> failed;

    Reperformance(StateFile state, String workflow, Policy policy, RuleBook book) {
        this.state = state;
        this.workflow = workflow;
        JsonObject value = state.value() == null ? NONE : state.value();
        claims = ClaimReader.claims(value);
        abstentions = ClaimReader.abstentions(value);
        findings = ClaimReader.rules(value);
        recordedGate = ClaimReader.gate(value);
        JsonObject payload = state.object("payload");
        EvidenceText evidence = payload == null ? null : EvidenceTexts.of(workflow, payload);
        gate =
                evidence == null
                        ? null
                        : GroundingGate.perform(claims, abstentions.size(), evidence);
        RuleBook.Applied applied =
                payload == null
                        ? new RuleBook.Applied(null, List.of())
                        : book.perform(
                                workflow, new RuleCase(payload, claims, policy.references()));
        rules = applied.results();
        failed = applied.failed();
    }

    /// The recorded verdict against the one performed here, and against what the log says the gate
    /// did.
    Check gate(Logged log, Policy policy) {
        if (state.problem() != null) {
            return LogGround.unchecked(Kind.GATE, state.problem());
        }
        boolean unreadable =
                recordedGate == null && state.value() != null && state.value().get("gate") != null;
        if (recordedGate == null && !unreadable) {
            return absent(log, policy);
        }
        List<Evidence> evidence = new ArrayList<>();
        if (recordedGate == null) {
            evidence.add(noVerdict());
        } else {
            asLogged(recordedGate, log, policy, evidence);
            if (gate != null) {
                asPerformed(recordedGate, gate.result(), evidence);
            }
        }
        return gate == null && evidence.isEmpty()
                ? LogGround.unchecked(Kind.GATE, Why.UNKNOWN_WORKFLOW)
                : LogGround.compared(Kind.GATE, evidence);
    }

    /// The gate as it is recorded has none of the words that a verdict can be.
    private Evidence noVerdict() {
        JsonValue whole = state.value() == null ? null : state.value().get("gate");
        if (!(whole instanceof JsonObject object)) {
            return new Evidence("gate", -1, "a JSON object", PayloadWords.said(whole));
        }
        return new Evidence(
                "verdict",
                -1,
                gate == null ? "a verdict" : gate.result().verdict().word(),
                PayloadWords.said(object.get("verdict")));
    }

    /// The producer writes its checkpoint first: a gate that the log alone has was taken out.
    private Check absent(Logged log, Policy policy) {
        List<Evidence> evidence = new ArrayList<>();
        log.results.forEach((step, event) -> {
            if (state.value() != null
                    && gated(step, event, policy)
                    && event.record() > log.attempt) {
                String verdict = gate == null ? null : gate.result().verdict().word();
                evidence.add(new Evidence("verdict", event.record(), verdict, null));
            }
        });
        return evidence.isEmpty()
                ? LogGround.unchecked(Kind.GATE, Why.NOTHING_RECORDED)
                : LogGround.compared(Kind.GATE, evidence);
    }

    /// Whether a step is the gate, and came to an end.
    private boolean gated(String step, RunEvent event, Policy policy) {
        String status = Logged.said(event, "status");
        boolean done = status.equals("ok") || status.equals("blocked");
        return done && policy.step(workflow, step).kind() == StepRule.Kind.GATE;
    }

    private void asPerformed(GateResult recorded, GateResult performed, List<Evidence> evidence) {
        differ("verdict", performed.verdict().word(), recorded.verdict().word(), evidence);
        count("grounded", performed.grounded(), recorded.grounded(), evidence);
        count("ungrounded", performed.ungrounded(), recorded.ungrounded(), evidence);
        count("abstentions", performed.abstentions(), recorded.abstentions(), evidence);
        JsonObject written = state.object("gate");
        JsonValue reasons = written == null ? null : written.get("reasons");
        if (reasons instanceof JsonArray(List<JsonValue> all)) {
            reasons("", -1, performed.reasons(), all, evidence);
        } else {
            evidence.add(new Evidence("reasons", -1, "a list", PayloadWords.said(reasons)));
        }
    }

    /// A count that is no number is shown as it is written.
    private void count(String key, int performed, int recorded, List<Evidence> evidence) {
        if (performed != recorded) {
            JsonObject written = state.object("gate");
            JsonValue found = written == null ? null : written.get(key);
            String text = found == null ? null : found.text();
            evidence.add(new Evidence(key, -1, Integer.toString(performed), text));
        }
    }

    /// How the producer quotes odd texts in them is not known.
    static void reasons(
            String path,
            long record,
            List<String> performed,
            List<JsonValue> recorded,
            List<Evidence> evidence) {
        for (int i = 0; i < Math.max(performed.size(), recorded.size()); i++) {
            String expected = i < performed.size() ? performed.get(i) : null;
            String found = i < recorded.size() ? PayloadWords.text(recorded.get(i)) : null;
            boolean odd =
                    expected != null && (expected.indexOf('\\') >= 0 || expected.indexOf('"') >= 0);
            if (found == null || !odd && !found.equals(expected)) {
                evidence.add(new Evidence(path + "reasons/" + i, record, expected, found));
            }
        }
    }

    /// Whether a claim stands in the evidence.
    static boolean grounded(GatePerformance gate, int claim) {
        return gate.claims().get(claim).grounding() instanceof Grounding.Found;
    }

    private void asLogged(GateResult recorded, Logged log, Policy policy, List<Evidence> evidence) {
        boolean blocks = recorded.verdict() == GateVerdict.BLOCK;
        log.results.forEach((step, event) -> {
            String status = Logged.said(event, "status");
            if (gated(step, event, policy) && blocks != status.equals("blocked")) {
                evidence.add(new Evidence(step, event.record(), status, recorded.verdict().word()));
            }
        });
    }

    /// @param due whether the step that leaves them came to its end: then no list is a difference
    Check rules(boolean due) {
        if (state.problem() != null) {
            return LogGround.unchecked(Kind.RULES, state.problem());
        }
        boolean recorded = state.value() != null && ClaimReader.hasRules(state.value());
        if (!recorded && !due) {
            return LogGround.unchecked(Kind.RULES, Why.NOTHING_RECORDED);
        }
        if (rules == null) {
            return unperformed();
        }
        List<Evidence> evidence = new ArrayList<>();
        lists("rules", rules, findings, Reperformance::same, Reperformance::line, evidence);
        if (!recorded && evidence.isEmpty()) {
            evidence.add(new Evidence("rules", -1, "a list", null));
        }
        return LogGround.compared(Kind.RULES, evidence);
    }

    /// Nobody has rules for the workflow, or those that somebody added do not work.
    private Check unperformed() {
        List<Evidence> failures =
                failed.stream()
                        .map(added -> new Evidence(added.rules(), -1, null, added.failure()))
                        .toList();
        return failures.isEmpty()
                ? LogGround.unchecked(Kind.RULES, Why.UNKNOWN_WORKFLOW)
                : new Check(Kind.RULES, Outcome.NOT_CHECKED, Why.RULES_FAILED, failures);
    }

    static <T> void lists(
            String subject,
            List<T> performed,
            List<T> recorded,
            BiPredicate<T, T> same,
            Function<T, String> line,
            List<Evidence> evidence) {
        for (int i = 0; i < Math.max(performed.size(), recorded.size()); i++) {
            T expected = i < performed.size() ? performed.get(i) : null;
            T found = i < recorded.size() ? recorded.get(i) : null;
            if (expected == null || found == null || !same.test(expected, found)) {
                evidence.add(
                        new Evidence(
                                subject + "/" + i,
                                -1,
                                expected == null ? null : line.apply(expected),
                                found == null ? null : line.apply(found)));
            }
        }
    }

    /// How a trade is concluded.
    String tradeConclusion() {
        boolean violated = !(rules == null ? findings : rules).isEmpty();
        return violated ? "VIOLATION" : abstentions.isEmpty() ? "clear" : "NEEDS HUMAN REVIEW";
    }

    static boolean same(Claim one, Claim other) {
        return one.control().equals(other.control())
                && one.text().equals(other.text())
                && one.citation().equals(other.citation())
                && one.approvalDate().equals(other.approvalDate());
    }

    static boolean same(Abstention one, Abstention other) {
        return one.control().equals(other.control()) && one.reason().equals(other.reason());
    }

    static boolean same(RuleResult one, RuleResult other) {
        return one.control().equals(other.control())
                && one.severity().equals(other.severity())
                && one.detail().equals(other.detail());
    }

    static String line(Claim claim) {
        String line = claim.control() + " | " + claim.text() + " | " + claim.citation();
        return claim.approvalDate().isEmpty() ? line : line + " | " + claim.approvalDate();
    }

    static String line(Abstention abstention) {
        return abstention.control() + " | " + abstention.reason();
    }

    static String line(RuleResult result) {
        return result.control() + " | " + result.severity() + " | " + result.detail();
    }

    private static void differ(
            String subject, Object expected, Object found, List<Evidence> evidence) {
        if (!expected.equals(found)) {
            evidence.add(
                    new Evidence(subject, -1, String.valueOf(expected), String.valueOf(found)));
        }
    }
}
