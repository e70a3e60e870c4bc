// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.escalate;

import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Escalated;

/// Takes a run to others.
@FunctionalInterface
public interface EscalateRun {
    /// Writes what goes out, and says so in the ledger. Blocks.
    ///
    /// @param run as it was looked at
    /// @param severity 1 to 4
    /// @param reason what others have to know
    /// @param hold whether the run is put on hold with it
    /// @throws SourceException if it could not be written, or there is no workspace to write it to
    Escalated escalate(RunSnapshot run, int severity, String reason, boolean hold)
            throws SourceException;
}
