// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.Sightings;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a workspace has found about the chain of the log that is open.
public sealed interface Kept {
    /// No finding can be kept.
    ///
    /// @param why a sentence
    record Nowhere(String why) implements Kept {}

    /// The run is one of the workspace's.
    ///
    /// @param findings about its chain, worst first
    /// @param seen who has seen its log
    record Here(List<Finding> findings, Sightings seen) implements Kept {
        public Here {
            findings = List.copyOf(findings);
        }
    }

    /// Whether a finding says that the log is not what it was.
    static boolean aboutLog(Finding finding) {
        Set<FindingKind> kinds =
                EnumSet.of(
                        FindingKind.CHAIN_BROKEN,
                        FindingKind.HISTORY_REWRITTEN,
                        FindingKind.LOG_SHORTENED,
                        FindingKind.WITNESS_DISAGREES);
        return kinds.contains(finding.kind());
    }
}
