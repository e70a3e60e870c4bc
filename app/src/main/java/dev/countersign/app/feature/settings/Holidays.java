// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Closed days that could be added to the policy: shown before anything is written.
///
/// @param from where they come from, in words
/// @param added those that the policy does not have yet, in order
/// @param known how many it has already
/// @param remarks what was left out and why; each a sentence
public record Holidays(String from, List<Day> added, int known, List<String> remarks) {
    public Holidays {
        added = List.copyOf(added);
        remarks = List.copyOf(remarks);
    }

    /// A closed day.
    public record Day(LocalDate date, String name) {}

    /// Where holidays are wanted from.
    public sealed interface Wanted {
        /// An iCalendar file.
        record OfFile(Path file) implements Wanted {}

        /// Those of a country.
        ///
        /// @param country one of {@link SettingsDesk#countries}
        /// @param year the first of the years wanted
        record OfCountry(Country country, int year) implements Wanted {}
    }

    /// A country whose holidays are known.
    ///
    /// @param code two letters
    /// @param name for people
    public record Country(String code, String name) {
        @Override
        public String toString() {
            return name;
        }
    }
}
