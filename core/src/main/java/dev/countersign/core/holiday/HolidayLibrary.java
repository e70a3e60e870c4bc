// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.holiday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Public holidays of the countries that the Jollyday library knows. It knows no half days, and
/// what it says of future years is what the law says today: an owner looks at it before it becomes
/// policy.
public final class HolidayLibrary {
    private static final int MAX_YEARS = 100;

    private HolidayLibrary() {}

    /// A country or, within it, a region.
    ///
    /// @param code as the library knows it, e.g. `DE` or, within it, `by`
    /// @param name in the language asked for
    public record Place(String code, String name) {}

    /// The countries (and a few exchanges), by name.
    public static List<Place> countries(Locale language) {
        Map<String, Place> byName = new TreeMap<>();
        for (HolidayCalendar calendar : HolidayCalendar.values()) {
            CalendarHierarchy hierarchy = manager(calendar).getCalendarHierarchy();
            Place place = new Place(calendar.getId(), hierarchy.getDescription(language));
            byName.put(place.name() + " " + place.code(), place);
        }
        return List.copyOf(byName.values());
    }

    /// The regions of a country, by name; empty if it has none, or is not known.
    public static List<Place> regions(String country, Locale language) {
        Map<String, Place> byName = new TreeMap<>();
        for (HolidayCalendar calendar : HolidayCalendar.values()) {
            if (calendar.getId().equalsIgnoreCase(country)) {
                manager(calendar)
                        .getCalendarHierarchy()
                        .getChildren()
                        .forEach((code, child) -> {
                            String name = child.getDescription(language);
                            byName.put(name + " " + code, new Place(code, name));
                        });
            }
        }
        return List.copyOf(byName.values());
    }

    /// The public holidays of a country, or of one of its regions.
    ///
    /// @param country a code of {@link #countries}
    /// @param region a code of {@link #regions}; empty for what holds in the whole country
    /// @param firstYear first year
    /// @param lastYear last year, not before the first, within a century of it
    /// @return in order, one for a date; empty for a country or region that is not known
    public static List<Holiday> holidays(
            String country, String region, int firstYear, int lastYear, Locale language) {
        if (lastYear < firstYear || lastYear - firstYear > MAX_YEARS) {
            throw new IllegalArgumentException("years " + firstYear + " to " + lastYear);
        }
        List<Holiday> holidays = new ArrayList<>();
        for (HolidayCalendar calendar : HolidayCalendar.values()) {
            if (calendar.getId().equalsIgnoreCase(country)) {
                HolidayManager manager = manager(calendar);
                boolean known = manager.getCalendarHierarchy().getChildren().containsKey(region);
                for (int year = firstYear;
                        year <= lastYear && (known || region.isEmpty());
                        year++) {
                    collect(manager, region, year, language, holidays);
                }
            }
        }
        return Holiday.byDate(holidays);
    }

    private static void collect(
            HolidayManager manager,
            String region,
            int year,
            Locale language,
            List<Holiday> holidays) {
        String[] path = region.isEmpty() ? new String[0] : new String[] {region};
        for (var holiday : manager.getHolidays(Year.of(year), path)) {
            if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY) {
                holidays.add(Holiday.of(holiday.getDate(), holiday.getDescription(language)));
            }
        }
    }

    private static HolidayManager manager(HolidayCalendar calendar) {
        return HolidayManager.getInstance(ManagerParameters.create(calendar));
    }
}
