// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.holiday;

import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.BusinessCalendar.Day;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyWriter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Holidays put into a policy: an explicit act, that gives the text of a new policy and changes
/// nothing by itself.
///
/// @param text of the new policy; it is read and judged like any other
/// @param added the holidays that become closed days
/// @param already the holidays on dates that are closed, or have an exception, without them
public record HolidayMerge(String text, List<Holiday> added, List<Holiday> already) {
    public HolidayMerge {
        added = List.copyOf(added);
        already = List.copyOf(already);
    }

    /// A policy with these days closed as well. What it says of a date already, stands. Nobody has
    /// confirmed the new text: it is not assigned until an owner does.
    ///
    /// @param version what the new policy is called
    public static HolidayMerge into(Policy policy, List<Holiday> holidays, String version) {
        BusinessCalendar calendar = policy.calendar();
        Map<LocalDate, Day> exceptions = new HashMap<>(calendar.exceptions());
        List<Holiday> added = new ArrayList<>();
        List<Holiday> already = new ArrayList<>();
        for (Holiday holiday : Holiday.byDate(holidays)) {
            boolean stands =
                    exceptions.containsKey(holiday.date())
                            || calendar.open(holiday.date()).isEmpty();
            if (!stands) {
                exceptions.put(holiday.date(), new Day(holiday.name(), List.of()));
            }
            (stands ? already : added).add(holiday);
        }
        var merged = new BusinessCalendar(calendar.zone(), calendar.week(), exceptions);
        return new HolidayMerge(PolicyWriter.write(policy.with(merged, version)), added, already);
    }
}
