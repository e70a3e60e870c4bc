// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Holds a run's log against what others have seen of it.
final class WitnessFindings {
    private WitnessFindings() {}

    /// One for each checkpoint that disagrees.
    ///
    /// @param seen when the run was read
    static List<Finding> of(Standing standing, List<Witnessed> witnessed, Instant seen)
            throws SourceException {
        List<Finding> findings = new ArrayList<>();
        for (Witnessed one : witnessed) {
            CheckpointResult result = standing.to(one.checkpoint()).result();
            if (result.negative()) {
                findings.add(finding(standing.run(), one, result, seen));
            }
        }
        return findings;
    }

    /// The head that was seen makes the identity, not the one that is there now: see {@link
    /// HistoryFindings}.
    private static Finding finding(
            RunSnapshot run, Witnessed one, CheckpointResult result, Instant seen) {
        ChainReport chain = run.chain();
        String head = chain == null ? null : chain.head();
        JsonObject evidence =
                JsonValue.object()
                        .with("witness", one.witness())
                        .with("checkpoint", result.word())
                        .with("records_before", one.checkpoint().records())
                        .with("head_before", one.checkpoint().head())
                        .with("taken_at", one.checkpoint().takenAt())
                        .with("file_sha256", one.fileSha256())
                        .with("imported_by", one.importedBy())
                        .with("records_now", chain == null ? 0 : chain.records())
                        .with("head_now", head)
                        .build();
        return new Finding(
                FindingKind.WITNESS_DISAGREES,
                FindingKind.WITNESS_DISAGREES.severity(),
                run.runId(),
                one.checkpoint().head() + " " + one.witness(),
                seen,
                null,
                run.author(),
                head,
                evidence);
    }
}
