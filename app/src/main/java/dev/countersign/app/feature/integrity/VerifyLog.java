// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Verifies what a person points at.
@FunctionalInterface
public interface VerifyLog {
    /// Blocking.
    ///
    /// @param path a log, or a run directory, whose log is meant
    /// @throws SourceException if it cannot be read
    Verification verify(Path path, Progress progress, Cancellation cancellation)
            throws SourceException;
}
