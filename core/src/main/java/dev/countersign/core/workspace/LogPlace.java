// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Refusal;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleOpening;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.SortedMap;

/// The log that a path means, open for reading wherever it lies: a file, the log of a run
/// directory, or that of a run in a bundle. There it is read in place if it is stored, else from
/// memory or a temporary file without a name; nothing is unpacked.
public final class LogPlace implements AutoCloseable {
    private static final int MOST_NAMED = 5;

    private final LogFile log;
    private final @Nullable RunFolder run;
    private final @Nullable Bundle bundle;

    /// What an archive may cost: asked where there is one.
    @FunctionalInterface
    public interface Limits {
        /// @throws SourceException if the policy that says it cannot be read
        ArchiveLimits get() throws SourceException;
    }

    private LogPlace(LogFile log, @Nullable RunFolder run, @Nullable Bundle bundle) {
        this.log = log;
        this.run = run;
        this.bundle = bundle;
    }

    /// Opens it.
    ///
    /// @param path a log, a run directory, a bundle, or an archive's path with a run's name in it
    /// @param limits what an archive may cost
    /// @param wanted which run is meant where a path leaves that open; null for the only one
    /// @throws SourceException if there is none, it is not clear which, or it cannot be read
    public static LogPlace open(Path path, Limits limits, @Nullable String wanted)
            throws SourceException {
        boolean plain = path.toString().endsWith(".jsonl") && SmallFile.exists(path);
        PackedPath packed = plain ? null : PackedPath.of(path);
        boolean whole = packed != null && packed.run().equals(packed.bundle());
        return packed != null && (whole || packed.archived())
                ? packed(packed, limits, wanted)
                : onDisk(path, EvidencePath.of(path));
    }

    private static LogPlace onDisk(Path path, EvidencePath evidence) throws SourceException {
        return switch (evidence.kind()) {
            case RUN_DIRECTORY ->
                    new LogPlace(LogFile.open(evidence.log()), RunFolder.at(path), null);
            case LOG -> new LogPlace(LogFile.open(evidence.log()), around(path), null);
            case RUN_FOLDER ->
                    throw new SourceException(
                            path, path + " is a folder of runs: open one of them.");
            case NO_LOG ->
                    throw new SourceException(
                            path,
                            path
                                    + " holds no log: open a log, or a run directory with its "
                                    + EvidencePath.RUN_LOG
                                    + ".");
        };
    }

    /// The run directory whose log a file is; null if it is none's.
    private static @Nullable RunFolder around(Path file) throws SourceException {
        Path log = file.toAbsolutePath();
        Path folder = log.getParent();
        if (folder == null || !log.endsWith(EvidencePath.RUN_LOG)) {
            return null; // and nobody lists a folder for each page that is read
        }
        EvidencePath evidence = EvidencePath.of(folder);
        boolean its =
                evidence.kind() == EvidencePath.Kind.RUN_DIRECTORY && evidence.log().equals(log);
        return its ? RunFolder.at(folder) : null;
    }

    private static LogPlace packed(PackedPath path, Limits limits, @Nullable String wanted)
            throws SourceException {
        Path file = path.bundle();
        return switch (Bundle.open(file, limits.get())) {
            case BundleOpening.Refused(Refusal refusal) ->
                    throw new SourceException(
                            file, refusal.sentence(file) + " " + refusal.advice());
            case BundleOpening.Opened(Bundle bundle) -> {
                try {
                    RunFolder run = which(bundle, path, wanted);
                    if (!(run.log() instanceof RunFolder.Content.Opened opened)) {
                        throw new SourceException(run.path(), run.path() + " holds no log.");
                    }
                    yield new LogPlace(opened.file(), run, bundle);
                } catch (SourceException | RuntimeException e) {
                    bundle.close();
                    throw e;
                }
            }
        };
    }

    private static RunFolder which(Bundle bundle, PackedPath path, @Nullable String wanted)
            throws SourceException {
        RunFolder named = bundle.at(path.run());
        Path parent = path.run().getParent();
        if (named == null && parent != null && path.run().endsWith(EvidencePath.RUN_LOG)) {
            named = bundle.at(parent);
        }
        if (named != null) {
            return named;
        }
        SortedMap<String, RunFolder> runs = bundle.runs();
        boolean whole = path.run().equals(path.bundle().toAbsolutePath().normalize());
        RunFolder meant = wanted == null ? null : runs.get(wanted);
        if (meant == null && runs.size() == 1) {
            meant = runs.get(runs.firstKey());
        }
        if (whole && meant != null) {
            return meant;
        }
        throw new SourceException(
                path.run(),
                runs.isEmpty()
                        ? path.bundle() + " holds no run."
                        : path.run()
                                + " does not say which run is meant: "
                                + path.bundle()
                                + " holds "
                                + names(runs)
                                + ".");
    }

    private static String names(SortedMap<String, RunFolder> runs) {
        String first = String.join(", ", runs.keySet().stream().limit(MOST_NAMED).toList());
        int more = runs.size() - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /// The log.
    public LogFile log() {
        return log;
    }

    /// The run that it is the log of; null if it lies by itself.
    public @Nullable RunFolder run() {
        return run;
    }

    /// Whether it was found in an open bundle.
    public boolean archived() {
        return bundle != null;
    }

    @Override
    public void close() throws SourceException {
        try {
            log.close();
        } finally {
            if (bundle != null) {
                bundle.close();
            }
        }
    }
}
