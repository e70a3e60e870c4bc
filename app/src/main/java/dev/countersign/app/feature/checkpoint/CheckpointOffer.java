// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

import dev.countersign.core.workspace.Witnessed;

import java.nio.file.Path;
import java.util.List;

/// Checkpoints that may be imported.
///
/// @param file where they came in
/// @param witness who has seen it, as the file says
/// @param seen at least one
/// @param here how many of their runs this workspace knows
/// @param signed whether it is a note, which carries signatures
public record CheckpointOffer(
        Path file, String witness, List<Witnessed> seen, int here, boolean signed) {
    public CheckpointOffer {
        seen = List.copyOf(seen);
    }
}
