// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a path that somebody points at turns out to be.
public sealed interface EvidencePath {
    /// Name of the log in a run directory.
    String RUN_LOG = "audit.jsonl";

    /// A log by itself.
    record Log(Path log) implements EvidencePath {}

    /// A run directory with its log.
    record RunDirectory(Path directory, Path log) implements EvidencePath {}

    /// A folder of run directories, in name order.
    record RunFolder(Path directory, List<Path> runs) implements EvidencePath {}

    /// A folder in which there is nothing to verify.
    record NoLog(Path directory) implements EvidencePath {}

    /// Looks at a path; reads no log.
    ///
    /// @throws SourceException if it does not exist or cannot be looked into, or if a run's log is
    ///   a link that leads out of the run directory
    static EvidencePath of(Path path) throws SourceException {
        if (Files.notExists(path)) {
            throw new SourceException(path, path + " does not exist: check the path.");
        }
        if (!Files.isDirectory(path)) {
            return new Log(path);
        }
        if (Files.exists(path.resolve(RUN_LOG))) {
            return new RunDirectory(path, logInside(path));
        }
        try (Stream<Path> children = Files.list(path)) {
            List<Path> runs =
                    children.filter(child -> Files.isRegularFile(child.resolve(RUN_LOG)))
                            .sorted()
                            .toList();
            return runs.isEmpty() ? new NoLog(path) : new RunFolder(path, runs);
        } catch (IOException e) {
            throw new SourceException(path, path + " cannot be listed: " + e.getMessage() + ".", e);
        }
    }

    private static Path logInside(Path directory) throws SourceException {
        Path log = directory.resolve(RUN_LOG);
        try {
            if (!log.toRealPath().startsWith(directory.toRealPath())) {
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
