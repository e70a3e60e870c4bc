// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.clock.OpenWalk.Stretch;
import dev.countersign.core.policy.BusinessCalendar;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/// Arithmetic in the open hours of a calendar (CLOCKS, "Business time"). Built of instants per
/// local date, so that days of 23 and 25 hours come out right. Immutable.
///
/// Every answer that needs an opening is null if the calendar does not open within twenty years.
public final class BusinessTime {
    private static final Duration SLACK = Duration.ofHours(26); // farthest local time is from UTC

    private final BusinessCalendar calendar;

    public BusinessTime(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /// Open instants on end, the last not included.
    ///
    /// @param from the first open instant
    /// @param to the instant it closes
    public record Span(Instant from, Instant to) {}

    /// Whether an instant is open: its local time lies in an open interval of its local date.
    public boolean isOpen(Instant at) {
        LocalDateTime local = at.atZone(calendar.zone()).toLocalDateTime();
        int second = local.toLocalTime().toSecondOfDay();
        return calendar.open(local.toLocalDate()).stream()
                .anyMatch(i -> i.from().toSecondOfDay() <= second && second < i.endSecond());
    }

    /// The first open instant at or after another.
    public @Nullable Instant opening(Instant at) {
        Stretch next = new OpenWalk(calendar, at).next();
        return next == null ? null : later(at, next.startsAt());
    }

    /// The instant by which so much open time has passed. What is used up exactly at a close is due
    /// at that close, not at the next opening.
    ///
    /// @param open more than zero
    public @Nullable Instant plus(Instant start, Duration open) {
        OpenWalk walk = new OpenWalk(calendar, start);
        Duration left = open;
        for (Stretch s = walk.next(); s != null; s = walk.next()) {
            Instant from = later(start, s.startsAt());
            Duration here = Duration.between(from, s.endsAt());
            if (left.compareTo(here) <= 0) {
                return from.plus(left);
            }
            left = left.minus(here);
        }
        return null;
    }

    /// The open time between two instants; zero if the second is not after the first.
    public Duration between(Instant start, Instant end) {
        OpenWalk walk = new OpenWalk(calendar, start);
        Duration sum = Duration.ZERO;
        for (Stretch s = walk.next(); s != null && s.startsAt().isBefore(end); s = walk.next()) {
            sum = sum.plus(Duration.between(later(start, s.startsAt()), earlier(end, s.endsAt())));
        }
        return sum;
    }

    /// The open stretches of a local date, in order; touching ones are one. Empty if it is closed,
    /// also where the clocks skip all of its open hours.
    public List<Span> spans(LocalDate date) {
        List<Span> spans = new ArrayList<>();
        if (calendar.open(date).isEmpty()) {
            return spans;
        }
        Instant midnight = date.atStartOfDay().toInstant(ZoneOffset.UTC);
        OpenWalk walk = new OpenWalk(calendar, midnight.minus(SLACK));
        Instant end = midnight.plus(SLACK).plus(SLACK);
        for (Stretch s = walk.next(); s != null && s.startsAt().isBefore(end); s = walk.next()) {
            if (s.date().equals(date)) {
                Span last = spans.isEmpty() ? null : spans.getLast();
                if (last != null && last.to().equals(s.startsAt())) {
                    spans.set(spans.size() - 1, new Span(last.from(), s.endsAt()));
                } else {
                    spans.add(new Span(s.startsAt(), s.endsAt()));
                }
            }
        }
        return spans;
    }

    /// The same local time on the n-th open day after (CLOCKS, "1 business day").
    ///
    /// A start in closed hours counts as the next opening. Of the target day, a time after its last
    /// close becomes that close; a time before its opening, or in a break, becomes the opening that
    /// follows: so nothing is due in a closed hour, and no later start is due earlier. A local time
    /// that the clocks skip is the instant they skip at; of one that comes twice, the first holds.
    /// A start in the second pass of repeated hours counts as their end, because on the wall it
    /// would be earlier than a start before it.
    ///
    /// @param days at least 1
    public @Nullable Instant sameTime(Instant start, int days) {
        Instant opening = opening(start);
        if (opening == null) {
            return null;
        }
        Wall wall = wall(opening);
        LocalDate date = openDayAfter(wall.date(), days);
        if (date == null) {
            return null;
        }
        Instant wanted = instant(date, wall.second());
        List<Span> spans = spans(date);
        for (Span span : spans) {
            if (!wanted.isAfter(span.to())) {
                return later(wanted, span.from());
            }
        }
        return spans.getLast().to();
    }

    /// The last close of the n-th open day after an instant's date.
    ///
    /// @param days at least 1
    public @Nullable Instant close(Instant start, int days) {
        LocalDate date = openDayAfter(wall(start).date(), days);
        return date == null ? null : spans(date).getLast().to();
    }

    /// The instant itself if its date is an open day; else the same local time on the next open
    /// day, in whatever hour that is: a clock of elapsed hours does not look at them.
    public @Nullable Instant toOpenDay(Instant at) {
        LocalDateTime local = at.atZone(calendar.zone()).toLocalDateTime();
        if (!spans(local.toLocalDate()).isEmpty()) {
            return at;
        }
        LocalDate date = openDayAfter(local.toLocalDate(), 1);
        return date == null ? null : instant(date.atTime(local.toLocalTime()));
    }

    /// The n-th open day after a date.
    public @Nullable LocalDate openDayAfter(LocalDate date, int days) {
        int left = days;
        int closed = 0;
        for (LocalDate day = date.plusDays(1); closed < OpenWalk.HORIZON_DAYS; ) {
            if (spans(day).isEmpty()) {
                closed++;
            } else if (--left == 0) {
                return day;
            } else {
                closed = 0;
            }
            day = day.plusDays(1);
        }
        return null;
    }

    /// The start of the month after an instant's: the end of the period that is running.
    public Instant monthEnd(Instant at) {
        LocalDate date = at.atZone(calendar.zone()).toLocalDate();
        return instant(date.withDayOfMonth(1).plusMonths(1).atStartOfDay());
    }

    /// What a clock on the wall shows, that is not set back when the hour repeats.
    ///
    /// @param second of the day, at most 86,400, with a fraction
    private record Wall(LocalDate date, Duration second) {}

    private Wall wall(Instant at) {
        ZoneRules rules = calendar.zone().getRules();
        LocalDateTime local = at.atZone(calendar.zone()).toLocalDateTime();
        ZoneOffsetTransition change = rules.previousTransition(at.plusNanos(1));
        if (change == null || !change.isOverlap()) {
            return wall(local);
        }
        LocalDateTime end = change.getDateTimeBefore();
        if (!local.isBefore(end)) {
            return wall(local);
        }
        return end.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new Wall(end.toLocalDate().minusDays(1), Duration.ofDays(1))
                : wall(end);
    }

    private static Wall wall(LocalDateTime local) {
        return new Wall(local.toLocalDate(), Duration.ofNanos(local.toLocalTime().toNanoOfDay()));
    }

    private Instant instant(LocalDate date, Duration second) {
        return instant(date.atStartOfDay().plus(second));
    }

    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition change = calendar.zone().getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(calendar.zone()).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
