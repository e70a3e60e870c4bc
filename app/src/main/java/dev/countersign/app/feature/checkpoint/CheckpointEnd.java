// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

import dev.countersign.core.workspace.Finding;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// How an import ended.
///
/// @param sentence what was imported
/// @param disagree what disagrees with a log that lies here
public record CheckpointEnd(String sentence, List<Disagreement> disagree) {
    public CheckpointEnd {
        disagree = List.copyOf(disagree);
    }

    /// A log that is not the one that was seen.
    ///
    /// @param finding that says so
    /// @param run where the log lies; null if it is gone
    public record Disagreement(Finding finding, @Nullable Path run) {}
}
