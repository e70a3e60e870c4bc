// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.SampleSignedOff;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// What came of reading a month.
public sealed interface SamplesReading {
    /// No folder is open, so there is nothing to read.
    record NoFolder() implements SamplesReading {}

    /// No run has started yet.
    record NoRuns() implements SamplesReading {}

    /// It was stopped.
    record Stopped() implements SamplesReading {}

    /// It was read.
    ///
    /// @param months in which runs started, in order
    /// @param standings where the samples of these months stand
    /// @param coverage population, draws, and who has looked
    /// @param vanished run ids that were seen once and are not there any more
    /// @param clock until when it is to be observed; null while the month goes on, or where this
    ///   desk does not answer for it
    /// @param signedOff when somebody stood for it; null if nobody did
    /// @param signOffs who stands for it, the earliest first
    /// @param now when it was read
    record Read(
            List<YearMonth> months,
            Map<YearMonth, MonthStanding> standings,
            SampleCoverage coverage,
            List<String> vanished,
            @Nullable PeriodClock clock,
            @Nullable Instant signedOff,
            List<SampleSignedOff> signOffs,
            Instant now)
            implements SamplesReading {
        public Read {
            months = List.copyOf(months);
            standings = Map.copyOf(standings);
            vanished = List.copyOf(vanished);
            signOffs = List.copyOf(signOffs);
        }

        /// The month.
        public YearMonth month() {
            return coverage.population().period();
        }
    }
}
