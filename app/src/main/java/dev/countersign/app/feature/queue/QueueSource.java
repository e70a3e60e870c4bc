// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import java.time.Instant;

/// Where the queue comes from: a workspace, or a folder of runs.
public interface QueueSource {
    /// What it is called: a path.
    String name();

    /// Reads what waits. Blocks.
    ///
    /// @param now the instant that breaches are judged at
    /// @param progress counts run directories
    /// @param cancellation asked now and then
    /// @throws SourceException if it cannot be read
    QueueSnapshot read(Instant now, Progress progress, Cancellation cancellation)
            throws SourceException;

    /// Says when there is something new to read.
    ///
    /// @param changed called on the screen's thread
    /// @return ends it
    Runnable watch(Runnable changed);
}
