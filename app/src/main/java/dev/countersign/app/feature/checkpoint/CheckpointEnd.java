// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

import java.util.List;

/// How an import ended.
///
/// @param sentence what was imported
/// @param disagree one sentence for each that disagrees with the log that lies here
public record CheckpointEnd(String sentence, List<String> disagree) {
    public CheckpointEnd {
        disagree = List.copyOf(disagree);
    }
}
