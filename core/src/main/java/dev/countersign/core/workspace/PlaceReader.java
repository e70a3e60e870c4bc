// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointHistory;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads one run into what the index keeps of it. Used by many threads.
final class PlaceReader {
    /// A producer that writes all the time is left for the next look.
    private static final int ATTEMPTS = 3;

    private static final long LARGE_LOG = 8L << 20;

    private final Path root;
    private final Desk desk;
    private final RunReader small;
    private final RunReader large;
    private final Map<String, List<Witnessed>> witnessed;
    private final FirstDeadlines deadlines;
    private final Instant now;
    private final String takenAt;

    /// @param witnessed what others have seen, by run
    /// @param deadlines as they were fixed; what is new is fixed when it is read
    PlaceReader(
            Path root,
            Desk desk,
            Policy policy,
            Map<String, List<Witnessed>> witnessed,
            FirstDeadlines deadlines) {
        this.deadlines = deadlines;
        this.witnessed = witnessed;
        this.root = root;
        this.desk = desk;
        this.now = desk.clock().instant();
        this.takenAt = now.toString();
        // many small logs are read side by side, a large one by all threads
        TrustPlace trust = new WorkspaceFolder(root).anchors();
        RuleBook rules = RuleBook.installed();
        var alone = new ChainVerifier(Runnable::run, 1);
        this.small = new RunReader(alone, policy, trust, rules, deadlines);
        var many = new ChainVerifier(desk.helpers(), desk.parallelism());
        this.large = new RunReader(many, policy, trust, rules, deadlines);
    }

    /// @param first look at it
    /// @param kept what was seen of it before that look, the shortest log first
    /// @param before what it was then; null if it was never read
    Seen read(RunPlace place, Look first, List<Checkpoint> kept, @Nullable RunSummary before) {
        Path path = place.in(root);
        Checkpoint earlier = kept.isEmpty() ? null : kept.getLast();
        try {
            Look look = first;
            for (int attempt = 1; ; attempt++) {
                Marks marks = look.marks();
                RunReader reader = marks.logSize() > LARGE_LOG ? large : small;
                RunSnapshot run =
                        reader.read(
                                look.folder(),
                                VerifyRequest.DEFAULT.against(earlier),
                                Progress.NONE);
                List<Finding> findings = findings(run, look.folder(), kept);
                Look again = anyFleeting(findings) ? again(place) : look;
                if (again == null) {
                    return new Seen.Nothing(place);
                }
                boolean still = marks.equals(again.marks());
                if (still || attempt == ATTEMPTS) {
                    boolean settled = still && !stillWritten(run, marks);
                    RunSummary summary = deadlines.fix(RunSummary.of(run)).remembering(before);
                    List<Finding> raised = settled ? findings : lasting(findings);
                    return new Seen.Read(
                            place,
                            marks,
                            settled,
                            judged(summary, raised),
                            raised,
                            checkpoint(run, earlier));
                }
                look = again;
            }
        } catch (SourceException e) {
            return new Seen.Unreadable(place, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Seen.Unreadable(place, path + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /// A run in a bundle. Whether an intact log continues what it was when it was seen before, is
    /// for {@link Versions} to say; one that is not is held against what was kept of it.
    ///
    /// @param kept what was seen of it there, the shortest log first
    Seen.Read packed(
            RunPlace place, Marks marks, RunSnapshot run, RunFolder folder, List<Checkpoint> kept)
            throws SourceException {
        RunSummary summary = deadlines.fix(RunSummary.of(run));
        Standing standing = new Standing(run, folder);
        boolean agrees = !CheckpointHistory.of(kept, standing::to).negative();
        Checkpoint earlier = kept.isEmpty() ? null : kept.getLast();
        Checkpoint taken = agrees ? checkpoint(run, earlier) : null;
        List<Finding> findings = findings(run, folder, kept);
        return new Seen.Read(place, marks, true, judged(summary, findings), findings, taken);
    }

    /// Reads large logs, on all cores.
    RunReader reader() {
        return large;
    }

    private List<Finding> findings(RunSnapshot run, RunFolder folder, List<Checkpoint> kept)
            throws SourceException {
        Standing standing = new Standing(run, folder);
        List<Finding> findings = new ArrayList<>(HistoryFindings.of(standing, kept, now));
        findings.addAll(RunFindings.of(run, now));
        List<Witnessed> others = witnessed.getOrDefault(run.runId(), List.of());
        findings.addAll(WitnessFindings.of(standing, others, now));
        return findings;
    }

    private @Nullable Look again(RunPlace place) throws IOException, SourceException {
        return Look.at(place, root, Survey.unix(root), true);
    }

    /// Whether it may only have seemed so, because the producer was writing: whatever needs more
    /// than one file, or a whole one, to be said.
    private static boolean anyFleeting(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.kind() != FindingKind.RUN_BLOCKED
                    && finding.kind() != FindingKind.RUN_FAILED) {
                return true;
            }
        }
        return false;
    }

    /// Records that were seen and are gone do not come back by waiting.
    private static List<Finding> lasting(List<Finding> findings) {
        return findings.stream().filter(PlaceReader::aboutHistory).toList();
    }

    /// Which of the worst findings stand: those somebody has to see where they look for what waits.
    private static RunSummary judged(RunSummary run, List<Finding> findings) {
        List<String> worst = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.severity() == 1) {
                worst.add(finding.id());
            }
        }
        return worst.isEmpty() ? run : run.withStanding(worst).without(run.dispositions());
    }

    private static boolean aboutHistory(Finding finding) {
        return finding.kind() == FindingKind.HISTORY_REWRITTEN
                || finding.kind() == FindingKind.LOG_SHORTENED
                || finding.kind() == FindingKind.WITNESS_DISAGREES;
    }

    /// A line that breaks off in a log that was written a moment ago may just be being written. Who
    /// looks once has no later look, and a time that is further ahead is not a moment ago.
    private boolean stillWritten(RunSnapshot run, Marks marks) {
        ChainReport chain = run.chain();
        Fault first = chain == null ? null : chain.first();
        if (first == null || first.category() != FaultCategory.TORN_TAIL) {
            return false;
        }
        Instant written = Instant.ofEpochSecond(0, marks.logModified());
        return Duration.between(written, now).abs().compareTo(desk.settling()) < 0;
    }

    /// A log that speaks against what was seen before does not replace it, nor does a shorter or
    /// equal one. The head binds every record before it; a digest of the bytes, which FORMATS 6
    /// leaves open, would tell spellings apart and mean reading each log twice.
    private @Nullable Checkpoint checkpoint(RunSnapshot run, @Nullable Checkpoint earlier) {
        ChainReport chain = run.chain();
        String head = chain == null ? null : chain.head();
        if (chain == null
                || head == null
                || chain.verdict() != Verdict.INTACT
                || chain.checkpoint().negative()
                || earlier != null && earlier.records() >= chain.records()) {
            return null;
        }
        return new Checkpoint(chain.format().name(), chain.records(), head, null, takenAt);
    }
}
