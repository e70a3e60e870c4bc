// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import dev.countersign.core.chain.Progress;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.run.SubjectIds;
import dev.countersign.core.sampling.Completeness.Known;
import dev.countersign.core.source.SourceException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What runs are about, for the comparison with a source: reads each run's checkpoint. Blocking.
public final class KnownRuns {
    private KnownRuns() {}

    /// @param runs of any period
    /// @param population of the period
    /// @param progress counts runs
    /// @throws SourceException if a checkpoint cannot be read
    public static List<Known> of(
            Collection<RunSummary> runs, Population population, Progress progress)
            throws SourceException {
        Set<String> inside = new HashSet<>();
        population.members().forEach(member -> inside.add(member.runId()));
        SubjectIds ids = new SubjectIds();
        List<Known> known = new ArrayList<>();
        for (RunSummary run : runs) {
            known.add(
                    new Known(run.runId(), ids.of(run.directory()), inside.contains(run.runId())));
            progress.at(known.size(), runs.size(), 0, 0);
        }
        return known;
    }
}
