// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import java.util.List;

/// How the window looks.
///
/// @param scheme light, dark, or as the system says
/// @param percent size of the text, 100 being the usual one
public record Appearance(Scheme scheme, double percent) {
    /// The sizes there are.
    public static final List<Double> SIZES = List.of(100.0, 112.5, 125.0, 150.0);

    /// Light or dark.
    public enum Scheme {
        /// As the system says.
        SYSTEM("As the system"),
        /// Always light.
        LIGHT("Light"),
        /// Always dark.
        DARK("Dark");

        private final String word;

        Scheme(String word) {
            this.word = word;
        }

        /// For people.
        String word() {
            return word;
        }
    }
}
