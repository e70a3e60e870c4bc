// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import java.nio.file.Path;
import java.util.List;

/// What there is to report on.
///
/// @param workspace the folder that is open
/// @param runs those that can be read
/// @param seen those that the desk has seen, whether or not they are there
/// @param months in which runs started, the last first
/// @param things that the ledger tells of, those of late first
public record ReportOffer(
        Path workspace,
        List<Subject.Run> runs,
        List<Subject.Seen> seen,
        List<Subject.Month> months,
        List<Subject.Thing> things) {
    public ReportOffer {
        runs = List.copyOf(runs);
        seen = List.copyOf(seen);
        months = List.copyOf(months);
        things = List.copyOf(things);
    }

    /// Whether a kind can be made of it.
    public boolean has(ReportKind kind) {
        return switch (kind.needs()) {
            case RUNS, ONE_RUN -> !runs.isEmpty();
            case ONE_MONTH -> !months.isEmpty();
            case SEEN_RUN -> !seen.isEmpty();
            case RESOURCE -> !things.isEmpty();
            case DESK, LEDGER -> true;
        };
    }

    /// What a kind can be about; none where nobody picks.
    public List<? extends Subject> subjects(ReportKind kind) {
        return switch (kind.needs()) {
            case ONE_MONTH -> months;
            case ONE_RUN -> runs;
            case SEEN_RUN -> seen;
            case RESOURCE -> things;
            case RUNS, DESK, LEDGER -> List.of();
        };
    }
}
