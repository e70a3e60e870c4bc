// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Checkpoint;

/// A checkpoint that somebody else took of a run's log, and that came here as a file. It is never
/// changed and never goes away.
///
/// @param runId the run
/// @param witness who has seen it, as whoever imported it says or a signature that was checked
/// @param checkpoint what was seen
/// @param fileSha256 SHA-256 of the file it came in
/// @param importedBy who imported it
public record Witnessed(
        String runId,
        String witness,
        Checkpoint checkpoint,
        String fileSha256,
        String importedBy) {}
