// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

import dev.countersign.core.witness.Vouch;
import dev.countersign.core.workspace.Witnessed;

import java.nio.file.Path;
import java.util.List;

/// Checkpoints that may be imported.
///
/// @param file where they came in
/// @param witness who has seen it: by a signature that was checked, else as the file says
/// @param seen at least one
/// @param here how many of their runs this workspace knows
/// @param vouches what each signature under it is worth; empty if it is no note
public record CheckpointOffer(
        Path file, String witness, List<Witnessed> seen, int here, List<Vouch> vouches) {
    public CheckpointOffer {
        seen = List.copyOf(seen);
        vouches = List.copyOf(vouches);
    }
}
