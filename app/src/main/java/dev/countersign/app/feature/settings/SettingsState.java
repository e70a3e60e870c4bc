// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import java.util.List;

/// What the screen shows: one of these at any time.
public sealed interface SettingsState {
    /// A section is being read for the first time.
    record Loading(Section section) implements SettingsState {}

    /// The policy, explained.
    ///
    /// @param sheet what holds, and what the file says
    /// @param countries whose holidays can be imported; none where they cannot
    /// @param importing how far an import of holidays is
    record PolicyShown(PolicySheet sheet, List<Holidays.Country> countries, HolidayImport importing)
            implements SettingsState {
        public PolicyShown {
            countries = List.copyOf(countries);
        }
    }

    /// Where runs are looked for.
    ///
    /// @param sources in the order of their paths
    /// @param trouble why the last change could not be made; empty if it could
    record SourcesShown(List<SourceRow> sources, String trouble) implements SettingsState {
        public SourcesShown {
            sources = List.copyOf(sources);
        }
    }

    /// How the window looks.
    record AppearanceShown(Appearance appearance) implements SettingsState {}

    /// Who signs here.
    ///
    /// @param signer what is remembered
    /// @param trouble why the last change could not be made; empty if it could
    record IdentityShown(KnownSigner signer, String trouble) implements SettingsState {}

    /// A section could not be read.
    ///
    /// @param section which
    /// @param sentence what happened and what to do
    record Failed(Section section, String sentence) implements SettingsState {}

    /// The part of the settings that is shown.
    default Section shows() {
        return switch (this) {
            case Loading(Section section) -> section;
            case Failed(Section section, String _) -> section;
            case PolicyShown _ -> Section.POLICY;
            case SourcesShown _ -> Section.SOURCES;
            case IdentityShown _ -> Section.IDENTITY;
            case AppearanceShown _ -> Section.APPEARANCE;
        };
    }

    /// The parts of the settings.
    enum Section {
        /// What the owners decided.
        POLICY("Policy"),
        /// Where runs come from.
        SOURCES("Sources"),
        /// How the window looks.
        APPEARANCE("Appearance"),

        /// Who signs, and with which key.
        IDENTITY("Identity and keys");

        private final String word;

        Section(String word) {
            this.word = word;
        }

        /// For people.
        String word() {
            return word;
        }
    }

    /// How far an import of holidays is: nothing is written before it was seen.
    sealed interface HolidayImport {
        /// Nobody asked.
        record None() implements HolidayImport {}

        /// They are being read or written.
        record Working() implements HolidayImport {}

        /// They are shown, and not written.
        record Preview(Holidays holidays) implements HolidayImport {}

        /// They were written.
        ///
        /// @param days how many were added
        record Adopted(int days) implements HolidayImport {}

        /// That failed.
        ///
        /// @param sentence what happened and what to do
        record Failed(String sentence) implements HolidayImport {}
    }
}
