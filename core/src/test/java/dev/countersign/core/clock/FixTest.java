// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.Tier;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** The clocks of a run under the default policy. 2026-11-06 is a Friday. */
class FixTest {
    private static final Policy POLICY = DefaultPolicy.get();
    private static final Cycle REVIEW = cycle(ClockKind.OPERATOR_REVIEW, "independent_review", "");
    private static final Cycle APPROVAL =
            cycle(ClockKind.APPROVAL, "human_approval", "change_approval");
    private static final Cycle RETROACTIVE =
            cycle(ClockKind.RETROACTIVE_APPROVAL, "human_approval", "change_approval");
    private static final Cycle BLOCK = cycle(ClockKind.OBSERVATION, "gate", "");
    private static final Cycle BLOCKED_APPROVAL =
            cycle(ClockKind.OBSERVATION, "human_approval", "");
    private static final List<Cycle> ALL =
            List.of(REVIEW, APPROVAL, RETROACTIVE, BLOCK, BLOCKED_APPROVAL);

    private static Cycle cycle(ClockKind kind, String step, String key) {
        Instant started = Instant.parse("2026-11-06T15:00:00Z");
        return new Cycle(kind, step, key, 7, "ab".repeat(32), started, false, null);
    }

    private static RunClock clock(
            Cycle cycle, Tiering tiering, boolean pauses, String due, String role, int severity) {
        String escalateTo =
                cycle.kind() == ClockKind.OPERATOR_REVIEW ? "control owner" : "process owner";
        return new RunClock(
                cycle,
                tiering.tier(),
                tiering.assumed(),
                pauses,
                Instant.parse(due),
                role,
                escalateTo,
                severity,
                "default-1");
    }

    @Test
    void standard() {
        var tier = new Tiering(Tier.STANDARD, true);
        assertThat(Deadlines.fix("change-approval", ALL, tier, true, POLICY))
                .containsExactly(
                        clock(
                                REVIEW,
                                tier,
                                true,
                                "2026-11-09T11:00:00Z",
                                "independent reviewer",
                                3),
                        clock(APPROVAL, tier, true, "2026-11-09T15:00:00Z", "approver", 3),
                        clock(BLOCK, tier, false, "2026-11-09T15:00:00Z", "control owner", 2),
                        clock(
                                BLOCKED_APPROVAL,
                                tier,
                                false,
                                "2026-11-09T15:00:00Z",
                                "control owner",
                                2));
    }

    @Test
    void emergency() {
        var tier = new Tiering(Tier.EMERGENCY, false);
        assertThat(Deadlines.fix("change-approval", ALL, tier, false, POLICY))
                .containsExactly(
                        clock(
                                REVIEW,
                                tier,
                                false,
                                "2026-11-06T16:00:00Z",
                                "independent reviewer",
                                3),
                        clock(APPROVAL, tier, false, "2026-11-06T16:00:00Z", "approver", 3),
                        clock(RETROACTIVE, tier, true, "2026-11-09T15:00:00Z", "approver", 3),
                        clock(BLOCK, tier, false, "2026-11-06T19:00:00Z", "control owner", 3),
                        clock(
                                BLOCKED_APPROVAL,
                                tier,
                                false,
                                "2026-11-06T19:00:00Z",
                                "control owner",
                                3));
    }

    @Test
    void anUnknownWorkflowHasTheClocksRoles() {
        var tier = new Tiering(Tier.STANDARD, true);
        assertThat(Deadlines.fix("", ALL, tier, false, POLICY))
                .extracting(RunClock::role)
                .containsExactly(
                        "independent reviewer", "approver", "control owner", "control owner");
    }
}
