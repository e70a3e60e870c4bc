// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs and what was found in them, seen once.
///
/// @param seen the runs
/// @param raised findings that do not come to be by time alone, and what an index remembers
/// @param disposed what the ledger says was decided about findings; nothing without an index
public record Overview(SeenRuns seen, List<Finding> raised, List<Disposition> disposed) {
    public Overview {
        raised = List.copyOf(raised);
        disposed = List.copyOf(disposed);
    }

    /// The policy under which they were read.
    public Policy policy() {
        return seen.policy();
    }

    /// Those that can be read, in the order of their places.
    public List<RunSummary> runs() {
        return seen.runs();
    }

    /// Sources that are not there.
    public List<Source> missing() {
        return seen.missing();
    }

    /// What is there and cannot be read.
    public List<ScanReport.Unreadable> unreadable() {
        return seen.unreadable();
    }

    /// The findings as of an instant, worst first.
    public List<Finding> findings(Instant at) {
        return FindingList.at(at, raised, seen);
    }

    /// Where findings stand at an instant, in their order.
    public List<FindingState> states(List<Finding> findings, Instant at) {
        Dispositions dispositions = new Dispositions(runs(), disposed);
        return findings.stream().map(finding -> dispositions.of(finding, at)).toList();
    }

    /// What closes findings at an instant, else disposes of them without being verified, in their
    /// order.
    public List<Optional<Disposition>> dispositions(List<Finding> findings, Instant at) {
        Dispositions dispositions = new Dispositions(runs(), disposed);
        return findings.stream()
                .map(finding -> Optional.ofNullable(dispositions.about(finding, at)))
                .toList();
    }

    /// Reads a folder of runs and bundles, a run, or a lone log, with neither index nor trace:
    /// nothing is written anywhere. Whether a log was cut or rewritten cannot be known so.
    ///
    /// @param policy holds for all of them
    /// @param kept what was fixed of their clocks
    /// @throws SourceException if the path cannot be looked into
    public static Overview of(
            Path path, Policy policy, KeptClocks kept, Desk desk, Progress progress)
            throws SourceException {
        Path root = path.toAbsolutePath().normalize();
        Source source = Survey.source(root.toString(), root);
        List<RunPlace> places = places(source);
        if (places == null) {
            throw Survey.missing(path);
        }
        LooseRuns.Found found =
                new LooseRuns(root, policy, kept.deadlines(), desk).read(places, progress);
        return seen(policy, kept, found.runs(), found.unreadable(), found.findings());
    }

    /// What a folder has in `runs` instead of runs of its own stands beside its bundles.
    private static @Nullable List<RunPlace> places(Source source) {
        List<RunPlace> places = Survey.places(source);
        Path home =
                source.kind() == Source.Kind.FOLDER
                        ? EvidencePath.home(source.path())
                        : source.path();
        if (places == null || home.equals(source.path())) {
            return places;
        }
        List<RunPlace> inside = Survey.places(Survey.source(home.toString(), home));
        return inside == null
                ? null
                : Stream.concat(places.stream(), inside.stream()).sorted().toList();
    }

    /// Runs that somebody else read: those of a bundle. Nothing is written anywhere.
    ///
    /// @param unreadable what could not be read
    /// @param kept what was fixed of their clocks
    /// @param now when findings are raised
    public static Overview of(
            List<RunSnapshot> read,
            List<ScanReport.Unreadable> unreadable,
            Policy policy,
            KeptClocks kept,
            Instant now) {
        List<RunSummary> runs = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (RunSnapshot run : read) {
            runs.add(kept.deadlines().fix(RunSummary.of(run)));
            findings.addAll(RunFindings.of(run, now));
        }
        return seen(policy, kept, runs, unreadable, findings);
    }

    private static Overview seen(
            Policy policy,
            KeptClocks kept,
            List<RunSummary> runs,
            List<ScanReport.Unreadable> unreadable,
            List<Finding> findings) {
        SeenRuns seen =
                new SeenRuns(
                        kept.hours(policy),
                        runs,
                        List.of(),
                        List.of(),
                        unreadable,
                        kept.populations());
        return new Overview(seen, findings, List.of());
    }
}
