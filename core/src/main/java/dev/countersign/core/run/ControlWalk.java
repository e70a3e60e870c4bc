// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.run.ControlSteps.Control;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows a run through its log: did it go on without a control that it has to pass (PRODUCT,
/// "gate bypassed")?
///
/// A step was passed if its last result before is ok; an approval counts if it was recorded before
/// its step was, whether or not the step had asked for it yet, and not taken back. An approval, or
/// the end of a step that was started, that the checkpoint alone has is the producer's crash form,
/// or an edit: comparing the checkpoint with the log says so.
final class ControlWalk {
    private final ControlSteps known;
    private final @Nullable JsonObject stateApprovals;
    private final Set<String> stateDone;
    private final Set<String> started = new HashSet<>();
    private final Map<String, String> results = new HashMap<>();
    private final Set<String> approved = new HashSet<>();
    private final Set<String> decided = new HashSet<>();
    private final Map<String, Evidence> missed = new LinkedHashMap<>();

    /// Whether the reviewer says no: by the checkpoint at any time, by a record or what was emitted
    /// from there on. A record stands above both.
    private final boolean stateRejects;

    /// From which record on the reviewer says no by what was emitted; none if never.
    private final long emittedRejects;

    private final Counting counting;
    private boolean logRejects;
    private boolean passed;

    private ControlWalk(
            ControlSteps known,
            Logged log,
            StateFile state,
            @Nullable JsonObject emitted,
            Counting counting) {
        this.known = known;
        this.counting = counting;
        this.stateApprovals = state.object("approvals");
        this.stateDone = Set.copyOf(state.strings("_done"));
        JsonObject review = state.object("review");
        boolean recorded = counting.review(log) != null;
        this.stateRejects =
                !recorded
                        && review != null
                        && Persons.saysNo(PayloadWords.text(review.get("decision")));
        this.emittedRejects = recorded ? Long.MAX_VALUE : emittedRejects(log, emitted);
        for (Approval decision : log.decisions) {
            decided.add(decision.key());
        }
    }

    private static long emittedRejects(Logged log, @Nullable JsonObject emitted) {
        RunEvent written = log.artifacts.get(Conclusions.REVIEW);
        boolean rejects =
                emitted != null
                        && emitted.get("verdict") instanceof JsonObject verdict
                        && Persons.saysNo(PayloadWords.text(verdict.get("decision")));
        return rejects && written != null ? written.record() : Long.MAX_VALUE;
    }

    /// @param known null where the steps are not known
    /// @param emitted what the artifact of the review says; null if it is not the one that was
    ///   recorded
    /// @param counting which acts count
    static Check check(
            LogGround ground,
            @Nullable ControlSteps known,
            Logged log,
            StateFile state,
            @Nullable JsonObject emitted,
            Counting counting) {
        if (ground.silence() == null && known == null) {
            return LogGround.unchecked(Kind.CONTROL_STEPS, Why.UNKNOWN_WORKFLOW);
        }
        if (known == null || ground.silence() != null || !ground.intact()) {
            // what is not in a broken chain may have been in it
            return ground.check(Kind.CONTROL_STEPS, List.of());
        }
        ControlWalk walk = new ControlWalk(known, log, state, emitted, counting);
        log.events.forEach(walk::event);
        return walk.passed || !walk.missed.isEmpty()
                ? ground.check(Kind.CONTROL_STEPS, List.copyOf(walk.missed.values()))
                : LogGround.unchecked(Kind.CONTROL_STEPS, Why.NOTHING_RECORDED);
    }

    private void event(RunEvent event) {
        switch (event.event()) {
            case "step_started" -> {
                wentOn(event, known.steps().indexOf(step(event)), false);
                started.add(step(event));
            }
            case "step_result", "step_failed" -> result(event);
            case "run_completed" -> wentOn(event, known.steps().size(), true);
            case "approval_recorded" -> {
                // the author's is for segregation of duties to judge
                if (Logged.decision(event, false).decides()) {
                    approved.add(Logged.said(event, "key"));
                }
            }
            case "approval_rejected" -> {
                if (counting.counts(event)) {
                    approved.remove(Logged.said(event, "key"));
                }
            }
            case "review_recorded" -> {
                if (counting.hears(event)) {
                    logRejects = Persons.saysNo(Logged.said(event, "decision"));
                }
            }
            default -> {
                // lets nothing go on
            }
        }
    }

    private void result(RunEvent event) {
        String step = step(event);
        String status = Logged.said(event, "status");
        boolean done = status.equals("ok");
        wentOn(event, known.steps().indexOf(step), done);
        Control control = known.control(step);
        String key = control == null ? null : control.key();
        if (done && key != null && !approved(key)) {
            String wanted = "an approval" + (key.isEmpty() ? "" : " of " + key);
            missed.putIfAbsent(step, new Evidence(step, event.record(), wanted, null));
        }
        results.put(step, status.isEmpty() ? "failed" : status);
    }

    /// Something of a later place is recorded.
    ///
    /// @param done whether it was done, and not only begun
    private void wentOn(RunEvent event, int place, boolean done) {
        for (Control control : known.controls()) {
            if (control.place() >= place) {
                return;
            }
            passed = true;
            String found = results.get(control.step());
            if (!"ok".equals(found) && !crashed(control.step(), found)) {
                miss(control, event, "ok", found);
            } else if (control.review() && rejected(event, done)) {
                miss(control, event, "accept", "reject");
            }
        }
    }

    private boolean rejected(RunEvent event, boolean done) {
        return stateRejects || event.record() > emittedRejects || logRejects && done;
    }

    private boolean crashed(String step, @Nullable String found) {
        return found == null && started.contains(step) && stateDone.contains(step);
    }

    private void miss(Control control, RunEvent event, String expected, @Nullable String found) {
        missed.putIfAbsent(
                control.step(), new Evidence(control.step(), event.record(), expected, found));
    }

    private boolean approved(String key) {
        if (key.isEmpty() ? !approved.isEmpty() : approved.contains(key)) {
            return true;
        }
        return !decided.contains(key)
                && stateApprovals != null
                && stateApprovals.get(key) instanceof JsonObject;
    }

    private static String step(RunEvent event) {
        return Logged.said(event, "step");
    }
}
