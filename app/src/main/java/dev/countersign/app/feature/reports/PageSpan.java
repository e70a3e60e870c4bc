// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import java.util.Optional;

/// Pages that follow one another.
///
/// @param first from 1
/// @param last not before the first
public record PageSpan(int first, int last) {
    /// As somebody wrote it; empty if there are no such pages.
    ///
    /// @param count how many pages there are
    public static Optional<PageSpan> read(String first, String last, int count) {
        try {
            var span =
                    new PageSpan(Integer.parseInt(first.strip()), Integer.parseInt(last.strip()));
            return span.first < 1 || span.last < span.first || span.last > count
                    ? Optional.empty()
                    : Optional.of(span);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// How many.
    public int count() {
        return last - first + 1;
    }
}
