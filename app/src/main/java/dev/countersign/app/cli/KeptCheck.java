// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointHistory;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordMarks;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.List;

/// How a log stands to every checkpoint that this desk kept of its run.
///
/// @param kept how many there are, at least one
record KeptCheck(int kept, CheckpointHistory history) {
    /// What the verifier is to compare with: the checkpoint that was given, else the last kept one.
    static VerifyRequest request(VerifyRequest asked, List<Checkpoint> kept) {
        return asked.checkpoint() != null || kept.isEmpty() ? asked : asked.against(kept.getLast());
    }

    /// The log is read once more only if the verifier's report does not say it.
    ///
    /// @param compared what the verifier compared with
    static KeptCheck of(
            Path log,
            ChainReport report,
            VerifyRequest compared,
            List<Checkpoint> kept,
            Console console)
            throws SourceException {
        try (LogFile file = LogFile.open(log)) {
            return of(file, report, compared, kept, console);
        }
    }

    /// The same, of a log wherever it lies.
    static KeptCheck of(
            LogFile log,
            ChainReport report,
            VerifyRequest compared,
            List<Checkpoint> kept,
            Console console)
            throws SourceException {
        if (kept.getLast().equals(compared.checkpoint()) && CheckpointHistory.allAgree(report)) {
            return new KeptCheck(
                    kept.size(),
                    new CheckpointHistory(kept.getLast(), 0, List.of(), CheckpointResult.NONE));
        }
        RecordMarks marks =
                RecordMarks.read(
                        log,
                        report.format(),
                        Limits.DEFAULT,
                        console.workers(),
                        Runtime.getRuntime().availableProcessors(),
                        Progress.NONE,
                        Cancellation.NEVER);
        if (marks == null) {
            throw new IllegalStateException("nobody cancelled");
        }
        return new KeptCheck(
                kept.size(),
                CheckpointHistory.of(kept, checkpoint -> marks.standsTo(checkpoint, report)));
    }

    /// Whether it disagrees only in that it is shorter than what was seen: an older copy, which a
    /// bundle may well be.
    boolean older(ChainReport report) {
        return history.negative()
                && history.against().stream().allMatch(c -> c.records() > report.records());
    }

    JsonObject json() {
        Checkpoint agreed = history.agreed();
        return JsonValue.object()
                .with("checkpoints", kept)
                .with("disagree", history.against().size())
                .with("broken_before", history.hollow())
                .with("checkpoint", history.result().word())
                .with("since", history.since())
                .with("agreed_records", agreed == null ? 0 : agreed.records())
                .with("agreed_at", agreed == null ? null : agreed.takenAt())
                .build();
    }
}
