// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.BusinessCalendar.Day;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyReader;
import dev.countersign.core.policy.PolicyReading;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class HolidayLibraryTest {
    private static Holiday day(String date, String name) {
        return new Holiday(LocalDate.parse(date), name);
    }

    @Test
    void germany() {
        List<Holiday> common =
                List.of(
                        day("2026-01-01", "New Year's Day"),
                        day("2026-04-03", "Good Friday"),
                        day("2026-04-06", "Easter Monday"),
                        day("2026-05-01", "Labour day"),
                        day("2026-05-14", "Ascension Day"),
                        day("2026-05-25", "Whit Monday"),
                        day("2026-10-03", "German Unity Day"),
                        day("2026-12-25", "1st Christmas day"),
                        day("2026-12-26", "2nd Christmas day"));
        assertThat(HolidayLibrary.holidays("de", "", 2026, 2026, Locale.ENGLISH)).isEqualTo(common);
        assertThat(HolidayLibrary.holidays("de", "by", 2026, 2026, Locale.ENGLISH))
                .containsAll(common)
                .contains(day("2026-01-06", "Epiphany"), day("2026-06-04", "Corpus Christi"))
                .hasSize(12);
    }

    @Test
    void whatIsNotKnownIsEmpty() {
        assertThat(HolidayLibrary.holidays("atlantis", "", 2026, 2026, Locale.ENGLISH)).isEmpty();
        assertThat(HolidayLibrary.holidays("de", "atlantis", 2026, 2026, Locale.ENGLISH)).isEmpty();
        assertThat(HolidayLibrary.regions("atlantis", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void places() {
        assertThat(HolidayLibrary.countries(Locale.ENGLISH))
                .contains(
                        new HolidayLibrary.Place("DE", "Germany"),
                        new HolidayLibrary.Place("US", "United States of America"),
                        new HolidayLibrary.Place(
                                "GB", "United Kingdom of Great Britain and Northern Ireland"))
                .hasSizeGreaterThan(80);
        assertThat(HolidayLibrary.regions("de", Locale.ENGLISH))
                .contains(new HolidayLibrary.Place("by", "Bavaria"))
                .hasSize(16);
    }

    @Test
    void intoAPolicy() {
        var merge =
                HolidayMerge.into(
                        DefaultPolicy.get(),
                        List.of(
                                day("2026-12-25", "Christmas"),
                                day("2026-12-26", "a Saturday"),
                                day("2026-12-25", "Noël")),
                        "2027");
        assertThat(merge.added()).containsExactly(day("2026-12-25", "Christmas / Noël"));
        assertThat(merge.already()).containsExactly(day("2026-12-26", "a Saturday"));
        PolicyReading reading = PolicyReader.read(merge.text().getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(PolicyReading.Valid.class);
        Policy policy = ((PolicyReading.Valid) reading).policy();
        assertThat(policy.version()).isEqualTo("2027");
        assertThat(policy.calendar().exceptions())
                .isEqualTo(
                        Map.of(
                                LocalDate.parse("2026-12-25"),
                                new Day("Christmas / Noël", List.of())));
        assertThat(HolidayMerge.into(policy, List.of(day("2026-12-25", "again")), "2028").added())
                .isEmpty();
    }
}
