// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.holiday;

import java.util.List;

/// What a calendar file holds. Nothing in it is passed over silently.
///
/// @param days closed days in order, one for a date
/// @param skipped what was not taken, in file order
/// @param outside how many days lie outside the years that were asked for, of events that do not
///   repeat
public record HolidayImport(List<Holiday> days, List<Skipped> skipped, int outside) {
    public HolidayImport {
        days = List.copyOf(days);
        skipped = List.copyOf(skipped);
    }

    /// Something that was not taken.
    ///
    /// @param line 1-based line at which the event starts, or the file's fault stands
    /// @param why the reason
    /// @param what the event's summary, or the text that could not be read; shortened
    public record Skipped(int line, Why why, String what) {}

    /// Why something was not taken.
    public enum Why {
        /// The file does not start as an iCalendar file.
        NOT_A_CALENDAR,
        /// The file, a line or the number of events is larger than allowed; nothing after it was
        /// read.
        TOO_LARGE,
        /// The file ends within an event.
        ENDS_EARLY,
        /// The event has no start, or one that cannot be read.
        NO_DATE,
        /// The event has a time of day: it does not close a day.
        NOT_ALL_DAY,
        /// The event ends before it starts, lasts longer than a year, or its end cannot be read.
        BAD_END,
        /// It repeats otherwise than yearly on its date.
        REPEATS,
        /// It was cancelled.
        CANCELLED
    }
}
