// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// A path that stands for one log: the log itself, or a run directory.
final class LogPath {
    private LogPath() {}

    /// The log.
    static Path of(Path path) throws UsageException, SourceException {
        Bundles.refuseArchived(path);
        EvidencePath evidence = EvidencePath.of(path);
        return switch (evidence.kind()) {
            case LOG, RUN_DIRECTORY -> evidence.log();
            case RUN_FOLDER ->
                    throw new UsageException(path + " is a folder of runs: give one of them");
            case NO_LOG ->
                    throw new UsageException(
                            path
                                    + " has no "
                                    + EvidencePath.RUN_LOG
                                    + ": give a log or a run directory");
        };
    }
}
