// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.sampling.Population;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Who has looked at what of a period: the drawn approvals, and every run that is looked at anyway.
///
/// @param population as it is now
/// @param draws of it, the earliest first; the first one counts, so that nobody draws until they
///   like it, unless one says that it takes its place and why
/// @param rows the drawn ones in draw order, then the others by run id
/// @param unreadable sentences about runs that could not be read
public record SampleCoverage(
        Population population, List<RecordedDraw> draws, List<Row> rows, List<String> unreadable) {
    private static final int ALL = 100;

    public SampleCoverage {
        draws = List.copyOf(draws);
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }

    /// One run that is to be looked at.
    ///
    /// @param runId its id
    /// @param drawn whether it was drawn; else it is looked at anyway
    /// @param assignedTo who is to look; null if nobody was asked
    /// @param observations in record order
    public record Row(
            String runId,
            boolean drawn,
            @Nullable String assignedTo,
            List<Observation> observations) {
        public Row {
            observations = List.copyOf(observations);
        }

        /// Whether somebody has looked, under a signature that holds.
        public boolean observed() {
            return observations.stream().anyMatch(Observation::holds);
        }
    }

    /// That somebody looked at a record of a run.
    ///
    /// @param by who says so
    /// @param record 0-based record of the run's log; -1 if the log is broken and takes none, and
    ///   the ledger says how that was disposed of
    /// @param at when, as the record says; null if it has no time
    /// @param holds whether the signature is right, not known to be untrusted or not allowed, and
    ///   the log intact
    public record Observation(String by, long record, @Nullable Instant at, boolean holds) {}

    /// The draw that counts; null if nothing was drawn.
    public @Nullable RecordedDraw draw() {
        return RecordedDraw.counting(draws);
    }

    /// Whether the population has other runs than when it was drawn from. That an old run's log
    /// only grew is for the index to see.
    public boolean populationChanged() {
        RecordedDraw draw = draw();
        return draw != null && !draw.runsSha256().equals(population.runsSha256());
    }

    /// How many were observed.
    public int observed() {
        return (int) rows.stream().filter(Row::observed).count();
    }

    /// How much of it was observed, rounded down; of nothing, all.
    public int percent() {
        return rows.isEmpty() ? ALL : (int) ((long) observed() * ALL / rows.size());
    }

    /// What stands against signing it off; null if nothing does.
    public @Nullable String objection() {
        if (draw() == null) {
            return "no sample was drawn";
        }
        if (populationChanged()) {
            return "the population is not the one that was drawn from";
        }
        if (!unreadable.isEmpty()) {
            return unreadable.getFirst();
        }
        return observed() < rows.size()
                ? observed() + " of " + rows.size() + " runs are observed"
                : null;
    }
}
