// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.ActStatement;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Exactly what is to be signed: the bytes that the human is shown.
///
/// @param directory of the run
/// @param runId of the run
/// @param act what is done
/// @param identity who does it
/// @param head the log's head that was reviewed
/// @param draft the record without its signature
/// @param statement what is signed
public record SigningRequest(
        Path directory,
        String runId,
        Act act,
        String identity,
        String head,
        RecordDraft draft,
        ActStatement statement) {
    /// Prepares an act.
    ///
    /// @param run read just now: its artifacts are what is signed
    /// @param identity who acts
    /// @param viewedHead the head that was looked at; null: this one
    /// @param at the time of the record; what is finer than a microsecond is cut off
    public static Preparation prepare(
            RunSnapshot run,
            Policy policy,
            Act act,
            @Nullable String identity,
            @Nullable String viewedHead,
            Instant at) {
        List<Obstacle> obstacles =
                new ArrayList<>(Obstacles.of(run, policy, act, identity, viewedHead));
        obstacles.addAll(Obstacles.ofTime(run, at.truncatedTo(ChronoUnit.MICROS)));
        ChainReport chain = run.chain();
        String head = chain == null ? null : chain.head();
        if (!obstacles.isEmpty() || identity == null || head == null) {
            return new Preparation.Refused(obstacles);
        }
        RecordDraft draft = new ActDraft(run, policy, act, identity.strip(), head).at(at);
        return new Preparation.Ready(
                new SigningRequest(
                        run.directory(),
                        run.runId(),
                        act,
                        identity.strip(),
                        head,
                        draft,
                        ActStatement.of(
                                act.kind(), draft.placedAfter(head), run.runId(), artifacts(run))));
    }

    /// Every artifact that was written before now, as it is on disk.
    private static Map<String, String> artifacts(RunSnapshot run) {
        Map<String, String> hashes = new TreeMap<>();
        for (Artifact artifact : run.artifacts().artifacts()) {
            String sha256 = artifact.sha256();
            if (artifact.recorded() != null && sha256 != null) {
                hashes.put(artifact.name(), sha256);
            }
        }
        return hashes;
    }
}
