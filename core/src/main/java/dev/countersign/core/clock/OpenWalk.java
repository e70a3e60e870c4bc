// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.BusinessCalendar.Interval;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/// Walks a calendar's open stretches forward in time.
///
/// An instant is open if its local time lies in an open interval of its local date, whatever the
/// clocks do that day: of an interval, a gap takes what is not there, and an overlap is open twice.
/// So the walk goes from one change of the zone's offset to the next, and in between by dates.
final class OpenWalk {
    /// A calendar that has not opened for so many days never will, for us.
    static final int HORIZON_DAYS = 20 * 366;

    private static final long DAY = 86_400;

    private final BusinessCalendar calendar;
    private final ZoneRules rules;
    private long segmentStart;
    private long segmentEnd;
    private int offset;
    private long day;
    private int next;

    /// @param from the first instant of interest; the first stretch is cut there, at a whole second
    OpenWalk(BusinessCalendar calendar, Instant from) {
        this.calendar = calendar;
        rules = calendar.zone().getRules();
        enter(from.getEpochSecond());
    }

    /// An open stretch, in seconds of the epoch, its end not included.
    ///
    /// @param date the local date it belongs to
    record Stretch(LocalDate date, long start, long end) {
        Instant startsAt() {
            return Instant.ofEpochSecond(start);
        }

        Instant endsAt() {
            return Instant.ofEpochSecond(end);
        }
    }

    private void enter(long second) {
        Instant at = Instant.ofEpochSecond(second);
        ZoneOffsetTransition change = rules.nextTransition(at);
        segmentStart = second;
        segmentEnd = change == null ? Long.MAX_VALUE : change.toEpochSecond();
        offset = rules.getOffset(at).getTotalSeconds();
        day = Math.floorDiv(second + offset, DAY);
        next = 0;
    }

    /// The next stretch, or null if the calendar does not open within {@link #HORIZON_DAYS}.
    @Nullable Stretch next() {
        for (int closed = 0; closed < HORIZON_DAYS; closed++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            long midnight = day * DAY - offset;
            List<Interval> open = calendar.open(date);
            while (next < open.size()) {
                Interval interval = open.get(next++);
                long from = Math.max(segmentStart, midnight + interval.from().toSecondOfDay());
                long to = Math.min(segmentEnd, midnight + interval.endSecond());
                if (from < to) {
                    return new Stretch(date, from, to);
                }
            }
            if (midnight + DAY >= segmentEnd) {
                enter(segmentEnd);
            } else {
                day++;
                next = 0;
            }
        }
        return null;
    }
}
