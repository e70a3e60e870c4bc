// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.chain.Progress;
import dev.countersign.core.sampling.Completeness;
import dev.countersign.core.sampling.KnownRuns;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.sampling.SourceList;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Overview;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// `--source FILE.csv --column NAME` and `--gaps`: is the population all there was?
final class SampleSource {
    private SampleSource() {}

    /// @return null if nobody asked
    static @Nullable Completeness of(
            Arguments arguments, Overview overview, Population population, List<String> vanished)
            throws UsageException, SourceException {
        String file = arguments.value("--source");
        String column = arguments.value("--column");
        if ((file == null) != (column == null)) {
            throw new UsageException("--source FILE and --column NAME belong together");
        }
        if (file == null && !arguments.has("--gaps")) {
            return null;
        }
        @Nullable SourceList source =
                file == null || column == null ? null : list(Options.path(file), column);
        return Completeness.of(
                source,
                KnownRuns.of(overview.runs(), population, Progress.NONE),
                vanished,
                population.unplaced());
    }

    private static SourceList list(Path file, String column) throws SourceException {
        return switch (SourceList.read(SmallFile.read(file, 64 << 20), column)) {
            case SourceList.Reading.Read(SourceList list) -> list;
            case SourceList.Reading.Refused(String sentence) ->
                    throw new SourceException(
                            file, file + " is not a source list: " + sentence + ".");
        };
    }
}
