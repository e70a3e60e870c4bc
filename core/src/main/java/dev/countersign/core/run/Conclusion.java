// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.review.Claim;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.ControlSteps.Control;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// One artifact, member by member. What is the same is compared where it stands: only what differs
/// is put into words.
final class Conclusion {
    private static final String CLEAN = "no exceptions";
    private static final List<String> REVIEW = List.of("reviewer", "decision", "notes");

    private final KnownRun run;
    private final Reperformance again;
    private final String name;
    private final long record;
    private final JsonObject artifact;
    private final List<Evidence> evidence;
    private final List<Evidence> strange;

    /// @param record that names the artifact
    /// @param artifact what it says, or a part of it
    /// @param strange takes what is about something else than the run's payload
    Conclusion(
            KnownRun run,
            String name,
            long record,
            JsonObject artifact,
            List<Evidence> evidence,
            List<Evidence> strange) {
        this.run = run;
        this.again = run.again();
        this.name = name;
        this.record = record;
        this.artifact = artifact;
        this.evidence = evidence;
        this.strange = strange;
    }

    /// The same artifact, a part of it.
    Conclusion in(JsonObject part) {
        return new Conclusion(run, name, record, part, evidence, strange);
    }

    /// A member says what was given. FORMATS binds no artifact to the payload in words: what does
    /// not is strange, and no difference.
    void says(String key, @Nullable JsonValue given) {
        String expected = PayloadWords.said(given);
        String said = PayloadWords.said(artifact.get(key));
        if (expected == null ? said != null : !expected.equals(said)) {
            strange.add(new Evidence(name + "/" + key, record, expected, said));
        }
    }

    /// A list of texts.
    void texts(String key, List<String> expected) {
        list(key, expected, PayloadWords::text, String::equals, text -> text);
    }

    /// What of the claims was tested.
    void controls(String key) {
        texts(key, again.claims.stream().map(Claim::control).toList());
    }

    void gate(String key) {
        GateResult expected = again.gate == null ? again.recordedGate : again.gate.result();
        if (expected == null) {
            return;
        }
        if (!(artifact.get(key) instanceof JsonObject said)) {
            differ(key + "/verdict", expected.verdict().word(), null);
            return;
        }
        differ(key + "/verdict", expected.verdict().word(), said.string("verdict"));
        count(key, "grounded", expected.grounded(), said);
        count(key, "ungrounded", expected.ungrounded(), said);
        count(key, "abstentions", expected.abstentions(), said);
        if (said.get("reasons") instanceof JsonArray(List<JsonValue> reasons)) {
            Reperformance.reasons(
                    name + "/" + key + "/", record, expected.reasons(), reasons, evidence);
        } else {
            differ(key + "/reasons", "a list", PayloadWords.said(said.get("reasons")));
        }
    }

    private void count(String key, String member, int expected, JsonObject said) {
        JsonValue value = said.get(member);
        Long found = value instanceof JsonNumber number ? number.toLong() : null;
        if (found == null || found != expected) {
            String text = value == null ? null : value.text();
            differ(key + "/" + member, Integer.toString(expected), text);
        }
    }

    void rules(String key) {
        List<RuleResult> expected = again.rules == null ? again.findings : again.rules;
        list(key, expected, ClaimReader::rule, Reperformance::same, Reperformance::line);
    }

    void abstentions(String key) {
        list(
                key,
                again.abstentions,
                ClaimReader::abstention,
                Reperformance::same,
                Reperformance::line);
    }

    void claims(String key) {
        List<Claim> expected = again.claims;
        List<JsonValue> said = array(key);
        for (int i = 0; said != null && i < Math.max(expected.size(), said.size()); i++) {
            Claim one = at(expected, i);
            Claim other = i < said.size() ? ClaimReader.claim(said.get(i)) : null;
            pair(key, i, one, other, Reperformance::same, Reperformance::line);
            if (one != null && other != null && again.gate != null) {
                JsonValue recheck = other.recorded().get("grounded_on_recheck");
                String grounded = Boolean.toString(Reperformance.grounded(again.gate, i));
                String found = recheck == null ? null : recheck.text();
                differ(key + "/" + i + "/grounded_on_recheck", grounded, found);
            }
        }
    }

    /// @param read null for what is none
    private <T> void list(
            String key,
            List<T> expected,
            Function<JsonValue, @Nullable T> read,
            BiPredicate<T, T> same,
            Function<T, String> line) {
        List<JsonValue> said = array(key);
        for (int i = 0; said != null && i < Math.max(expected.size(), said.size()); i++) {
            T other = i < said.size() ? read.apply(said.get(i)) : null;
            pair(key, i, at(expected, i), other, same, line);
        }
    }

    private static <T> @Nullable T at(List<T> list, int i) {
        return i < list.size() ? list.get(i) : null;
    }

    private <T> void pair(
            String key,
            int at,
            @Nullable T expected,
            @Nullable T said,
            BiPredicate<T, T> same,
            Function<T, String> line) {
        if (expected == null || said == null || !same.test(expected, said)) {
            differ(
                    key,
                    at,
                    expected == null ? null : line.apply(expected),
                    said == null ? null : line.apply(said));
        }
    }

    /// How the producer concludes a change with findings, or with controls left open, no run of it
    /// has shown: then only what cannot be is a difference.
    void exceptions(String key) {
        String said = PayloadWords.said(artifact.get(key));
        List<RuleResult> rules = again.rules == null ? again.findings : again.rules;
        boolean clean = said != null && said.strip().equalsIgnoreCase(CLEAN);
        if (rules.isEmpty() && again.abstentions.isEmpty()) {
            differ(key, CLEAN, said);
        } else if (said == null || !rules.isEmpty() && clean) {
            differ(key, rules.isEmpty() ? "a conclusion" : rules.size() + " exception(s)", said);
        }
    }

    /// How a trade is concluded.
    void violations(String key) {
        differ(key, again.tradeConclusion(), PayloadWords.said(artifact.get(key)));
    }

    /// Each approval that the plan asks for.
    void approvals(String key) {
        List<JsonValue> said = array(key);
        if (said == null) {
            return;
        }
        int at = 0;
        for (Control control : run.steps().controls()) {
            if (control.key() != null) {
                JsonValue value = at < said.size() ? said.get(at) : null;
                JsonObject one = value instanceof JsonObject o ? o : null;
                differ(
                        key + "/" + at + "/step",
                        control.step(),
                        one == null ? null : one.string("step"));
                JsonValue approval = one == null ? null : one.get("approval");
                approval(key + "/" + at, control.key(), approval);
                at++;
            }
        }
        for (; at < said.size(); at++) {
            differ(key, at, null, said.get(at).text());
        }
    }

    /// @param awaited null where none is
    void approval(String key, @Nullable String awaited) {
        if (awaited != null && !awaited.isEmpty()) {
            approval(key, awaited, artifact.get(key));
        }
    }

    private void approval(String path, String key, @Nullable JsonValue value) {
        JsonObject last = run.approval(key, record);
        JsonObject said = value instanceof JsonObject object ? object : null;
        String whole = said == null ? PayloadWords.said(value) : null;
        differ(
                path + "/approver",
                last == null ? null : PayloadWords.said(last.get("approver")),
                said == null ? whole : PayloadWords.said(said.get("approver")));
        differ(
                path + "/decision",
                last == null ? null : PayloadWords.said(last.get("decision")),
                said == null ? null : PayloadWords.said(said.get("decision")));
    }

    /// The review as the checkpoint has it.
    void review(String key) {
        JsonObject recorded = run.state().object("review");
        JsonObject said = artifact.get(key) instanceof JsonObject object ? object : null;
        if (said == null) {
            differ(key, "a review", PayloadWords.said(artifact.get(key)));
            return;
        }
        for (String member : REVIEW) {
            differ(
                    key + "/" + member,
                    recorded == null ? null : PayloadWords.said(recorded.get(member)),
                    PayloadWords.said(said.get(member)));
        }
    }

    /// A member that is a list; null, and a difference, if it is none.
    private @Nullable List<JsonValue> array(String key) {
        JsonValue value = artifact.get(key);
        if (value instanceof JsonArray(List<JsonValue> values)) {
            return values;
        }
        differ(key, "a list", value == null ? null : value.text());
        return null;
    }

    private void differ(String key, int at, @Nullable String expected, @Nullable String said) {
        if (expected == null || !expected.equals(said)) {
            differ(key + "/" + at, expected, said);
        }
    }

    private void differ(String path, @Nullable String expected, @Nullable String said) {
        if (expected == null ? said != null : !expected.equals(said)) {
            evidence.add(new Evidence(name + "/" + path, record, expected, said));
        }
    }
}
