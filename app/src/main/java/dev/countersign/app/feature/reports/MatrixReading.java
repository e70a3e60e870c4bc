// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.core.reperformance.PopulationResults;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What came of performing runs again.
///
/// @param rows by run id
/// @param unreadable sentences, one for each run that could not be performed
/// @param total how many runs there are
/// @param sha256 of the results; empty if it was stopped before all were performed
/// @param results what can be kept and signed; null if it was stopped
public record MatrixReading(
        List<MatrixRow> rows,
        List<String> unreadable,
        int total,
        String sha256,
        @Nullable PopulationResults results) {
    public MatrixReading {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }

    /// Whether all runs were performed that could be.
    public boolean complete() {
        return !sha256.isEmpty();
    }

    /// Whether a firm's own rules say anything of any run, or why they do not.
    public boolean added() {
        return rows.stream().anyMatch(row -> !row.added().isEmpty());
    }

    /// How many runs differ.
    public long differing() {
        return rows.stream().filter(MatrixRow::differs).count();
    }
}
