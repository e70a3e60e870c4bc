// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.YearMonth;

/// Populations and samples of what is open. All of it blocks.
public interface SamplesSource {
    /// Reads a month, and each run of it that is to be looked at.
    ///
    /// @param month null for the one that is waited for first, else the latest
    /// @param progress counts runs
    SamplesReading read(@Nullable YearMonth month, Progress progress, Cancellation cancellation)
            throws SourceException;

    /// Says whether a population is all there was.
    ///
    /// @param file another system's list (CSV); null: only gaps in numbers are looked for
    /// @param column of the file; null for its first
    /// @throws SourceException if the file cannot be read, or is no such list
    Compared compare(
            Population population, @Nullable Path file, @Nullable String column, Progress progress)
            throws SourceException;

    /// Draws, and says so in the ledger.
    ///
    /// @param seen the population that was looked at
    /// @throws SourceException if it is another one by now, or was drawn from meanwhile
    void draw(Population seen, DrawOrder order) throws SourceException;

    /// Asks somebody to look at a run.
    void assign(Population population, String runId, String to) throws SourceException;

    /// Says that the whole sample was observed, without a signature.
    ///
    /// @param note what is to be said of it
    /// @throws SourceException if something stands against it by now
    void signOff(YearMonth month, String note) throws SourceException;
}
