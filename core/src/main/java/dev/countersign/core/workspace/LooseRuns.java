// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.bundle.BagFault;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleDigest;
import dev.countersign.core.bundle.BundleLimits;
import dev.countersign.core.bundle.BundleOpening;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundleVerifier;
import dev.countersign.core.bundle.BundledRun;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Crew;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Reads a folder of runs and bundles that has no index, as a workspace would at its first look,
/// and writes nothing.
final class LooseRuns {
    private final Path root;
    private final Desk desk;
    private final ArchiveLimits limits;
    private final PlaceReader reader;
    private final Instant now;
    private final NavigableMap<RunPlace, RunSummary> runs = new TreeMap<>();
    private final NavigableMap<RunPlace, List<Finding>> findings = new TreeMap<>();
    private final List<ScanReport.Unreadable> unreadable = new ArrayList<>();
    private final NavigableMap<RunPlace, Version> packed = new TreeMap<>();
    private final Map<RunPlace, Marks> marks = new HashMap<>();

    /// @param deadlines as they were fixed
    LooseRuns(Path root, Policy policy, FirstDeadlines deadlines, Desk desk) {
        this.root = root;
        this.desk = desk;
        this.limits = BundleLimits.of(policy);
        this.reader = new PlaceReader(root, desk, policy, Map.of(), deadlines);
        this.now = desk.clock().instant();
    }

    /// What there was.
    ///
    /// @param runs the latest version of each, in the order of their places
    record Found(
            List<RunSummary> runs,
            List<Finding> findings,
            List<ScanReport.Unreadable> unreadable) {}

    Found read(List<RunPlace> places, Progress progress) throws SourceException {
        List<Seen> all = new ArrayList<>();
        boolean unix = Survey.unix(root);
        new Crew(desk.helpers(), desk.parallelism())
                .<RunPlace, Seen, RuntimeException>each(
                        places,
                        place -> look(place, unix),
                        batch -> {
                            all.addAll(batch);
                            progress.at(all.size(), places.size(), 0, 0);
                        },
                        Cancellation.NEVER);
        all.sort((a, b) -> a.place().compareTo(b.place()));
        for (Seen seen : all) {
            switch (seen) {
                case Seen.Read run -> take(run);
                case Seen.Unreadable(RunPlace place, String why) -> complain(place, why);
                case Seen.Bag(RunPlace place) -> bundle(place);
                case Seen.Nothing _ -> {}
            }
        }
        List<Finding> found =
                new ArrayList<>(findings.values().stream().flatMap(List::stream).toList());
        if (packed.isEmpty()) {
            return new Found(List.copyOf(runs.values()), found, unreadable);
        }
        Map<String, Lineage> lineages = judged(found);
        return new Found(Latest.of(runs, lineages), found, unreadable);
    }

    private Seen look(RunPlace place, boolean unix) {
        try {
            if (BundleLook.file(place, root)) {
                return new Seen.Bag(place);
            }
            Look look = Look.at(place, root, unix, false);
            if (look != null) {
                return reader.read(place, look, List.of(), null);
            }
            return BundleLook.bag(place.in(root)) ? new Seen.Bag(place) : new Seen.Nothing(place);
        } catch (SourceException e) {
            return new Seen.Unreadable(place, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Seen.Unreadable(
                    place, place.in(root) + " cannot be looked at: " + e.getMessage() + ".");
        }
    }

    private void take(Seen.Read run) {
        runs.put(run.place(), run.summary().unpack(run.place().in(root)));
        findings.put(run.place(), run.findings());
        marks.put(run.place(), run.marks());
    }

    private void complain(RunPlace place, String why) {
        unreadable.add(new ScanReport.Unreadable(place.in(root), why));
    }

    private void bundle(RunPlace place) {
        Path path = place.in(root);
        try {
            switch (Bundle.open(path, limits)) {
                case BundleOpening.Refused(var refusal) -> complain(place, refusal.sentence(path));
                case BundleOpening.Opened(Bundle bundle) -> {
                    try (bundle) {
                        opened(place, bundle);
                    }
                }
            }
        } catch (SourceException e) {
            complain(place, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            complain(place, path + " cannot be looked at: " + e.getMessage() + ".");
        }
    }

    private void opened(RunPlace place, Bundle bundle) throws SourceException, IOException {
        Marks written = BundleLook.at(place, root);
        BundleReport report =
                new BundleVerifier(reader.reader(), desk.helpers(), desk.parallelism())
                        .verify(bundle, VerifyRequest.DEFAULT, Progress.NONE, Cancellation.NEVER)
                        .orElseThrow(() -> new IllegalStateException("nobody cancelled"));
        BagFault fault = BundleScan.fault(report);
        if (fault != null || written == null) {
            String why = fault == null ? "it is gone." : fault.sentence();
            complain(place, place.in(root) + " is not whole: " + why);
            return;
        }
        String sha256 = report.runs().isEmpty() ? "" : BundleDigest.of(bundle);
        for (BundledRun run : report.runs()) {
            RunPlace inside = place.inside(run.folder());
            RunSnapshot snapshot = run.snapshot();
            if (snapshot == null) {
                complain(inside, String.valueOf(run.failure()));
                continue;
            }
            var folder = Objects.requireNonNull(bundle.runs().get(run.name()));
            take(reader.packed(inside, written, snapshot, folder, List.of()));
            ChainReport chain = snapshot.chain();
            if (chain != null && chain.head() != null && chain.verdict() == Verdict.INTACT) {
                packed.put(inside, version(inside, sha256, chain, written));
            }
        }
    }

    private Version version(RunPlace inside, String sha256, ChainReport chain, Marks written) {
        return new Version(
                inside,
                inside.container().stored(),
                sha256,
                chain.format().name(),
                chain.records(),
                Objects.requireNonNull(chain.head()),
                Instant.ofEpochSecond(0, written.logModified()),
                now);
    }

    /// Which head goes on where which other ends, by run; what does not is added to the findings.
    private Map<String, Lineage> judged(List<Finding> found) throws SourceException {
        Map<String, List<Version>> versions = new TreeMap<>();
        Set<String> brought = new HashSet<>();
        runs.forEach((place, run) -> {
            if (packed.containsKey(place)) {
                brought.add(run.runId());
            }
        });
        runs.forEach((place, run) -> {
            if (brought.contains(run.runId())) {
                Version version = place.packed() ? packed.get(place) : directory(place, run);
                if (version != null) {
                    versions.computeIfAbsent(run.runId(), _ -> new ArrayList<>()).add(version);
                }
            }
        });
        var judge = new VersionJudge(new VersionLogs(root, desk, limits), now, runs::get);
        Map<String, Lineage> lineages = new HashMap<>();
        for (Map.Entry<String, List<Version>> run : versions.entrySet()) {
            Lineage lineage = new Lineage();
            lineages.put(run.getKey(), lineage);
            run.getValue().sort(Version.ORDER);
            judge.judge(run.getKey(), lineage, run.getValue(), runs.keySet());
        }
        found.addAll(judge.findings());
        return lineages;
    }

    private @Nullable Version directory(RunPlace place, RunSummary run) {
        Marks written = marks.get(place);
        if (run.head() == null || run.verdict() != Verdict.INTACT || written == null) {
            return null;
        }
        Instant modified = Instant.ofEpochSecond(0, written.logModified());
        return new Version(place, place.stored(), "", "", run.records(), run.head(), modified, now);
    }
}
