// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.queue;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Tier;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.testkit.Changed;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Runs for tests: one in good order, and what differs. */
final class Runs {
    static final Instant STARTED = Instant.parse("2026-11-02T10:00:00Z");

    private Runs() {}

    static RunSummary run(String id, RunStatus status, RunClock... clocks) {
        return new RunSummary(
                Path.of("runs", id),
                id,
                "change-approval",
                status,
                "human_approval",
                "ana",
                "erp",
                "CHG-1 patch",
                STARTED,
                false,
                null,
                GateVerdict.APPROVE,
                false,
                List.of(),
                false,
                Verdict.INTACT,
                20,
                "cd".repeat(32),
                List.of(),
                0,
                List.of(clocks),
                List.of());
    }

    static RunSummary verdict(RunSummary run, @Nullable Verdict verdict) {
        return Changed.with(run, "verdict", verdict);
    }

    static RunSummary failed(RunSummary run, Channel... failed) {
        return Changed.with(run, "failed", List.of(failed));
    }

    static RunSummary gate(RunSummary run, GateVerdict gate) {
        return Changed.with(run, "gate", gate);
    }

    static RunSummary author(RunSummary run, @Nullable String author) {
        return Changed.with(run, "author", author);
    }

    static RunSummary exceptions(RunSummary run, int exceptions) {
        return Changed.with(run, "exceptions", exceptions);
    }

    static RunSummary bypassed(RunSummary run) {
        return Changed.with(run, "bypassed", true);
    }

    static RunSummary conflict(RunSummary run) {
        return run.withStanding(List.of("f-0123456789abcdef"));
    }

    static RunClock clock(ClockKind kind, String started, String due) {
        return clock(kind, started, due, null);
    }

    static RunClock clock(ClockKind kind, String started, String due, Cycle.@Nullable How how) {
        Instant at = Instant.parse(started);
        var cycle =
                new Cycle(
                        kind,
                        "human_approval",
                        "change_approval",
                        7,
                        "ab".repeat(32),
                        at,
                        false,
                        how == null ? null : new Cycle.Ending(9, at, how, true));
        boolean observes = kind == ClockKind.OBSERVATION;
        return new RunClock(
                cycle,
                Tier.STANDARD,
                false,
                !observes,
                Instant.parse(due),
                observes ? "control owner" : "approver",
                "process owner",
                observes ? 2 : 3,
                "default-1");
    }
}
