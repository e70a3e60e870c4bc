// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The checkpoint and the folder's name against the log (FORMATS 1, cross-checks 1 and 3).
///
/// The producer writes its checkpoint first, so what is in the state and not in the log is its
/// crash form, or an edit; we write the log first, so the reverse is ours, or an edit. Of records
/// before the last attempt the checkpoint need not know: it was lost.
final class StateChecks {
    private final LogGround ground;
    private final Logged log;
    private final StateFile state;
    private final String folderName;

    StateChecks(LogGround ground, Logged log, StateFile state, String folderName) {
        this.ground = ground;
        this.log = log;
        this.state = state;
        this.folderName = folderName;
    }

    /// A checkpoint that is not there says nothing. A damaged one, or a link out of the run in its
    /// place, which a producer would follow, speaks against it.
    Check payloadId() {
        if (state.problem() != null) {
            Evidence fault = state.fault();
            List<Evidence> where = fault == null ? List.of() : List.of(fault);
            boolean damaged =
                    state.problem() == Why.STATE_UNREADABLE || state.problem() == Why.NOT_FOLLOWED;
            Outcome outcome = damaged ? Outcome.FAILED : Outcome.NOT_CHECKED;
            return new Check(Kind.PAYLOAD_ID, outcome, state.problem(), where);
        }
        String given = state.payloadId();
        boolean named = StateFile.isRunId(folderName);
        if (given == null || log.runId == null && !named) {
            return LogGround.unchecked(Kind.PAYLOAD_ID, Why.NOTHING_RECORDED);
        }
        List<Evidence> evidence = new ArrayList<>();
        if (log.runId != null && !log.runId.equals(given)) {
            evidence.add(new Evidence("run_started", 0, log.runId, given));
        }
        if (named && log.runId == null && !folderName.equals(given)) {
            evidence.add(new Evidence("folder", -1, folderName, given));
        }
        // the folder's name vouches for it without the log
        return named && folderName.equals(given)
                ? LogGround.compared(Kind.PAYLOAD_ID, evidence)
                : log.runId == null
                        ? LogGround.compared(Kind.PAYLOAD_ID, evidence)
                        : ground.check(Kind.PAYLOAD_ID, evidence);
    }

    Check folderName() {
        List<Evidence> evidence = new ArrayList<>();
        boolean named = StateFile.isRunId(folderName);
        String expected = named ? folderName : log.runId;
        RunEvent first = null;
        for (RunEvent event : log.events) {
            boolean bound =
                    event.event().equals("run_started") || event.event().equals("run_completed");
            if (!bound) {
                continue;
            }
            first = first == null ? event : first;
            String id = event.text("run_id");
            if (id == null) {
                evidence.add(new Evidence(event.event(), event.record(), runId(expected), null));
            } else if (expected != null && !id.equals(expected)) {
                evidence.add(new Evidence(event.event(), event.record(), expected, id));
            }
        }
        if (ground.silence() == null && evidence.isEmpty()) {
            if (first == null) {
                return LogGround.unchecked(Kind.FOLDER_NAME, Why.NOTHING_RECORDED);
            }
            if (!named) {
                return renamed(first);
            }
        }
        return ground.check(Kind.FOLDER_NAME, evidence);
    }

    /// What a record should name that names none.
    private String runId(@Nullable String expected) {
        return expected != null
                ? expected
                : Objects.requireNonNullElse(state.payloadId(), "a run id");
    }

    /// People rename folders: that is said, and speaks against nothing.
    private Check renamed(RunEvent first) {
        Evidence where =
                new Evidence(first.event(), first.record(), folderName, first.text("run_id"));
        return new Check(Kind.FOLDER_NAME, Outcome.NOT_CHECKED, Why.NOT_A_RUN_NAME, List.of(where));
    }

    Check approvals() {
        Map<String, String> inState = new LinkedHashMap<>();
        for (Member member : members("approvals")) {
            inState.put(member.key(), approval(member.value()));
        }
        Map<String, String> inLog = new LinkedHashMap<>();
        log.approvals.forEach((key, event) -> inLog.put(key, approval(event.value())));
        return compare(Kind.STATE_APPROVALS, inState, inLog, log.approvals);
    }

    private static String approval(JsonValue value) {
        return value instanceof JsonObject approval
                ? PayloadWords.text(approval.get("approver"))
                        + ": "
                        + PayloadWords.text(approval.get("decision"))
                : PayloadWords.text(value);
    }

    Check artifacts() {
        Map<String, String> inState = new LinkedHashMap<>();
        for (Member member : members("artifacts")) {
            inState.put(
                    member.key(),
                    member.value() instanceof JsonObject artifact
                            ? PayloadWords.text(artifact.get("sha256_12"))
                            : PayloadWords.text(member.value()));
        }
        Map<String, String> inLog = new LinkedHashMap<>();
        log.artifacts.forEach((name, event) -> inLog.put(name, Logged.said(event, "sha256_12")));
        return compare(Kind.STATE_ARTIFACTS, inState, inLog, log.artifacts);
    }

    /// @param known whether the workflow is known: then the producer keeps the order of the steps,
    ///   each once
    Check steps(boolean known) {
        List<String> done = state.strings("_done");
        Map<String, String> inState = new LinkedHashMap<>();
        done.forEach(step -> inState.put(step, "ok"));
        Map<String, String> inLog = new LinkedHashMap<>();
        log.results.forEach((step, event) -> {
            if ("ok".equals(event.text("status"))) {
                inLog.put(step, "ok");
            }
        });
        Check check = compare(Kind.STATE_STEPS, inState, inLog, log.results);
        Evidence disorder =
                known && check.outcome() == Outcome.VERIFIED ? disorder(done, inLog) : null;
        return disorder == null ? check : ground.check(Kind.STATE_STEPS, List.of(disorder));
    }

    private static @Nullable Evidence disorder(List<String> done, Map<String, String> inLog) {
        int at = 0;
        for (String step : inLog.keySet()) {
            if (at < done.size() && done.get(at).equals(step)) {
                at++;
            } else if (done.contains(step)) {
                String found = at < done.size() ? done.get(at) : null;
                return new Evidence("_done/" + at, -1, step, found);
            }
        }
        return at < done.size() ? new Evidence("_done/" + at, -1, null, done.get(at)) : null;
    }

    private Check compare(
            Kind kind,
            Map<String, String> inState,
            Map<String, String> inLog,
            Map<String, RunEvent> records) {
        if (state.problem() != null) {
            return LogGround.unchecked(kind, state.problem());
        }
        Why why = Why.DISAGREES;
        List<Evidence> evidence = new ArrayList<>();
        Set<String> names = new HashSet<>(inState.keySet());
        for (Map.Entry<String, String> entry : inLog.entrySet()) {
            String found = inState.get(entry.getKey());
            RunEvent event = records.get(entry.getKey());
            long record = event == null ? -1 : event.record();
            names.remove(entry.getKey());
            if (found == null ? record > log.attempt : !found.equals(entry.getValue())) {
                why = found == null && why == Why.DISAGREES ? Why.LOG_AHEAD : why;
                evidence.add(new Evidence(entry.getKey(), record, entry.getValue(), found));
            }
        }
        for (String name : inState.keySet()) {
            if (names.contains(name)) {
                why = Why.STATE_AHEAD;
                RunEvent event = records.get(name);
                evidence.add(
                        new Evidence(
                                name,
                                event == null ? -1 : event.record(),
                                event == null ? null : event.text("status"),
                                inState.get(name)));
            }
        }
        if (ground.silence() == null && inState.isEmpty() && evidence.isEmpty()) {
            return LogGround.unchecked(kind, Why.NOTHING_RECORDED);
        }
        return ground.check(kind, evidence, why);
    }

    private List<Member> members(String key) {
        @Nullable JsonObject object = state.object(key);
        if (object == null) {
            return List.of();
        }
        Map<String, Member> last = new LinkedHashMap<>();
        object.members().forEach(member -> last.put(member.key(), member));
        return List.copyOf(last.values());
    }
}
