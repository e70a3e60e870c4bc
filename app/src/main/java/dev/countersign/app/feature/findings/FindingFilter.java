// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Which rows are shown.
///
/// @param text each of its words has to occur
/// @param severities those shown; none means all
/// @param openOnly whether closed ones are left out
public record FindingFilter(String text, Set<Integer> severities, boolean openOnly) {
    /// All rows.
    public static final FindingFilter ALL = new FindingFilter("", Set.of(), false);

    public FindingFilter {
        severities = Set.copyOf(severities);
    }

    boolean matches(FindingRow row) {
        if (!severities.isEmpty() && !severities.contains(row.finding().severity())) {
            return false;
        }
        boolean open =
                switch (row.standing()) {
                    case OPEN, OVERDUE, DISPOSED -> true;
                    case CLOSED -> false;
                };
        if (openOnly && !open) {
            return false;
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!row.text().contains(word)) {
                return false;
            }
        }
        return true;
    }

    FindingFilter withText(String newText) {
        return new FindingFilter(newText, severities, openOnly);
    }

    FindingFilter toggled(int severity) {
        Set<Integer> changed = new TreeSet<>(severities);
        if (!changed.remove(severity)) {
            changed.add(severity);
        }
        return new FindingFilter(text, changed, openOnly);
    }

    FindingFilter toggledOpen() {
        return new FindingFilter(text, severities, !openOnly);
    }
}
