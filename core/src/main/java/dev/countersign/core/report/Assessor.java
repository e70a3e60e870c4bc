// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.bundle.RunFolders;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.clock.Periods;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.report.AssessedRun.Act;
import dev.countersign.core.report.Assessment.AssessedFinding;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.AddedRules;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.ChannelVerdicts;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Member;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.FindingState;
import dev.countersign.core.workspace.LedgerFacts;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Sightings;
import dev.countersign.core.workspace.Testimony;
import dev.countersign.core.workspace.Witnessed;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads runs again, all of each, and says what came of it. Blocking.
///
/// @param reader reads a run
/// @param policy holds for all of them
/// @param rules whose controls are shown beside the results, and those that a firm added
/// @param tool name and version of this program
/// @param kept what was seen of the runs' logs before
public record Assessor(
        RunReader reader, Policy policy, RuleBook rules, String tool, Testimony.Kept kept) {
    /// With the rules that are installed.
    public Assessor(RunReader reader, Policy policy, String tool, Testimony.Kept kept) {
        this(reader, policy, RuleBook.installed(), tool, kept);
    }

    /// A single run.
    ///
    /// @param overview what is known of it besides
    public Assessment run(Path directory, Overview overview, Instant at) throws SourceException {
        AssessedRun run;
        try (RunFolders folders = new RunFolders(policy)) {
            run = read(directory, folders);
        }
        List<Finding> findings =
                overview.findings(at).stream().filter(f -> f.runId().equals(run.runId())).toList();
        return assessment(run.runId(), List.of(run), states(overview, findings, at), at, null);
    }

    /// Every run of an overview, or every run of the population that a sample was drawn from.
    ///
    /// @param subject what they have in common
    /// @param draw which were drawn to be looked at; null if no sample was asked for
    /// @return null if it was cancelled
    public @Nullable Assessment all(
            String subject,
            Overview overview,
            @Nullable Draw draw,
            Instant at,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        List<Path> places =
                draw == null
                        ? overview.runs().stream().map(RunSummary::directory).toList()
                        : draw.population().members().stream().map(Member::directory).toList();
        List<AssessedRun> runs = new ArrayList<>();
        try (RunFolders folders = new RunFolders(policy)) {
            for (Path place : places) {
                if (cancellation.requested()) {
                    return null;
                }
                runs.add(read(place, folders));
                progress.at(runs.size(), places.size(), 0, 0);
            }
        }
        runs.sort(Comparator.comparing(AssessedRun::runId));
        Set<String> ids = runs.stream().map(AssessedRun::runId).collect(Collectors.toSet());
        List<Finding> findings =
                overview.findings(at).stream()
                        .filter(one -> draw == null || concerns(one, draw.population(), ids))
                        .toList();
        return assessment(subject, runs, states(overview, findings, at), at, draw);
    }

    /// Whether a finding belongs to what was drawn from: its run does, or is gone, and nothing says
    /// that it was another period's.
    private static boolean concerns(Finding finding, Population population, Set<String> members) {
        if (members.contains(finding.runId())) {
            return true;
        }
        String started = finding.evidence().string("started");
        return finding.kind() == FindingKind.RUN_VANISHED
                && (started == null
                        || Periods.of(Instant.parse(started), population.zone())
                                .equals(population.period()));
    }

    private Assessment assessment(
            String subject,
            List<AssessedRun> runs,
            List<AssessedFinding> findings,
            Instant at,
            @Nullable Draw draw) {
        List<RunClock> clocks = runs.stream().flatMap(run -> run.clocks().stream()).toList();
        return new Assessment(
                subject,
                at,
                tool,
                policy.version(),
                policy.sha256(),
                runs,
                findings,
                Attainment.of(clocks, at),
                draw,
                LedgerFacts.NONE,
                controls(runs),
                null);
    }

    private List<Control> controls(List<AssessedRun> runs) {
        return runs.stream()
                .map(AssessedRun::workflow)
                .distinct()
                .sorted()
                .flatMap(workflow -> rules.controls(workflow).stream())
                .toList();
    }

    private static List<AssessedFinding> states(
            Overview overview, List<Finding> findings, Instant at) {
        List<FindingState> states = overview.states(findings, at);
        List<AssessedFinding> all = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            all.add(
                    new AssessedFinding(
                            finding.id(),
                            finding.kind(),
                            finding.severity(),
                            finding.runId(),
                            finding.at(),
                            finding.due(),
                            states.get(i)));
        }
        return all;
    }

    private AssessedRun read(Path directory, RunFolders folders) throws SourceException {
        RunFolder folder = folders.at(directory);
        Sightings seen = kept.of(folder.name());
        RunSnapshot run = compared(folder, seen);
        if (!run.runId().equals(folder.name()) && !kept.of(run.runId()).equals(Sightings.NONE)) {
            seen = kept.of(run.runId()); // it lies under another name
            run = compared(folder, seen);
        }
        ChainReport chain = run.chain();
        RunSummary summary = RunSummary.of(run);
        return new AssessedRun(
                run.runId(),
                said(run.workflow()),
                run.status(),
                summary.started(),
                said(run.author()),
                run.subject(),
                summary.verdict(),
                summary.records(),
                said(summary.head()),
                chain == null ? "" : digest(folder, chain.bytes()),
                run.recordedGate() == null ? "" : run.recordedGate().verdict().word(),
                run.gate() == null ? "" : run.gate().result().verdict().word(),
                channels(run, seen),
                run.findings(),
                AddedRules.of(run, policy, rules),
                run.artifacts().artifacts(),
                acts(run),
                run.clocks());
    }

    /// Each checkpoint of this desk was taken of an intact log that agreed with those before: the
    /// last says all. Where it does not disagree, somebody else's does.
    private RunSnapshot compared(RunFolder folder, Sightings seen) throws SourceException {
        Checkpoint last = seen.own().isEmpty() ? null : seen.own().getLast();
        RunSnapshot run = against(last, folder);
        Witnessed other = seen.furthest();
        return other == null || run.channels().failed(Check.Kind.CHECKPOINT)
                ? run
                : against(other.checkpoint(), folder);
    }

    private RunSnapshot against(@Nullable Checkpoint checkpoint, RunFolder folder)
            throws SourceException {
        return reader.read(folder, VerifyRequest.DEFAULT.against(checkpoint), Progress.NONE);
    }

    /// What this desk has seen by itself can disagree, but proves no end of a log.
    private static ChannelVerdicts channels(RunSnapshot run, Sightings seen) {
        return seen.furthest() != null
                        || run.channels().of(Channel.COMPLETENESS) != Outcome.VERIFIED
                ? run.channels()
                : run.channels().unvouched(Check.Kind.CHECKPOINT, Check.Why.NO_CHECKPOINT);
    }

    /// Of the bytes that were verified: what was appended since is not part of it.
    private static String digest(RunFolder folder, long length) throws SourceException {
        if (!(folder.log() instanceof RunFolder.Content.Opened(LogFile file))) {
            return "";
        }
        try (file) {
            return FileDigest.sha256(file, length, Cancellation.NEVER);
        }
    }

    private static List<Act> acts(RunSnapshot run) {
        List<Act> acts = new ArrayList<>();
        for (var verdict : run.acts()) {
            RunEvent event = run.event(verdict.record());
            if (event != null) {
                acts.add(
                        new Act(
                                event.event(),
                                said(event.text("hash")),
                                event.at(),
                                said(event.text("decision")),
                                verdict));
            }
        }
        return acts;
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
