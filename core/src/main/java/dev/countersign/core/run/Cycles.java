// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.clock.Cycle;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;
import dev.countersign.core.review.RuleResult;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The cycles of a run's clocks, from its log alone (CLOCKS).
///
/// A cycle starts at the first record of its kind; saying the same again starts no other, nor does
/// a new attempt. A record without a readable time ends nothing; what it starts has started, as far
/// as anybody can say, with the last time that can be read before it: so nobody escapes a deadline
/// by a time that nobody can read. That start is assumed; before all such times nothing starts.
final class Cycles {
    private static final String BLOCKED = "blocked";
    private static final String FAILED = "failed";
    private static final String EXCEPTIONS = "exceptions";
    private static final int HASH_DIGITS = 64;

    private final CycleFacts facts;
    private final Policy policy;
    private final Counting counting;
    private final Map<Long, Instant> stamps;
    private final List<Track> tracks = new ArrayList<>();
    private final Map<String, Track> reviews = new HashMap<>();
    private final Map<String, Track> approvals = new HashMap<>();
    private final Map<String, Track> retroactive = new HashMap<>();
    private final Map<String, Track> observations = new HashMap<>();
    private final Set<String> reasons = new HashSet<>();
    private final Map<String, Track> byHash = new HashMap<>();
    private final Set<String> rejected = new HashSet<>();
    private final Set<String> disposed = new HashSet<>();
    private @Nullable Instant last;

    private Cycles(CycleFacts facts, Policy policy, Counting counting, Map<Long, Instant> stamps) {
        this.facts = facts;
        this.policy = policy;
        this.counting = counting;
        this.stamps = Map.copyOf(stamps);
    }

    /// Every cycle that was ever started, in record order.
    ///
    /// @param counting which acts count
    /// @param stamps when a time-stamp authority says that an act was signed, by record
    static List<Cycle> of(
            List<RunEvent> events,
            CycleFacts facts,
            Policy policy,
            Counting counting,
            Map<Long, Instant> stamps) {
        Cycles cycles = new Cycles(facts, policy, counting, stamps);
        events.forEach(cycles::event);
        List<Cycle> all = new ArrayList<>();
        for (Track track : cycles.tracks) {
            all.add(track.cycle());
        }
        return all; // tracks begin in record order
    }

    private void event(RunEvent event) {
        last = event.at() == null ? last : event.at();
        switch (event.event()) {
            case "step_started" -> stepStarted(event);
            case "step_result" -> stepResult(event);
            case "step_failed" -> exception(event, FAILED, Logged.said(event, "error"));
            default -> {
                if (counting.counts(event)) {
                    act(event);
                }
            }
        }
    }

    private void act(RunEvent event) {
        switch (event.event()) {
            case "approval_recorded" -> approved(event);
            case "approval_rejected" -> {
                String key = Logged.said(event, "key");
                rejected.add(key);
                endApprovals(key, event, Cycle.How.REJECTED);
            }
            case "review_recorded" -> {
                reviews.values().forEach(track -> end(track, event, Cycle.How.REVIEWED));
                reviews.clear();
            }
            case "observation_recorded" ->
                    endObservations(Logged.said(event, "observed"), event, Cycle.How.OBSERVED);
            case Disposition.EVENT -> disposed(Logged.said(event, "finding"), event);
            default -> {
                // means nothing to a clock
            }
        }
    }

    private void stepStarted(RunEvent event) {
        String step = Logged.said(event, "step");
        if (kind(step) == StepRule.Kind.REVIEW && !runs(reviews.get(step))) {
            start(reviews, step, new Track(ClockKind.OPERATOR_REVIEW, step, "", event, last));
        }
    }

    private void stepResult(RunEvent event) {
        String step = Logged.said(event, "step");
        String status = Logged.said(event, "status");
        boolean ended = status.equals("ok") || status.equals(BLOCKED);
        if (ended && kind(step) == StepRule.Kind.REVIEW) {
            end(reviews.get(step), event, Cycle.How.REVIEWED);
        }
        switch (status) {
            case "awaiting_approval" -> awaiting(step, event);
            case BLOCKED, FAILED -> exception(event, status, Logged.said(event, "reason"));
            case "ok" -> {
                if (!facts.exceptions().isEmpty() && kind(step) == StepRule.Kind.EXCEPTIONS) {
                    exception(event, EXCEPTIONS, "");
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
        String key = policy.key(facts.workflow(), step);
        if (!runs(approvals.get(key)) && !rejected.contains(key)) {
            start(approvals, key, new Track(ClockKind.APPROVAL, step, key, event, last));
        }
    }

    private void approved(RunEvent event) {
        String key = Logged.said(event, "key");
        String emergency = event.text("retroactive_for");
        Track provisional = emergency == null ? null : byHash.get(emergency);
        if (provisional != null && provisional.kind == ClockKind.RETROACTIVE_APPROVAL) {
            end(provisional, event, Cycle.How.APPROVED);
            return;
        }
        boolean no = Persons.saysNo(Logged.said(event, "decision"));
        String step = endApprovals(key, event, no ? Cycle.How.REJECTED : Cycle.How.APPROVED);
        rejected.remove(key);
        if (facts.emergency() && !no && !runs(retroactive.get(key))) {
            start(
                    retroactive,
                    key,
                    new Track(ClockKind.RETROACTIVE_APPROVAL, step, key, event, last));
        }
    }

    /// Ends what waits for a key; where policy knows no key, any will do.
    ///
    /// @return the step that waited; empty if none did
    private String endApprovals(String key, RunEvent event, Cycle.How how) {
        String step = "";
        for (String awaited : List.of("", key)) {
            Track track = approvals.get(awaited);
            if (track != null && track.ending == null) {
                end(track, event, how);
                step = track.step;
            }
        }
        return step;
    }

    /// A block, a failure, or recorded findings: observed once, however often it is said.
    private void exception(RunEvent event, String outcome, String reason) {
        String step = Logged.said(event, "step");
        String which = outcome + '\0' + step;
        boolean said = !reasons.add(which + '\0' + reason);
        Track before = observations.get(which);
        if (before != null && (said || before.ending == null)) {
            byHash.put(Logged.said(event, "hash"), before);
        } else {
            start(observations, which, new Track(ClockKind.OBSERVATION, step, "", event, last));
        }
    }

    /// The record may be named alone, or within the name of a finding.
    private void endObservations(String named, RunEvent event, Cycle.How how) {
        for (int at = 0; at + HASH_DIGITS <= named.length(); at++) {
            Track track = byHash.get(named.substring(at, at + HASH_DIGITS));
            if (track != null && track.kind == ClockKind.OBSERVATION) {
                end(track, event, how);
            }
        }
    }

    /// The run may be named, the record, or the findings that follow from it; of several exceptions
    /// each.
    private void disposed(String named, RunEvent event) {
        disposed.add(named);
        endObservations(named, event, Cycle.How.DISPOSED);
        boolean all = named.equals(facts.runId());
        observations.forEach((which, track) -> {
            String hash = Logged.said(track.event, "hash");
            boolean its =
                    which.startsWith(EXCEPTIONS)
                            ? exceptionsDisposed()
                            : named.equals(id(FindingId.RUN_BLOCKED, hash))
                                    || named.equals(id(FindingId.RUN_FAILED, hash));
            if (all || its) {
                end(track, event, Cycle.How.DISPOSED);
            }
        });
    }

    private boolean exceptionsDisposed() {
        int number = 0;
        for (RuleResult exception : facts.exceptions()) {
            String subject = FindingId.exception(exception.control(), number++);
            if (!disposed.contains(id(FindingId.EXCEPTION, subject))) {
                return false;
            }
        }
        return true;
    }

    private String id(String kind, String subject) {
        return FindingId.of(kind, facts.runId(), subject);
    }

    private static boolean runs(@Nullable Track track) {
        return track != null && track.ending == null;
    }

    private void start(Map<String, Track> where, String name, Track track) {
        if (track.started != null) {
            tracks.add(track);
            where.put(name, track);
            byHash.put(Logged.said(track.event, "hash"), track);
        }
    }

    /// Judged at the time-stamp of what ends it; without one, at its own time (CLOCKS).
    private void end(@Nullable Track track, RunEvent by, Cycle.How how) {
        if (track != null && track.ending == null && by.at() != null) {
            Instant stamp = stamps.get(by.record());
            Instant at = stamp == null ? by.at() : stamp;
            track.ending = new Cycle.Ending(by.record(), at, how, stamp == null);
        }
    }

    /// A cycle while the log is read.
    private static final class Track {
        private final ClockKind kind;
        private final String step;
        private final String key;
        private final RunEvent event;
        private final @Nullable Instant started;
        private Cycle.@Nullable Ending ending;

        Track(ClockKind kind, String step, String key, RunEvent event, @Nullable Instant started) {
            this.kind = kind;
            this.step = step;
            this.key = key;
            this.event = event;
            this.started = started;
        }

        Cycle cycle() {
            if (started == null) {
                throw new IllegalStateException("a cycle without a start was kept");
            }
            return new Cycle(
                    kind,
                    step,
                    key,
                    event.record(),
                    Logged.said(event, "hash"),
                    started,
                    kind == ClockKind.OPERATOR_REVIEW || event.at() == null,
                    ending);
        }
    }
}
