// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs and what was found in them, seen once.
///
/// @param policy under which they were read
/// @param runs those that can be read, in the order of their places
/// @param raised findings that do not come to be by time alone, and what an index remembers
/// @param missing sources that are not there
/// @param unreadable what is there and cannot be read
/// @param populations which periods it answers for
/// @param disposed what the ledger says was decided about findings; nothing without an index
public record Overview(
        Policy policy,
        List<RunSummary> runs,
        List<Finding> raised,
        List<Source> missing,
        List<ScanReport.Unreadable> unreadable,
        Populations populations,
        List<Disposition> disposed) {
    public Overview {
        runs = List.copyOf(runs);
        raised = List.copyOf(raised);
        missing = List.copyOf(missing);
        unreadable = List.copyOf(unreadable);
        disposed = List.copyOf(disposed);
    }

    /// The findings as of an instant, worst first.
    public List<Finding> findings(Instant at) {
        return FindingList.at(at, raised, runs, populations.at(at, runs, policy), policy);
    }

    /// The periods whose samples are waited for at an instant, the earliest first.
    public List<PeriodClock> periods(Instant at) {
        return populations.waiting(at, runs, policy);
    }

    /// Where findings stand at an instant, in their order.
    public List<FindingState> states(List<Finding> findings, Instant at) {
        Dispositions dispositions = new Dispositions(runs, disposed);
        return findings.stream().map(finding -> dispositions.of(finding, at)).toList();
    }

    /// What closes findings at an instant, else disposes of them without being verified, in their
    /// order.
    public List<Optional<Disposition>> dispositions(List<Finding> findings, Instant at) {
        Dispositions dispositions = new Dispositions(runs, disposed);
        return findings.stream()
                .map(finding -> Optional.ofNullable(dispositions.about(finding, at)))
                .toList();
    }

    /// Reads a folder of runs and bundles, a run, or a lone log, with neither index nor trace:
    /// nothing is written anywhere. Whether a log was cut or rewritten cannot be known so.
    ///
    /// @param policy holds for all of them
    /// @throws SourceException if the path cannot be looked into
    public static Overview of(Path path, Policy policy, Desk desk, Progress progress)
            throws SourceException {
        Path root = path.toAbsolutePath().normalize();
        Source source = Survey.source(root.toString(), root);
        List<RunPlace> places = Survey.places(source);
        if (places == null) {
            throw new SourceException(path, path + " cannot be looked into: check the path.");
        }
        LooseRuns.Found found = new LooseRuns(root, policy, desk).read(places, progress);
        return new Overview(
                policy,
                found.runs(),
                found.findings(),
                List.of(),
                found.unreadable(),
                Populations.unwatched(),
                List.of());
    }

    /// Runs that somebody else read: those of a bundle. Nothing is written anywhere.
    ///
    /// @param unreadable what could not be read
    /// @param now when findings are raised
    public static Overview of(
            List<RunSnapshot> read,
            List<ScanReport.Unreadable> unreadable,
            Policy policy,
            Instant now) {
        FirstDeadlines deadlines = new FirstDeadlines();
        List<RunSummary> runs = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (RunSnapshot run : read) {
            runs.add(deadlines.fix(RunSummary.of(run)));
            findings.addAll(RunFindings.of(run, now));
        }
        return new Overview(
                policy, runs, findings, List.of(), unreadable, Populations.unwatched(), List.of());
    }
}
