// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.bundle.RunFolders;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.sampling.Member;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The runs of a month that are to be looked at, and who has looked at them, by the observations in
/// their logs. An observation counts if its log is intact and its signature holds. Blocking.
final class ObservedRuns {
    private final Policy policy;
    private final RunReader reader;
    private final Map<String, List<SampleCoverage.Observation>> disposed;

    /// @param anchors whom signatures are trusted by
    /// @param disposed who has answered for broken logs, by run
    ObservedRuns(
            Policy policy,
            TrustPlace anchors,
            Map<String, List<SampleCoverage.Observation>> disposed) {
        this.disposed = Map.copyOf(disposed);
        this.policy = policy;
        reader = new RunReader(new ChainVerifier(Runnable::run, 1), policy, anchors);
    }

    /// Who has answered, signed, for each finding that a run's chain is broken: no observation can
    /// be added to such a log.
    static Map<String, List<SampleCoverage.Observation>> answered(Overview overview) {
        List<Finding> broken =
                overview.raised().stream()
                        .filter(finding -> finding.kind() == FindingKind.CHAIN_BROKEN)
                        .toList();
        List<Optional<Disposition>> decided = overview.dispositions(broken, Instant.MAX);
        Map<String, List<SampleCoverage.Observation>> disposed = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (int i = 0; i < broken.size(); i++) {
            String runId = broken.get(i).runId();
            Disposition by = decided.get(i).orElse(null);
            if (FindingState.after(by) != FindingState.CLOSED || by == null) {
                open.add(runId);
            } else {
                disposed.computeIfAbsent(runId, _ -> new ArrayList<>())
                        .add(new SampleCoverage.Observation(by.person(), -1, by.at(), true));
            }
        }
        disposed.keySet().removeAll(open);
        return disposed;
    }

    /// A run that is to be looked at.
    ///
    /// @param member null if it was drawn and is not there any more
    private record Wanted(String runId, boolean drawn, @Nullable Member member) {}

    /// Reads each run that is to be looked at: those of the draw that counts, and all that are
    /// risky.
    ///
    /// @param assigned who was asked to look, by run id
    /// @param progress counts runs
    /// @return empty if it was cancelled
    Optional<SampleCoverage> coverage(
            Population population,
            List<RecordedDraw> draws,
            Map<String, String> assigned,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        List<Wanted> wanted = wanted(population, draws);
        List<SampleCoverage.Row> rows = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        try (RunFolders folders = new RunFolders(policy)) {
            for (Wanted one : wanted) {
                if (cancellation.requested()) {
                    return Optional.empty();
                }
                List<SampleCoverage.Observation> seen = List.of();
                try {
                    seen = observations(one.member, folders);
                } catch (SourceException e) {
                    unreadable.add(String.valueOf(e.getMessage()));
                }
                String to = assigned.get(one.runId);
                rows.add(new SampleCoverage.Row(one.runId, one.drawn, to, seen));
                progress.at(rows.size(), wanted.size(), 0, 0);
            }
        }
        return Optional.of(new SampleCoverage(population, draws, rows, unreadable));
    }

    private static List<Wanted> wanted(Population population, List<RecordedDraw> draws) {
        List<Wanted> wanted = new ArrayList<>();
        RecordedDraw draw = RecordedDraw.counting(draws);
        if (draw != null) {
            for (String runId : draw.sampled()) {
                Member found = null;
                for (Member member : population.members()) {
                    found = member.runId().equals(runId) ? member : found;
                }
                wanted.add(new Wanted(runId, true, found));
            }
        }
        Set<String> drawn = new HashSet<>();
        wanted.forEach(one -> drawn.add(one.runId));
        for (Member member : population.risky()) {
            if (!drawn.contains(member.runId())) {
                wanted.add(new Wanted(member.runId(), false, member));
            }
        }
        return wanted;
    }

    private List<SampleCoverage.Observation> observations(
            @Nullable Member member, RunFolders folders) throws SourceException {
        if (member == null) {
            return List.of();
        }
        RunSnapshot run =
                reader.read(folders.at(member.directory()), VerifyRequest.DEFAULT, Progress.NONE);
        boolean intact = run.chain() != null && run.chain().verdict() == Verdict.INTACT;
        List<SampleCoverage.Observation> seen =
                intact
                        ? new ArrayList<>()
                        : new ArrayList<>(disposed.getOrDefault(member.runId(), List.of()));
        for (ActVerdict act : run.acts()) {
            if (act.kind() == ActKind.OBSERVATION) {
                RunEvent event = run.event(act.record());
                seen.add(
                        new SampleCoverage.Observation(
                                act.person(),
                                act.record(),
                                event == null ? null : event.at(),
                                intact && act.holds()));
            }
        }
        return seen;
    }
}
