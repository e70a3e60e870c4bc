// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordMarks;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Holds a run's log against what others have seen of it. A log that nobody else has seen is not
/// read again for that.
final class WitnessFindings {
    private WitnessFindings() {}

    /// One for each checkpoint that disagrees.
    ///
    /// @param seen when the run was read
    static List<Finding> of(
            RunSnapshot run, RunFolder folder, List<Witnessed> witnessed, Instant seen)
            throws SourceException {
        List<Finding> findings = new ArrayList<>();
        if (witnessed.isEmpty()) {
            return findings;
        }
        ChainReport chain = run.chain();
        RecordMarks marks = chain == null ? null : marks(folder, chain);
        for (Witnessed one : witnessed) {
            CheckpointResult result =
                    chain == null || marks == null
                            ? CheckpointResult.TAIL_MISSING
                            : marks.standsTo(one.checkpoint(), chain.faultCount() == 0);
            if (result.negative()) {
                findings.add(finding(run, chain, one, result, seen));
            }
        }
        return findings;
    }

    private static @Nullable RecordMarks marks(RunFolder folder, ChainReport chain)
            throws SourceException {
        if (!(folder.log() instanceof RunFolder.Content.Opened opened)) {
            return null;
        }
        try (LogFile log = opened.file()) {
            return RecordMarks.read(
                    log,
                    chain.format(),
                    Limits.DEFAULT,
                    Runnable::run,
                    1,
                    Progress.NONE,
                    Cancellation.NEVER);
        }
    }

    /// The head that was seen makes the identity, not the one that is there now: see {@link
    /// RunFindings}.
    private static Finding finding(
            RunSnapshot run,
            @Nullable ChainReport chain,
            Witnessed one,
            CheckpointResult result,
            Instant seen) {
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
