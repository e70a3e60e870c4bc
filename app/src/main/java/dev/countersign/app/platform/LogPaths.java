// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/// Which file is meant by what a person points at.
public final class LogPaths {
    private static final String RUN_LOG = "audit.jsonl";

    private LogPaths() {}

    /// A run directory's log; anything else is meant as it is.
    public static Path logOf(Path chosen) {
        return Files.isDirectory(chosen) ? chosen.resolve(RUN_LOG) : chosen;
    }
}
