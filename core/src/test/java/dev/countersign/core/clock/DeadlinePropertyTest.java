// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import static dev.countersign.core.clock.Calendars.ALL_DAYS;
import static dev.countersign.core.clock.Calendars.WORKDAYS;
import static dev.countersign.core.clock.Calendars.except;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.BusinessCalendar.Interval;
import dev.countersign.core.policy.Target;
import dev.countersign.core.testkit.Scale;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * What holds of every deadline, in every time zone, from 2024 to 2034: near each change of the
 * clocks and at random. {@code -Dcountersign.fuzz=200} sweeps closely.
 */
class DeadlinePropertyTest {
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2034-12-31T00:00:00Z");

    /** By ascending strictness: each is due no later than the next in its group. */
    private static final List<List<Target>> GROUPS =
            List.of(
                    List.of(hours(1), hours(4), hours(5), hours(20)),
                    List.of(
                            new Target.BusinessDays(1),
                            new Target.BusinessDays(2),
                            new Target.BusinessDays(5)),
                    List.of(new Target.EndOfBusinessDay(1), new Target.EndOfBusinessDay(2)));

    private static Target hours(int hours) {
        return new Target.BusinessHours(Duration.ofHours(hours));
    }

    private static List<BusinessCalendar> calendars(String zone) {
        var office = Calendars.of(zone, WORKDAYS, "09:00-12:00", "13:00-17:00");
        return List.of(
                except(except(office, "2026-12-24", "09:00-12:00"), "2026-12-25"),
                Calendars.of(zone, ALL_DAYS, "00:00-24:00"),
                Calendars.of(
                        zone,
                        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                        "00:00-01:30",
                        "01:45-02:30",
                        "23:15-24:00"));
    }

    /** Instants in order: some random ones, and each side of some changes of the clocks. */
    private static List<Instant> starts(ZoneRules rules, Random random) {
        TreeSet<Instant> starts = new TreeSet<>();
        for (int i = 0; i < Scale.rounds(3); i++) {
            Instant at = random(random);
            ZoneOffsetTransition change = rules.nextTransition(at);
            Instant near =
                    change == null || change.getInstant().isAfter(LAST) ? at : change.getInstant();
            for (int minutes : new int[] {-2 * 1440, -1470, -1440, -75, -30, 0, 15, 45, 75, 1500}) {
                starts.add(near.plus(Duration.ofMinutes(minutes)));
            }
            starts.add(at);
            starts.add(at.plusNanos(1000));
        }
        return List.copyOf(starts);
    }

    private static Instant random(Random random) {
        long minutes = Duration.between(FIRST, LAST).toMinutes();
        return FIRST.plus(Duration.ofMinutes((long) (random.nextDouble() * minutes)));
    }

    @Test
    void deadlinesInEveryZone() {
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            List<Instant> starts = starts(ZoneId.of(zone).getRules(), new Random(zone.hashCode()));
            for (BusinessCalendar calendar : calendars(zone)) {
                for (List<Target> group : GROUPS) {
                    hold(calendar, group, starts);
                }
            }
        }
    }

    private static void hold(BusinessCalendar calendar, List<Target> group, List<Instant> starts) {
        List<Instant> before = null;
        for (Instant start : starts) {
            List<Instant> dues = new ArrayList<>();
            for (Target target : group) {
                Instant due = Deadlines.due(start, target, calendar);
                String what = calendar.zone() + " " + target + " from " + start + " due " + due;
                check(due.isAfter(start), what);
                check(open(calendar, due), what);
                check(dues.isEmpty() || !due.isBefore(dues.getLast()), "longer target: " + what);
                check(
                        before == null || !due.isBefore(before.get(dues.size())),
                        "later start: " + what);
                dues.add(due);
            }
            before = dues;
        }
    }

    /** Said otherwise than the product does: the local time there, or just before, is open. */
    private static boolean open(BusinessCalendar calendar, Instant due) {
        return openAt(calendar, due) || openAt(calendar, due.minusNanos(1));
    }

    private static boolean openAt(BusinessCalendar calendar, Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, calendar.zone());
        for (Interval interval : calendar.open(local.toLocalDate())) {
            int second = local.toLocalTime().toSecondOfDay();
            if (second >= interval.from().toSecondOfDay() && second < interval.endSecond()) {
                return true;
            }
        }
        return false;
    }

    /** A message is made only where it is needed: there are millions of checks. */
    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    /** Counted minute by minute: the open minutes until a deadline are the target's. */
    @Test
    void businessHoursAreOpenMinutes() {
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            Random random = new Random(zone.hashCode());
            ZoneRules rules = ZoneId.of(zone).getRules();
            for (BusinessCalendar calendar : calendars(zone)) {
                List<Instant> starts = starts(rules, random);
                Instant start = starts.get(random.nextInt(starts.size()));
                start = start.truncatedTo(ChronoUnit.MINUTES);
                Instant due = Deadlines.due(start, hours(4), calendar);
                int open = 0;
                for (Instant at = start; at.isBefore(due); at = at.plusSeconds(60)) {
                    open += openAt(calendar, at) ? 1 : 0;
                }
                assertThat(open).as("%s from %s to %s", zone, start, due).isEqualTo(240);
                assertThat(new BusinessTime(calendar).between(start, due))
                        .isEqualTo(Duration.ofHours(4));
            }
        }
    }

    /** Elapsed hours end on an open day, at the same local time where they were moved. */
    @Test
    void rolledDeadlinesEndOnOpenDays() {
        Duration day = Duration.ofHours(24);
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            Random random = new Random(zone.hashCode());
            for (BusinessCalendar calendar : calendars(zone)) {
                for (Instant start : starts(ZoneId.of(zone).getRules(), random)) {
                    Instant due = Deadlines.due(start, new Target.ElapsedToOpenDay(day), calendar);
                    LocalDate on = LocalDate.ofInstant(due, calendar.zone());
                    check(!due.isBefore(start.plus(day)), "too early: " + due);
                    check(!calendar.open(on).isEmpty(), zone + " from " + start + " due " + due);
                }
            }
        }
    }
}
