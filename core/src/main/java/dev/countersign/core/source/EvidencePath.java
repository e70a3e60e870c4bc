// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a path that somebody points at turns out to be.
///
/// @param path as it was given
/// @param kind what is there
/// @param runs the run directories in it (see {@link #home}), in name order, if it is a folder of
///   runs
public record EvidencePath(Path path, Kind kind, List<Path> runs) {
    /// Name of the log in a run directory.
    public static final String RUN_LOG = "audit.jsonl";

    private static final String RUN_CHECKPOINT = "state.json";

    /// Name of the folder that a producer puts its runs into.
    private static final String RUNS = "runs";

    /// What can be at a path.
    public enum Kind {
        /// A log by itself.
        LOG,
        /// A run directory with its log.
        RUN_DIRECTORY,
        /// A folder of run directories.
        RUN_FOLDER,
        /// A folder in which there is nothing to verify.
        NO_LOG
    }

    public EvidencePath {
        runs = List.copyOf(runs);
    }

    /// Looks at a path; reads no log.
    ///
    /// @throws SourceException if it does not exist or cannot be looked into
    public static EvidencePath of(Path path) throws SourceException {
        if (Files.notExists(path)) {
            throw new SourceException(path, path + " does not exist: check the path.");
        }
        if (!Files.isDirectory(path)) {
            return new EvidencePath(path, Kind.LOG, List.of());
        }
        if (Files.exists(path.resolve(RUN_LOG))) {
            return new EvidencePath(path, Kind.RUN_DIRECTORY, List.of());
        }
        try (Stream<Path> children = Files.list(home(path))) {
            List<Path> runs =
                    children.filter(child -> Files.exists(child.resolve(RUN_LOG)))
                            .sorted()
                            .toList();
            return new EvidencePath(path, runs.isEmpty() ? Kind.NO_LOG : Kind.RUN_FOLDER, runs);
        } catch (IOException | UncheckedIOException e) {
            throw SourceException.unlisted(path, e);
        }
    }

    /// The folder that the run directories of a folder lie in: itself, or its `runs`, as a producer
    /// has them (FORMATS 1), if it is none and has none of its own. Reads nothing.
    public static Path home(Path folder) {
        Path runs = folder.resolve(RUNS);
        if (!Files.isDirectory(runs, LinkOption.NOFOLLOW_LINKS) || run(folder)) {
            return folder;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.anyMatch(EvidencePath::run) ? folder : runs;
        } catch (IOException | UncheckedIOException e) {
            return folder; // whoever looks into it says why it cannot be
        }
    }

    /// A run directory has a log or a checkpoint; a half-made one may have either.
    public static boolean run(Path folder) {
        return Files.exists(folder.resolve(RUN_LOG), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(folder.resolve(RUN_CHECKPOINT), LinkOption.NOFOLLOW_LINKS);
    }

    /// The folder that is there and in which a path is or would be made, links resolved; the path
    /// itself if it is there.
    ///
    /// @throws IOException if the file system refuses
    public static Path real(Path path) throws IOException {
        Path up = path.toAbsolutePath().normalize();
        while (up.getParent() != null && !Files.exists(up)) {
            up = up.getParent();
        }
        return up.toRealPath();
    }

    /// The log of a log or run directory.
    ///
    /// @throws SourceException if it is a link that leads out of the run directory
    /// @throws IllegalStateException if this is neither
    public Path log() throws SourceException {
        if (kind == Kind.LOG) {
            return path;
        }
        if (kind != Kind.RUN_DIRECTORY) {
            throw new IllegalStateException(path + " has no log");
        }
        Path log = path.resolve(RUN_LOG);
        try {
            if (Files.isSymbolicLink(log) && !log.toRealPath().startsWith(path.toRealPath())) {
                throw new SourceException(
                        log,
                        log
                                + " is a link that leads out of the run directory: open the log it"
                                + " points to instead.");
            }
            return log;
        } catch (IOException e) {
            throw new SourceException(log, log + " cannot be resolved: " + e.getMessage() + ".", e);
        }
    }
}
