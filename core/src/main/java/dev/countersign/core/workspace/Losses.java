// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Runs that were in a source, which is still there, and are gone themselves.
///
/// @param ledger says what is on hold
/// @param retentionYears how long a run is kept (CLOCKS, retention)
record Losses(Path root, Index index, LedgerStore ledger, int retentionYears, Instant now) {
    /// @param looked sources that were looked into
    /// @param there what was seen in them
    /// @param only these were meant; null: all
    List<RunPlace> among(Set<String> looked, Set<RunPlace> there, @Nullable Set<RunPlace> only) {
        List<RunPlace> gone = new ArrayList<>();
        for (RunPlace place : index.present()) {
            if (looked.contains(place.source())
                    && !there.contains(place)
                    && (only == null || only.contains(place.container()))
                    && (place.packed() || Files.notExists(place.in(root)))) {
                gone.add(place);
            }
        }
        return gone;
    }

    /// A loss is one only before the run's keep-until, or while it is on hold. What a bundle
    /// brought is a copy: that it was taken away again is no loss.
    List<Finding> findings(List<RunPlace> gone) throws SourceException {
        List<Finding> findings = new ArrayList<>();
        for (RunPlace place : gone) {
            RunSummary run = index.summary(place);
            if (run == null || place.packed()) {
                continue;
            }
            Instant keepUntil = keepUntil(run);
            List<Hold> holds = Hold.of(ledger, run.runId());
            if (now.isBefore(keepUntil) || !holds.isEmpty()) {
                findings.add(finding(place, run, keepUntil, holds));
            }
        }
        return findings;
    }

    private Instant keepUntil(RunSummary run) {
        Instant created = run.started() == null ? now : run.started();
        return created.atOffset(ZoneOffset.UTC).plusYears(retentionYears).toInstant();
    }

    private Finding finding(RunPlace place, RunSummary run, Instant keepUntil, List<Hold> holds) {
        Instant started = run.started();
        JsonValue.ObjectBuilder evidence =
                JsonValue.object()
                        .with("path", place.in(root).toString())
                        .with("records_before", run.records())
                        .with("head_before", run.head())
                        .with("started", started == null ? null : started.toString())
                        .with("keep_until", keepUntil.toString());
        if (!holds.isEmpty()) {
            Hold last = holds.getLast();
            evidence.with("held_by", last.by()).with("held_at", last.at());
        }
        return new Finding(
                FindingKind.RUN_VANISHED,
                FindingKind.RUN_VANISHED.severity(),
                run.runId(),
                place.source() + "/" + place.name(),
                now,
                null,
                run.author(),
                run.head(),
                evidence.build());
    }
}
