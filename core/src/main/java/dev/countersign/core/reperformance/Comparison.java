// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What one test gave.
///
/// @param test which
/// @param result what it gave
/// @param why why nothing was compared; null if something was
/// @param differences empty unless they differ
public record Comparison(
        TestKind test, Result result, @Nullable String why, List<Difference> differences) {
    public Comparison {
        differences = List.copyOf(differences);
    }

    /// How what was recorded and what was performed again stand to each other.
    public enum Result {
        /// They are the same.
        AGREES,
        /// They are not.
        DIFFERS,
        /// One of them is not there.
        NOT_COMPARED;

        /// As it stands in documents.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
