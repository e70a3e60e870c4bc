// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.clock.Cycle;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The cycles of a run's clocks, from its log alone (CLOCKS).
///
/// A cycle starts at the first record of its kind; saying the same again starts no other, nor does
/// a new attempt. A record without a readable time starts and ends nothing.
public final class Cycles {
    private static final String BLOCKED = "blocked";
    private static final String FAILED = "failed";

    private final CycleFacts facts;
    private final Policy policy;
    private final List<Track> tracks = new ArrayList<>();
    private final Set<String> rejected = new HashSet<>();

    private Cycles(CycleFacts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    /// Every cycle that was ever started, in record order.
    public static List<Cycle> of(List<RunEvent> events, CycleFacts facts, Policy policy) {
        Cycles cycles = new Cycles(facts, policy);
        events.forEach(cycles::event);
        return cycles.tracks.stream()
                .map(Track::cycle)
                .sorted(Comparator.comparingLong(Cycle::record))
                .toList();
    }

    /// Whether a cycle of the observation clock was started by a block.
    static boolean byBlock(Cycle cycle, List<RunEvent> events) {
        for (RunEvent event : events) {
            if (event.record() == cycle.record()) {
                return BLOCKED.equals(event.text("status"));
            }
        }
        return false;
    }

    private void event(RunEvent event) {
        switch (event.event()) {
            case "step_started" -> stepStarted(event);
            case "step_result" -> stepResult(event);
            case "step_failed" -> exception(event, FAILED, Logged.said(event, "error"));
            case "approval_recorded" -> approved(event);
            case "approval_rejected" -> {
                String key = Logged.said(event, "key");
                rejected.add(key);
                endApprovals(key, event, Cycle.How.REJECTED);
            }
            case "review_recorded" -> endReviews("", event);
            case "observation_recorded" ->
                    endObservations(Logged.said(event, "observed"), event, Cycle.How.OBSERVED);
            case "finding_disposed" ->
                    endObservations(Logged.said(event, "finding"), event, Cycle.How.DISPOSED);
            default -> {
                // means nothing to a clock
            }
        }
    }

    private void stepStarted(RunEvent event) {
        String step = Logged.said(event, "step");
        if (kind(step) == StepRule.Kind.REVIEW && open(ClockKind.OPERATOR_REVIEW, step) == null) {
            start(new Track(ClockKind.OPERATOR_REVIEW, step, "", event, ""));
        }
    }

    private void stepResult(RunEvent event) {
        String step = Logged.said(event, "step");
        String status = Logged.said(event, "status");
        boolean ended = status.equals("ok") || status.equals(BLOCKED);
        if (ended && kind(step) == StepRule.Kind.REVIEW) {
            endReviews(step, event);
        }
        switch (status) {
            case "awaiting_approval" -> awaiting(step, event);
            case BLOCKED, FAILED -> exception(event, status, Logged.said(event, "reason"));
            case "ok" -> {
                if (facts.exceptions() && kind(step) == StepRule.Kind.EXCEPTIONS) {
                    exception(event, "exceptions", "");
                }
            }
            default -> {
                // means nothing to a clock
            }
        }
    }

    private StepRule.Kind kind(String step) {
        return policy.step(facts.workflow(), step).kind();
    }

    private void awaiting(String step, RunEvent event) {
        String key = Standing.key(policy, facts.workflow(), step);
        for (Track track : tracks) {
            if (track.runs(ClockKind.APPROVAL) && track.key.equals(key)) {
                return; // executed again, and still waiting
            }
        }
        if (!rejected.contains(key)) {
            start(new Track(ClockKind.APPROVAL, step, key, event, ""));
        }
    }

    private void approved(RunEvent event) {
        String key = Logged.said(event, "key");
        if (Logged.said(event, "approver").equals(facts.author())) {
            return; // proves nothing, and ends nothing
        }
        String retroactiveFor = event.text("retroactive_for");
        if (retroactiveFor != null && endRetroactive(retroactiveFor, event)) {
            return;
        }
        boolean no = Persons.saysNo(Logged.said(event, "decision"));
        String step = endApprovals(key, event, no ? Cycle.How.REJECTED : Cycle.How.APPROVED);
        rejected.remove(key);
        if (facts.emergency() && !no && !retroactiveRuns(key)) {
            start(new Track(ClockKind.RETROACTIVE_APPROVAL, step, key, event, ""));
        }
    }

    private boolean retroactiveRuns(String key) {
        return tracks.stream()
                .anyMatch(t -> t.runs(ClockKind.RETROACTIVE_APPROVAL) && t.key.equals(key));
    }

    private boolean endRetroactive(String hash, RunEvent event) {
        boolean ended = false;
        for (Track track : tracks) {
            if (track.runs(ClockKind.RETROACTIVE_APPROVAL) && track.hashes.contains(hash)) {
                track.end(event, Cycle.How.APPROVED);
                ended = true;
            }
        }
        return ended;
    }

    /// Ends what waits for a key; where policy knows no key, any will do.
    ///
    /// @return the step that waited; empty if none did
    private String endApprovals(String key, RunEvent event, Cycle.How how) {
        String step = "";
        for (Track track : tracks) {
            if (track.runs(ClockKind.APPROVAL)
                    && (track.key.isEmpty() || track.key.equals(key))) {
                track.end(event, how);
                step = track.step;
            }
        }
        return step;
    }

    private void endReviews(String step, RunEvent event) {
        for (Track track : tracks) {
            if (track.runs(ClockKind.OPERATOR_REVIEW)
                    && (step.isEmpty() || track.step.equals(step))) {
                track.end(event, Cycle.How.REVIEWED);
            }
        }
    }

    /// A block, a failure, or recorded findings: observed once, however often it is said.
    private void exception(RunEvent event, String outcome, String reason) {
        String step = Logged.said(event, "step");
        for (Track track : tracks) {
            if (track.kind == ClockKind.OBSERVATION
                    && track.step.equals(step)
                    && track.outcome.equals(outcome)
                    && (track.ending == null || track.reasons.contains(reason))) {
                track.again(event, reason);
                return;
            }
        }
        Track track = new Track(ClockKind.OBSERVATION, step, "", event, outcome);
        track.reasons.add(reason);
        start(track);
    }

    private void endObservations(String named, RunEvent event, Cycle.How how) {
        for (Track track : tracks) {
            if (track.runs(ClockKind.OBSERVATION)
                    && (track.named(named)
                            || how == Cycle.How.DISPOSED && named.equals(facts.runId()))) {
                track.end(event, how);
            }
        }
    }

    private @Nullable Track open(ClockKind kind, String step) {
        for (Track track : tracks) {
            if (track.runs(kind) && track.step.equals(step)) {
                return track;
            }
        }
        return null;
    }

    private void start(Track track) {
        if (track.event.at() != null) {
            tracks.add(track);
        }
    }

    /// A cycle while the log is read.
    private static final class Track {
        private final ClockKind kind;
        private final String step;
        private final String key;
        private final RunEvent event;
        private final String outcome;
        private final Set<String> hashes = new HashSet<>();
        private final Set<String> reasons = new HashSet<>();
        private Cycle.@Nullable Ending ending;

        Track(ClockKind kind, String step, String key, RunEvent event, String outcome) {
            this.kind = kind;
            this.step = step;
            this.key = key;
            this.event = event;
            this.outcome = outcome;
            hashes.add(Logged.said(event, "hash"));
        }

        boolean runs(ClockKind wanted) {
            return kind == wanted && ending == null;
        }

        void again(RunEvent other, String reason) {
            hashes.add(Logged.said(other, "hash"));
            reasons.add(reason);
        }

        /// Whether a text names one of its records, alone or within the name of a finding.
        boolean named(String text) {
            for (String hash : hashes) {
                if (!hash.isEmpty() && text.contains(hash)) {
                    return true;
                }
            }
            return false;
        }

        void end(RunEvent by, Cycle.How how) {
            if (by.at() != null) {
                ending = new Cycle.Ending(by.record(), by.at(), how, true);
            }
        }

        Cycle cycle() {
            if (event.at() == null) {
                throw new IllegalStateException("a cycle without a start was kept");
            }
            return new Cycle(
                    kind,
                    step,
                    key,
                    event.record(),
                    Logged.said(event, "hash"),
                    event.at(),
                    kind == ClockKind.OPERATOR_REVIEW,
                    ending);
        }
    }
}
