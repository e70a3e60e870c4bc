// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Tier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Clocks as people read them. Moments are told in the viewer's time zone; words do not depend on
/// the machine's language.
public final class ClockText {
    private static final DateTimeFormatter WEEKDAY = format("EEE HH:mm");
    private static final DateTimeFormatter DAY = format("EEE d MMM HH:mm");
    private static final DateTimeFormatter YEAR = format("EEE d MMM uuuu HH:mm");
    private static final DateTimeFormatter UTC = format("HH:mm:ss");
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY_SECONDS = 24 * HOUR;

    /// A weekday alone is understood so many days ahead or back.
    private static final int NEAR_DAYS = 6;

    private static final char HARD_SPACE = '\u00a0';

    private ClockText() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /// `2h 10m left · due Tue 15:40`, `1h 5m over · was due Tue 15:40`, and the like for a clock
    /// that has ended.
    ///
    /// @param now tells how near the deadline is, and so how much of its date is said
    public static String line(RunClock clock, ClockReading reading, Instant now, ZoneId viewer) {
        return remaining(reading) + " · " + due(clock, reading, now, viewer);
    }

    /// `2h 10m left`, `1h 5m over`, `met, 3h to spare`, `late by 20m 4s`.
    public static String remaining(ClockReading reading) {
        String span = span(reading.remainingSeconds());
        return switch (reading.state()) {
            case RUNNING, PAUSED -> span + " left";
            case BREACHED -> span + " over";
            case MET -> "met, " + span + " to spare";
            case LATE -> "late by " + span;
        };
    }

    /// `due Tue 15:40`; `was due` once the deadline is past or the clock has ended.
    public static String due(RunClock clock, ClockReading reading, Instant now, ZoneId viewer) {
        String when = when(clock.due(), now, viewer);
        return switch (reading.state()) {
            case RUNNING, PAUSED -> "due " + when;
            case BREACHED, MET, LATE -> "was due " + when;
        };
    }

    /// `2d 4h`, `2h 10m`, `12m 5s`, `45s`: the two largest units, the sign left out. Seconds show
    /// only under an hour.
    public static String span(long seconds) {
        long s = Math.abs(seconds);
        if (s < MINUTE) {
            return s + "s";
        }
        if (s < HOUR) {
            return two(s / MINUTE, "m", s % MINUTE, "s");
        }
        return s < DAY_SECONDS
                ? two(s / HOUR, "h", s % HOUR / MINUTE, "m")
                : two(s / DAY_SECONDS, "d", s % DAY_SECONDS / HOUR, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }

    /// `Tue 15:40` if that is within six days of now, else `Tue 24 Nov 15:40`, with the year where
    /// it is another one than now's.
    public static String when(Instant at, Instant now, ZoneId viewer) {
        ZonedDateTime moment = at.atZone(viewer);
        LocalDate today = LocalDate.ofInstant(now, viewer);
        if (Math.abs(ChronoUnit.DAYS.between(today, moment.toLocalDate())) <= NEAR_DAYS) {
            return WEEKDAY.format(moment);
        }
        return (moment.getYear() == today.getYear() ? DAY : YEAR).format(moment);
    }

    /// What a clock is called.
    public static String name(ClockKind kind) {
        return switch (kind) {
            case OPERATOR_REVIEW -> "Review";
            case APPROVAL -> "Approval";
            case RETROACTIVE_APPROVAL -> "Retroactive approval";
            case OBSERVATION -> "Observation";
            case POPULATION -> "Sample of the period";
        };
    }

    /// What a clock is called, and what started it: a run can wait on several of a kind.
    public static String named(RunClock clock) {
        String step = clock.cycle().step();
        return name(clock.kind())
                + " ("
                + (step.isEmpty() ? "" : Quotes.line(step) + ", ")
                + "record "
                + clock.cycle().record()
                + ")";
    }

    /// Where a clock stands, in a word.
    public static String state(ClockReading.State state) {
        return switch (state) {
            case RUNNING -> "Running";
            case PAUSED -> "Paused";
            case MET -> "Met";
            case LATE -> "Late";
            case BREACHED -> "Breached";
        };
    }

    /// Which target holds, in a word.
    public static String tier(Tier tier) {
        return switch (tier) {
            case STANDARD -> "standard";
            case EMERGENCY -> "emergency";
        };
    }

    /// What is to be known beyond the line, as short clauses: tier, pause, assumptions, who
    /// vouches.
    public static String marks(RunClock clock, ClockReading reading) {
        var marks = new StringBuilder(tier(clock.tier()));
        marks.append(clock.tierAssumed() ? " (assumed)" : "");
        if (reading.state() == ClockReading.State.PAUSED) {
            marks.append(" · paused, closed hours");
        }
        if (clock.cycle().assumed()) {
            marks.append(" · start assumed");
        }
        Cycle.Ending ending = clock.cycle().ending();
        if (ending != null && ending.selfAsserted()) {
            marks.append(" · self-asserted");
        }
        return marks.toString();
    }

    /// The whole story of a clock in a few sentences: due in two zones, start, end, role, breach.
    public static String story(RunClock clock, ClockReading reading, Instant now, ZoneId viewer) {
        var story = new StringBuilder();
        story.append(name(clock.kind())).append(": ").append(remaining(reading)).append(". ");
        story.append("Due ").append(exact(clock.due(), viewer)).append(". ");
        story.append(start(clock, viewer));
        Cycle.Ending ending = clock.cycle().ending();
        if (ending != null) {
            story.append(end(ending, viewer));
        }
        if (clock.tierAssumed()) {
            story.append("The payload names no tier, so the standard one applies. ");
        }
        if (reading.state() == ClockReading.State.PAUSED) {
            story.append("It is closed hours: the clock counts again when they end. ");
        }
        if (!clock.role().isEmpty() && ending == null) {
            story.append("Waits for: ").append(clock.role()).append(". ");
        }
        story.append("A breach is a SEV-").append(clock.breachSeverity());
        story.append(" finding").append(clock.escalateTo().isEmpty() ? "" : " and goes to ");
        story.append(clock.escalateTo()).append(". ");
        return story.append("Policy ").append(clock.policyVersion()).append('.').toString();
    }

    private static String start(RunClock clock, ZoneId viewer) {
        return "Started at record "
                + clock.cycle().record()
                + ", "
                + exact(clock.cycle().started(), viewer)
                + (clock.cycle().assumed()
                        ? "; the chain gives no such start, policy assumes it. "
                        : ". ");
    }

    private static String end(Cycle.Ending ending, ZoneId viewer) {
        return how(ending.how())
                + " at record "
                + ending.record()
                + ", "
                + exact(ending.at(), viewer)
                + (ending.selfAsserted()
                        ? "; only the record's own clock vouches for that (self-asserted). "
                        : ". ");
    }

    private static String how(Cycle.How how) {
        return switch (how) {
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected";
            case REVIEWED -> "Reviewed";
            case OBSERVED -> "Observed";
            case DISPOSED -> "Ended by the disposition";
        };
    }

    /// The same for a label that may be broken: only before the bracket. Not for what is copied.
    public static String lines(Instant at, ZoneId viewer) {
        return exact(at, viewer).replace(' ', HARD_SPACE).replace(HARD_SPACE + "(", " (");
    }

    /// `2026-11-24 15:40:00 +01:00 (14:40:00 UTC)`.
    public static String exact(Instant at, ZoneId viewer) {
        ZonedDateTime local = at.atZone(viewer);
        String text = TimeText.exact(local);
        return local.getOffset().getTotalSeconds() == 0
                ? text
                : text + " (" + UTC.format(at.atZone(ZoneOffset.UTC)) + " UTC)";
    }
}
