// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerReport;
import dev.countersign.core.report.Custody.Handling;
import dev.countersign.core.report.Custody.Hash;
import dev.countersign.core.report.Custody.Held;
import dev.countersign.core.report.Custody.Origin;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Provenance;
import dev.countersign.core.workspace.Witnessed;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Collects what a workspace knows of who had its evidence when. Nothing is looked at anew, and
/// nothing is written. Blocking.
///
/// @param tool name and version of this program
public record Custodian(String tool) {
    private static final String DESK = "this desk";
    private static final String SUCCESS = "success";

    /// Of every run that was ever seen, or of one.
    ///
    /// @param subject what the report is called after; a run's id where it is about one
    /// @param runId null for all
    /// @param at the instant it speaks of: what is known to be later is left out
    public Custody of(Workspace workspace, String subject, @Nullable String runId, Instant at)
            throws SourceException {
        return of(workspace, subject, runId, at, Progress.NONE, Cancellation.NEVER)
                .orElseThrow(() -> new IllegalStateException("nobody cancelled"));
    }

    /// The same, for somebody who waits.
    ///
    /// @param progress counts the events of the ledger, which is verified whole
    /// @return empty if it was cancelled
    public Optional<Custody> of(
            Workspace workspace,
            String subject,
            @Nullable String runId,
            Instant at,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        Optional<LedgerReport> verified =
                workspace.ledger().verifyAll(null, progress, cancellation);
        return verified.isEmpty() || cancellation.requested()
                ? Optional.empty()
                : Optional.of(of(workspace, subject, runId, at, verified.get()));
    }

    private Custody of(
            Workspace workspace,
            String subject,
            @Nullable String runId,
            Instant at,
            LedgerReport ledger)
            throws SourceException {
        List<LedgerEvent> events = workspace.ledger().find(LedgerQuery.ALL.between(null, at));
        List<RunSummary> here = workspace.runs();
        return new Custody(
                subject,
                at,
                tool,
                new Custody.Ledger(
                        ledger.verdict(),
                        !ledger.negative(),
                        events.size(),
                        events.isEmpty() ? "" : events.getLast().eventHash()),
                held(here, runId),
                until(at, dated(workspace, here, events, runId)));
    }

    private static List<Dated> dated(
            Workspace workspace,
            List<RunSummary> here,
            List<LedgerEvent> events,
            @Nullable String runId)
            throws SourceException {
        Map<String, List<Checkpoint>> own = workspace.testimony().own();
        Map<String, List<Witnessed>> others = workspace.testimony().others();
        Set<String> known = new TreeSet<>(own.keySet());
        known.addAll(others.keySet());
        here.forEach(run -> known.add(run.runId()));
        workspace.vanished().forEach(run -> known.add(run.runId()));
        Mentions mentions = new Mentions(known, workspace.folder().root());
        List<Dated> dated = new ArrayList<>();
        for (String run : runId == null ? known : Set.of(runId)) {
            for (Provenance one : workspace.provenance(run)) {
                mentions.bundle(one);
                dated.add(new Dated(one.seenAt(), handling(one)));
            }
            own.getOrDefault(run, List.of()).forEach(one -> dated.add(seen(run, one)));
            others.getOrDefault(run, List.of()).forEach(one -> dated.add(witnessed(one)));
        }
        for (LedgerEvent event : events) {
            Handling handling = mentions.handling(event, runId);
            if (runId == null || handling.runs().contains(runId)) {
                dated.add(new Dated(instant(event.timestamp()), handling));
            }
        }
        return dated;
    }

    /// Something with the instant that orders it.
    ///
    /// @param at null if nothing says it
    private record Dated(@Nullable Instant at, Handling handling) {}

    /// What is not later; what has no time comes last.
    private static List<Handling> until(Instant at, List<Dated> dated) {
        return dated.stream()
                .filter(one -> one.at() == null || !one.at().isAfter(at))
                .sorted(
                        Comparator.comparing(
                                Dated::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(Dated::handling)
                .toList();
    }

    private static List<Held> held(List<RunSummary> here, @Nullable String runId) {
        return here.stream()
                .filter(run -> runId == null || run.runId().equals(runId))
                .map(run -> {
                    String head = run.head();
                    return new Held(
                            run.runId(),
                            run.directory().toString(),
                            run.verdict(),
                            run.records(),
                            head == null ? "" : head);
                })
                .sorted(Comparator.comparing(Held::runId).thenComparing(Held::place))
                .toList();
    }

    private static Handling handling(Provenance one) {
        List<Hash> hashes = new ArrayList<>();
        hashes.add(new Hash("bundle_sha256", one.sha256()));
        if (one.head() != null) {
            hashes.add(new Hash("head", one.head()));
        }
        return new Handling(
                Origin.PROVENANCE,
                one.seenAt().toString(),
                DESK,
                one.intact() ? "read_in_bundle" : "read_in_bundle_not_intact",
                one.bundle() + " (written " + one.modified() + "), " + records(one.records()),
                SUCCESS,
                List.of(one.runId()),
                hashes);
    }

    private static Dated seen(String runId, Checkpoint one) {
        return new Dated(instant(one.takenAt()), handling(Origin.CHECKPOINT, runId, DESK, one));
    }

    private static Dated witnessed(Witnessed one) {
        Handling seen = handling(Origin.WITNESS, one.runId(), one.witness(), one.checkpoint());
        List<Hash> hashes = new ArrayList<>(seen.hashes());
        hashes.add(new Hash("file_sha256", one.fileSha256()));
        return new Dated(
                instant(one.checkpoint().takenAt()),
                new Handling(
                        seen.origin(),
                        seen.time(),
                        seen.who(),
                        seen.what(),
                        seen.thing() + ", imported by " + one.importedBy(),
                        seen.outcome(),
                        seen.runs(),
                        hashes));
    }

    private static Handling handling(Origin origin, String runId, String who, Checkpoint one) {
        List<Hash> hashes = new ArrayList<>();
        hashes.add(new Hash("head", one.head()));
        if (one.sha256() != null) {
            hashes.add(new Hash("log_sha256", one.sha256()));
        }
        return new Handling(
                origin,
                one.takenAt() == null ? "" : one.takenAt(),
                who,
                "seen_intact",
                "log of " + runId + ", " + records(one.records()),
                SUCCESS,
                List.of(runId),
                hashes);
    }

    private static String records(long records) {
        return records == 1 ? "1 record" : records + " records";
    }

    private static @Nullable Instant instant(@Nullable String time) {
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
