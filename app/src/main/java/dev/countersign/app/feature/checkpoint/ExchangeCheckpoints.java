// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Checkpoints between this desk and others. Blocking.
public interface ExchangeCheckpoints {
    /// Reads what others have seen. Nothing is imported.
    CheckpointFound look(Path file) throws SourceException;

    /// Keeps what they have seen, and compares it with the logs here.
    CheckpointEnd take(CheckpointOffer offer) throws SourceException;

    /// Writes what this desk has seen last, of every run.
    ///
    /// @return what was written, one sentence
    String give(Path file) throws SourceException;
}
