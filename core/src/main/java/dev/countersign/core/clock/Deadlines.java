// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.clock.ClockReading.State;
import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.ClockRule;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;
import dev.countersign.core.policy.Target;
import dev.countersign.core.policy.Tier;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Deadlines from facts, and what a clock says at an instant (CLOCKS). Pure: the same log, policy
/// and time-zone data give the same answer anywhere, for any instant.
public final class Deadlines {
    /// Start times outside the years that Python can write are answered without arithmetic.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /// Use of a target is measured for so long after its deadline, and no longer.
    private static final Duration MEASURED = Duration.ofDays(40 * 366);

    private static final int FEW_DAYS = 1_000;

    private Deadlines() {}

    /// The clocks of a run, in the order of their cycles, each with its deadline.
    ///
    /// A retroactive approval is asked for in an emergency only: its cycle has no clock in the
    /// standard tier. A start outside the years 1 to 9999 is due at once.
    ///
    /// @param workflow whose steps they are; empty if it is not known
    /// @param blocked whether the run was blocked: what observes a block is worth more
    public static List<RunClock> fix(
            String workflow, List<Cycle> cycles, Tiering tiering, boolean blocked, Policy policy) {
        List<RunClock> clocks = new ArrayList<>();
        for (Cycle cycle : cycles) {
            if (cycle.kind() == ClockKind.RETROACTIVE_APPROVAL && tiering.tier() == Tier.STANDARD) {
                continue;
            }
            ClockRule rule = policy.clock(cycle.kind());
            Target target = target(rule, tiering.tier());
            boolean ofBlock = blocked && cycle.kind() == ClockKind.OBSERVATION;
            clocks.add(
                    new RunClock(
                            cycle,
                            tiering.tier(),
                            tiering.assumed(),
                            pauses(target),
                            due(cycle.started(), target, policy.calendar()),
                            role(policy.step(workflow, cycle.step()), rule),
                            rule.escalateTo(),
                            ofBlock ? rule.blockSeverity() : rule.severity(),
                            policy.version()));
        }
        return clocks;
    }

    private static Target target(ClockRule rule, Tier tier) {
        return switch (tier) {
            case STANDARD -> rule.standard();
            case EMERGENCY -> rule.emergency();
        };
    }

    /// Who is waited for: whom the step names, or the clock. Those who approve or review a step are
    /// not those who observe that it was blocked.
    private static String role(StepRule step, ClockRule rule) {
        boolean stepSays =
                switch (step.kind()) {
                    case APPROVAL, REVIEW -> rule.kind() != ClockKind.OBSERVATION;
                    case GATE, EXCEPTIONS, WORK -> true;
                };
        return stepSays && !step.role().isEmpty() ? step.role() : rule.role();
    }

    /// When a target that starts at an instant is due.
    ///
    /// A calendar that never opens has no business time: its targets are due as if every hour were
    /// open, which is early rather than never. Nothing is due after the year 9999, which few
    /// programs can read.
    public static Instant due(Instant start, Target target, BusinessCalendar calendar) {
        if (!usual(start)) {
            return start;
        }
        Instant due = calculated(start, target, calendar);
        return due.isAfter(LAST) ? LAST : due;
    }

    private static Instant calculated(Instant start, Target target, BusinessCalendar calendar) {
        BusinessTime time = new BusinessTime(calendar);
        // no pattern switch: linking one costs a short command more than its work
        if (target instanceof Target.BusinessHours hours) {
            return or(time.plus(start, hours.duration()), start.plus(hours.duration()));
        }
        if (target instanceof Target.BusinessDays days) {
            return or(time.sameTime(start, days.days()), start.plus(Duration.ofDays(days.days())));
        }
        if (target instanceof Target.EndOfBusinessDay days) {
            return or(time.close(start, days.days()), start.plus(Duration.ofDays(days.days())));
        }
        if (target instanceof Target.Elapsed elapsed) {
            return start.plus(elapsed.duration());
        }
        if (target instanceof Target.ElapsedToOpenDay elapsed) {
            Instant end = start.plus(elapsed.duration());
            return or(time.toOpenDay(end), end);
        }
        return time.monthEnd(start);
    }

    private static Instant or(@Nullable Instant due, Instant otherwise) {
        return due == null ? otherwise : due;
    }

    /// What a clock says at an instant.
    ///
    /// A target in business time counts open time and pauses outside; one in elapsed time counts
    /// everything and never pauses. The use of the target stays below 100 before the deadline and
    /// is at least 100 from the due instant on.
    ///
    /// @param calendar the one the deadline was fixed under
    public static ClockReading reading(RunClock clock, BusinessCalendar calendar, Instant now) {
        Cycle.Ending ending = clock.cycle().ending();
        Instant at = ending == null || clock.openAt(now) ? now : ending.at();
        BusinessTime time = clock.pauses() ? new BusinessTime(calendar) : null;
        return new ClockReading(
                state(clock, now, time),
                Duration.between(at, clock.due()).toSeconds(),
                percent(clock, at, time));
    }

    static boolean pauses(Target target) {
        return target instanceof Target.BusinessHours
                || target instanceof Target.BusinessDays
                || target instanceof Target.EndOfBusinessDay;
    }

    /// Years that Python can write, and that every arithmetic here stands.
    private static boolean usual(Instant at) {
        return !at.isBefore(FIRST) && !at.isAfter(LAST);
    }

    private static State state(RunClock clock, Instant now, @Nullable BusinessTime time) {
        boolean late = clock.breached(now);
        if (!clock.openAt(now)) {
            return late ? State.LATE : State.MET;
        }
        if (late) {
            return State.BREACHED;
        }
        return time == null || !usual(now) || time.isOpen(now) ? State.RUNNING : State.PAUSED;
    }

    private static int percent(RunClock clock, Instant at, @Nullable BusinessTime time) {
        Instant start = clock.cycle().started();
        Instant due = clock.due();
        boolean over = !at.isBefore(due);
        if (!usual(start)) {
            return over ? 100 : 0;
        }
        Instant end = at.isAfter(due.plus(MEASURED)) ? due.plus(MEASURED) : at;
        Duration used = used(start, end, time);
        Duration whole = used(start, due, time);
        if (whole.isZero()) {
            return over ? 100 : 0;
        }
        int percent = (int) Math.min(Integer.MAX_VALUE, percent(used, whole));
        return over ? Math.max(100, percent) : Math.min(99, percent);
    }

    /// Neither overflows nor rounds: the years are bounded, and those that are too many for a
    /// long's nanoseconds are left to {@link Duration}, which takes a hundred times longer.
    private static long percent(Duration used, Duration whole) {
        boolean few = used.toDays() < FEW_DAYS && whole.toDays() < FEW_DAYS;
        return few
                ? used.toNanos() * 100 / whole.toNanos()
                : used.multipliedBy(100).dividedBy(whole);
    }

    private static Duration used(Instant start, Instant end, @Nullable BusinessTime time) {
        if (!end.isAfter(start)) {
            return Duration.ZERO;
        }
        return time == null ? Duration.between(start, end) : time.between(start, end);
    }
}
