// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.ActRole;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.RecordedReview;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Obstacle.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Everything that stands against an act on a run, before anybody is asked for a PIN (FORMATS 4,
/// "Never sign an approval when"). Pure.
public final class Obstacles {
    private static final String ANOTHER_REVIEW =
            ": answer the reviewer; a new review and another execution can end it.";

    private final RunSnapshot run;
    private final Policy policy;
    private final Act act;
    private final Waiting waiting;
    private final List<Obstacle> found = new ArrayList<>();

    private Obstacles(RunSnapshot run, Policy policy, Act act) {
        this.run = run;
        this.policy = policy;
        this.act = act;
        this.waiting = Waiting.of(run, policy, act);
    }

    /// What stands against an act; empty: it may be signed.
    ///
    /// @param run as it is now
    /// @param identity who wants to sign; null: nobody has said so yet
    /// @param viewedHead the head that was looked at; null: this one
    public static List<Obstacle> of(
            RunSnapshot run,
            Policy policy,
            Act act,
            @Nullable String identity,
            @Nullable String viewedHead) {
        Obstacles obstacles = new Obstacles(run, policy, act);
        if (obstacles.log(viewedHead)) {
            obstacles.found.addAll(new EvidenceObstacles(run, act instanceof Act.Approve).found());
            obstacles.standing();
            obstacles.found.addAll(
                    new Segregation(run, policy, act, role(run, policy, act)).against(identity));
        }
        obstacles.found.addAll(words(act));
        return List.copyOf(obstacles.found);
    }

    /// What the time of a record to be holds against it; empty: it may stand after the last one.
    static List<Obstacle> ofTime(RunSnapshot run, Instant at) {
        Instant last = run.events().isEmpty() ? null : run.events().getLast().at();
        if (last == null || !at.isBefore(last)) {
            return List.of();
        }
        return List.of(
                new Obstacle(
                        Kind.CLOCK_BEHIND,
                        "The record would be dated "
                                + at
                                + ", before the last one of the log, "
                                + last
                                + ": no record may be older than the one before it. Set the clock"
                                + " right, or name a later time."));
    }

    /// The role that an act needs; empty if policy asks for none.
    public static String role(RunSnapshot run, Policy policy, Act act) {
        Waiting waiting = Waiting.of(run, policy, act);
        String workflow = run.workflow() == null ? "" : run.workflow();
        String key =
                switch (act) {
                    case Act.Approve(String named, String why) -> named;
                    case Act.Reject(String named, String why) -> named;
                    case Act.Review _,
                            Act.Observe _,
                            Act.Dispose _,
                            Act.Reperform _,
                            Act.SignOff _ ->
                            null;
                };
        return ActRole.of(
                policy, act.kind(), workflow, key == null ? waiting.key() : key, waiting.step());
    }

    /// That a reason is missing where the act needs one.
    static List<Obstacle> words(Act act) {
        boolean missing =
                switch (act) {
                    case Act.Reject(String key, String why) -> why.isBlank();
                    case Act.Dispose(String f, String disposition, String s, String why) ->
                            disposition.isBlank();
                    default -> false;
                };
        return missing
                ? List.of(new Obstacle(Kind.NO_RATIONALE, "Say why: a reason belongs to this act."))
                : List.of();
    }

    private void add(Kind kind, String sentence) {
        found.add(new Obstacle(kind, sentence));
    }

    /// @return whether there is a log that can be added to
    private boolean log(@Nullable String viewedHead) {
        if (run.chain() == null || run.chain().verdict() == Verdict.EMPTY) {
            add(Kind.NO_LOG, "There is no log with records: there is nothing to sign.");
            return false;
        }
        String head = run.chain().head();
        if (run.chain().verdict() != Verdict.INTACT || head == null) {
            add(
                    Kind.CHAIN_NOT_INTACT,
                    "The chain does not verify: nothing may be signed on it. Look at Integrity, and"
                            + " escalate it.");
            return false;
        }
        if (viewedHead != null && !viewedHead.equals(head)) {
            add(
                    Kind.STALE_VIEW,
                    "The log has changed since it was looked at: its head was "
                            + shortened(viewedHead)
                            + ", now it is "
                            + shortened(head)
                            + ". Look at what came in between.");
        }
        return true;
    }

    private static String shortened(String hash) {
        return hash.length() <= 12 ? hash : hash.substring(0, 12) + "…";
    }

    private void standing() {
        switch (act) {
            case Act.Approve(String key, String why) -> decides(key, true);
            case Act.Reject(String key, String why) -> decides(key, false);
            case Act.Observe(long record, String why) -> {
                if (record < 0 || record >= run.events().size()) {
                    add(
                            Kind.NO_SUCH_RECORD,
                            "There is no record "
                                    + record
                                    + ": the log has records 0 to "
                                    + (run.events().size() - 1)
                                    + ".");
                }
            }
            case Act.Review review -> {
                // may be given at any time, also once more
            }
            case Act.Dispose dispose -> {
                // names what it closes; whether there is such a finding is the workspace's matter
            }
            case Act.Reperform reperform -> {
                // whatever came out may be signed
            }
            case Act.SignOff signOff ->
                    throw new IllegalArgumentException("no run's log takes a sign-off");
        }
    }

    private void decides(@Nullable String key, boolean approves) {
        int before = found.size();
        if (waiting.provisional() == null || !approves) {
            waits();
        }
        if (approves) {
            blocks();
        }
        if (found.size() == before) {
            key(key);
        }
    }

    private void key(@Nullable String key) {
        if (key != null && !waiting.key().isEmpty() && !key.equals(waiting.key())) {
            add(
                    Kind.OTHER_KEY,
                    "This run waits for the key \"" + waiting.key() + "\", not \"" + key + "\".");
        } else if (key == null && waiting.key().isEmpty()) {
            add(Kind.OTHER_KEY, "Policy does not say which key this run waits for: name it.");
        }
    }

    private void waits() {
        switch (run.status()) {
            case AWAITING_APPROVAL -> {
                if (kind() == StepRule.Kind.REVIEW) {
                    add(
                            Kind.NOT_WAITING,
                            "This run waits for an independent review, not for an approval.");
                }
            }
            case APPROVED_PENDING_RESUME ->
                    add(
                            Kind.ALREADY_APPROVED,
                            "This run is approved already; its producer has to go on.");
            case REJECTED ->
                    add(
                            Kind.ALREADY_REJECTED,
                            "This run was rejected; a corrected input is another run.");
            case BLOCKED -> {
                if (!waiting.blockedByAuthor(run, policy)) {
                    blocked();
                }
            }
            case UNKNOWN, RUNNING, FAILED, COMPLETED ->
                    add(
                            Kind.NOT_WAITING,
                            "This run is " + run.status().word() + ": it waits for no approval.");
        }
    }

    private StepRule.Kind kind() {
        String workflow = run.workflow() == null ? "" : run.workflow();
        return policy.step(workflow, waiting.step()).kind();
    }

    private void blocked() {
        if (kind() == StepRule.Kind.REVIEW) {
            add(Kind.REVIEW_BLOCKED, "The independent review blocked this run" + ANOTHER_REVIEW);
        } else {
            add(
                    Kind.GATE_BLOCKED,
                    "This run is blocked"
                            + (run.reason() == null || run.reason().isEmpty()
                                    ? ""
                                    : " (" + run.reason() + ")")
                            + ": nobody can override that. Correct the input, which is another run,"
                            + " and close the finding of this one.");
        }
    }

    /// What the gate and the reviewer said counts even if the run went on all the same.
    private void blocks() {
        GateResult gate = run.recordedGate();
        boolean said =
                found.stream()
                        .anyMatch(o ->
                                o.kind() == Kind.GATE_BLOCKED || o.kind() == Kind.REVIEW_BLOCKED);
        if (!said && gate != null && gate.verdict() == GateVerdict.BLOCK) {
            add(Kind.GATE_BLOCKED, "The gate blocked this run: nobody can override that.");
        }
        RecordedReview review = run.review();
        if (!said && review != null && review.decision().startsWith("reject")) {
            add(Kind.REVIEW_BLOCKED, "The independent review rejected this run" + ANOTHER_REVIEW);
        }
    }
}
