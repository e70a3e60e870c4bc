// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleOpening;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.FormatChoice;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.compare.Compared;
import dev.countersign.core.compare.Comparison;
import dev.countersign.core.compare.LogComparer;
import dev.countersign.core.compare.Relation;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// Reads the logs of two versions again, to say how one stands to the other.
///
/// @param limits of bundles
record VersionLogs(Path root, Desk desk, ArchiveLimits limits) {
    /// What is done with a log.
    private interface Reading<T> {
        @Nullable T of(LogFile log) throws SourceException;
    }

    /// How one stands to another. Of another that is nowhere any more only its head can be looked
    /// for: {@link Relation#ROLLED_BACK} if the one is too short to tell.
    ///
    /// @return null if it cannot be told now: one of them is not what it was
    @Nullable Relation relation(Version one, Version other) throws SourceException {
        RunPlace here = one.place();
        RunPlace there = other.place();
        if (here == null) {
            return null;
        }
        Relation full =
                there == null
                        ? null
                        : with(
                                here,
                                mine -> with(there, theirs -> relation(mine, theirs, one, other)));
        return full == null ? with(here, log -> against(log, one, other)) : full;
    }

    private @Nullable Relation relation(LogFile here, LogFile there, Version one, Version other)
            throws SourceException {
        Compared compared =
                new LogComparer(desk.helpers(), desk.parallelism())
                        .compare(
                                here,
                                there,
                                new FormatChoice.Auto(),
                                List.of(),
                                Progress.NONE,
                                Cancellation.NEVER);
        return switch (compared) {
            case Compared.Finished(Comparison comparison) -> {
                boolean still =
                        one.head().equals(comparison.here().report().head())
                                && other.head().equals(comparison.there().report().head());
                yield still ? comparison.relation() : null;
            }
            case Compared.DifferentFormats _ -> Relation.UNRELATED;
            case Compared.Stopped _ -> null;
        };
    }

    private @Nullable Relation against(LogFile log, Version one, Version other)
            throws SourceException {
        Verification done =
                new ChainVerifier(desk.helpers(), desk.parallelism())
                        .verify(
                                log,
                                VerifyRequest.DEFAULT.against(other.checkpoint()),
                                Progress.NONE,
                                Cancellation.NEVER);
        if (!(done instanceof Verification.Finished(ChainReport report))
                || !one.head().equals(report.head())) {
            return null;
        }
        CheckpointResult result = report.checkpoint();
        if (!result.negative()) {
            return Relation.CONTINUATION_OF_OTHER;
        }
        return result == CheckpointResult.TAIL_MISSING ? Relation.ROLLED_BACK : Relation.EDITED;
    }

    private <T> @Nullable T with(RunPlace place, Reading<T> reading) throws SourceException {
        if (!place.packed()) {
            return with(RunFolder.at(place.in(root)), reading);
        }
        Path path = place.in(root);
        BundleOpening opening = Bundle.open(place.container().in(root), limits);
        if (!(opening instanceof BundleOpening.Opened(Bundle bundle))) {
            return null;
        }
        try (bundle) {
            for (RunFolder folder : bundle.runs().values()) {
                if (folder.path().equals(path)) {
                    return with(folder, reading);
                }
            }
            return null;
        }
    }

    private static <T> @Nullable T with(RunFolder folder, Reading<T> reading)
            throws SourceException {
        if (!(folder.log() instanceof RunFolder.Content.Opened(LogFile log))) {
            return null;
        }
        try (log) {
            return reading.of(log);
        }
    }
}
