// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.BusinessCalendar.Interval;
import dev.countersign.core.policy.Policy.Escalation;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The default is CLOCKS.md. */
class DefaultPolicyTest {
    private static final Policy POLICY = DefaultPolicy.get();
    private static final Target HOUR = new Target.Elapsed(Duration.ofHours(1));
    private static final Target DAY = new Target.BusinessDays(1);

    @Test
    void clocks() {
        assertThat(POLICY.clocks())
                .isEqualTo(
                        Map.of(
                                ClockKind.OPERATOR_REVIEW,
                                new ClockRule(
                                        ClockKind.OPERATOR_REVIEW,
                                        "independent reviewer",
                                        new Target.BusinessHours(Duration.ofHours(4)),
                                        HOUR,
                                        "control owner",
                                        3,
                                        3),
                                ClockKind.APPROVAL,
                                new ClockRule(
                                        ClockKind.APPROVAL,
                                        "approver",
                                        DAY,
                                        HOUR,
                                        "process owner",
                                        3,
                                        3),
                                ClockKind.RETROACTIVE_APPROVAL,
                                new ClockRule(
                                        ClockKind.RETROACTIVE_APPROVAL,
                                        "approver",
                                        DAY,
                                        DAY,
                                        "process owner",
                                        3,
                                        3),
                                ClockKind.OBSERVATION,
                                new ClockRule(
                                        ClockKind.OBSERVATION,
                                        "control owner",
                                        new Target.ElapsedToOpenDay(Duration.ofHours(24)),
                                        new Target.Elapsed(Duration.ofHours(4)),
                                        "process owner",
                                        3,
                                        2),
                                ClockKind.POPULATION,
                                new ClockRule(
                                        ClockKind.POPULATION,
                                        "control owner",
                                        new Target.NextPeriod(),
                                        new Target.NextPeriod(),
                                        "completeness review",
                                        3,
                                        3)));
    }

    @Test
    void calendar() {
        List<Interval> day = List.of(new Interval(LocalTime.of(9, 0), LocalTime.of(17, 0)));
        assertThat(POLICY.calendar())
                .isEqualTo(
                        new BusinessCalendar(
                                ZoneId.of("UTC"),
                                Map.of(
                                        DayOfWeek.MONDAY, day,
                                        DayOfWeek.TUESDAY, day,
                                        DayOfWeek.WEDNESDAY, day,
                                        DayOfWeek.THURSDAY, day,
                                        DayOfWeek.FRIDAY, day),
                                Map.of()));
    }

    @Test
    void steps() {
        assertThat(POLICY.step("change-approval", "human_approval"))
                .isEqualTo(
                        new StepRule(
                                "change-approval",
                                "human_approval",
                                StepRule.Kind.APPROVAL,
                                "change_approval",
                                "approver"));
        assertThat(POLICY.step("incident-runbook", "restart"))
                .isEqualTo(
                        new StepRule(
                                "incident-runbook",
                                "*",
                                StepRule.Kind.APPROVAL,
                                "approve:{step}",
                                "approver"));
        assertThat(POLICY.step("unheard-of", "step"))
                .isEqualTo(new StepRule("unheard-of", "step", StepRule.Kind.WORK, "", ""));
        assertThat(POLICY.steps()).hasSize(8);
    }

    @Test
    void theRest() {
        assertThat(POLICY.version()).isEqualTo("default-1");
        assertThat(POLICY.assigned()).isFalse();
        assertThat(POLICY.sha256()).matches("[0-9a-f]{64}");
        assertThat(POLICY.tierPath()).isEqualTo("/change_type");
        assertThat(POLICY.emergencyValue()).isEqualTo("emergency");
        assertThat(POLICY.segregation()).isEqualTo(new Segregation(true));
        assertThat(POLICY.identities()).isNull();
        assertThat(POLICY.references())
                .isEqualTo(
                        new References(
                                Map.of(
                                        "ACME",
                                        List.of(new References.Window("2026-03-01", "2026-03-31"))),
                                Set.of("acct-100", "acct-fam")));
        assertThat(POLICY.escalation(1))
                .isEqualTo(
                        new Escalation(
                                List.of("platform owner", "audit"),
                                "at once; the workflow is put on hold"));
        assertThat(List.of(POLICY.repeatedBlocks(), POLICY.repeatedBlocksDays()))
                .isEqualTo(List.of(3, 30));
        assertThat(POLICY.retentionYears()).isEqualTo(7);
    }

    @Test
    void anApprovalKeyLeadsToItsStep() {
        assertThat(POLICY.waiting("change-approval", "change_approval"))
                .isEqualTo(POLICY.step("change-approval", "human_approval"));
        assertThat(POLICY.waiting("incident-runbook", "approve:restart"))
                .isEqualTo(POLICY.step("incident-runbook", "restart"));
        // a step that has a rule of its own waits for no approval, whatever a key says
        assertThat(POLICY.waiting("incident-runbook", "approve:independent_review")).isNull();
        assertThat(POLICY.waiting("incident-runbook", "restart")).isNull();
        assertThat(POLICY.waiting("change-approval", "")).isNull();
        assertThat(POLICY.waiting("other", "change_approval")).isNull();
    }
}
