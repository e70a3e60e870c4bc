// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.resume.ResumeCommand;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Lets the producer of a run go on. All of it blocks.
public interface ResumeDesk {
    /// Reads the run again, and says what lets it go on. It runs nothing.
    ///
    /// @throws SourceException if it cannot be read
    ResumeWay look(Path directory) throws SourceException;

    /// Runs what somebody was shown, if it would still be the same.
    ///
    /// @throws SourceException if it is another by now, or cannot be recorded: nothing was started
    ResumeResult run(Path directory, ResumeCommand command, Cancellation cancellation)
            throws SourceException;
}
