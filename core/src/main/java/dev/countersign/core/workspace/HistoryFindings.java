// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointHistory;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Holds a run's log against every checkpoint that this desk took of it.
final class HistoryFindings {
    private HistoryFindings() {}

    /// None, or one: whatever is gone is gone together.
    ///
    /// @param kept the shortest log first; the last one was the verifier's to compare with
    /// @param seen when the run was read
    static List<Finding> of(Standing standing, List<Checkpoint> kept, Instant seen)
            throws SourceException {
        ChainReport chain = standing.run().chain();
        if (kept.isEmpty() || chain != null && CheckpointHistory.allAgree(chain)) {
            return List.of();
        }
        CheckpointHistory history = CheckpointHistory.of(kept, standing::to);
        if (!history.negative()) {
            return List.of();
        }
        Checkpoint last = history.against().getLast();
        Checkpoint agreed = history.agreed();
        JsonValue.ObjectBuilder evidence = JsonValue.object();
        before(evidence, last, history.result());
        now(evidence, chain);
        evidence.with("since", history.since())
                .with("agreed_records", agreed == null ? 0 : agreed.records())
                .with("agreed_at", agreed == null ? null : agreed.takenAt());
        return List.of(finding(standing.run(), last, history.result(), seen, evidence.build()));
    }

    private static void before(
            JsonValue.ObjectBuilder evidence, Checkpoint last, CheckpointResult result) {
        evidence.with("checkpoint", result.word())
                .with("records_before", last.records())
                .with("head_before", last.head())
                .with("taken_at", last.takenAt());
    }

    private static void now(JsonValue.ObjectBuilder evidence, @Nullable ChainReport chain) {
        evidence.with("records_now", chain == null ? 0 : chain.records())
                .with("head_now", chain == null ? null : chain.head());
    }

    /// The last head that was seen makes the identity. Not the one that is there now, or a log that
    /// goes on growing after it was rewritten would be found again at each record; nor the first
    /// one, or a log that is cut a second time would.
    private static Finding finding(
            RunSnapshot run,
            Checkpoint last,
            CheckpointResult result,
            Instant seen,
            JsonValue.JsonObject evidence) {
        FindingKind kind =
                result == CheckpointResult.HEAD_MISMATCH
                        ? FindingKind.HISTORY_REWRITTEN
                        : FindingKind.LOG_SHORTENED;
        ChainReport chain = run.chain();
        return new Finding(
                kind,
                kind.severity(),
                run.runId(),
                last.head(),
                seen,
                null,
                run.author(),
                chain == null ? null : chain.head(),
                evidence);
    }
}
