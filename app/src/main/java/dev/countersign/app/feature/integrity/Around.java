// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.text.CompletenessText;
import dev.countersign.app.text.SeenText;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.Sightings;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is known around a log.
///
/// @param kept what is on file about it; null while that is asked
/// @param checks what else was checked in its run; empty while that is asked, or if it is in none
record Around(@Nullable Kept kept, List<Check> checks) {
    Around {
        checks = List.copyOf(checks);
    }

    /// What is on file of somebody who has seen another log.
    List<Finding> against() {
        return kept instanceof Kept.Here here ? SeenText.against(here.findings()) : List.of();
    }

    /// What failed of the checks beside the chain: of files and of signatures.
    List<Check> failed() {
        return checks.stream()
                .filter(one -> one.outcome() == Outcome.FAILED)
                .filter(one ->
                        one.kind().channel() == Channel.ARTIFACTS
                                || one.kind().channel() == Channel.SIGNATURE)
                .toList();
    }

    /// Whether anything is missing from the log, as far as is known.
    CompletenessText completeness(CheckpointResult result) {
        return kept instanceof Kept.Here(List<Finding> findings, Sightings seen)
                ? CompletenessText.of(result, seen, findings)
                : CompletenessText.of(result, Sightings.NONE, List.of());
    }

    /// Whether checkpoints of it can be kept, as far as is known.
    boolean keeps() {
        return !(kept instanceof Kept.Nowhere);
    }
}
