// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Holds the versions of a run that bundles brought against each other: which continues which is
/// kept, what does not is a finding that names both.
///
/// Each version that was just read is held against the latest that were known before, in the order
/// in which their bundles were written. Only intact logs are: of another one its own finding says
/// what it is worth.
final class Versions {
    private final Store store;
    private final Index index;
    private final Instant now;
    private final VersionJudge judge;

    Versions(Path root, Desk desk, ArchiveLimits limits, Store store, Index index) {
        this.store = store;
        this.index = index;
        this.now = desk.clock().instant();
        this.judge = new VersionJudge(new VersionLogs(root, desk, limits), now, index::summary);
    }

    /// @param read places that were just read
    /// @return how many findings that gave
    int judge(Set<RunPlace> read) throws SourceException {
        if (read.isEmpty()) {
            return 0;
        }
        Set<String> brought = store.read(c -> new BundleTable(c).runs());
        if (brought.isEmpty()) {
            return 0;
        }
        Map<String, Set<RunPlace>> present = new TreeMap<>();
        Set<String> judged = new HashSet<>();
        for (RunPlace place : index.present()) {
            RunSummary run = Objects.requireNonNull(index.summary(place));
            if (brought.contains(run.runId())) {
                present.computeIfAbsent(run.runId(), _ -> new HashSet<>()).add(place);
                if (read.contains(place)) {
                    judged.add(run.runId());
                }
            }
        }
        Map<String, Lineage> lineages = store.read(c -> new BundleTable(c).lineages());
        for (Map.Entry<String, Set<RunPlace>> run : present.entrySet()) {
            String runId = run.getKey();
            if (judged.contains(runId)) {
                Lineage lineage = lineages.getOrDefault(runId, new Lineage());
                List<Version> known = known(runId, run.getValue());
                judge.judge(runId, lineage, known, read);
            }
        }
        return written();
    }

    /// What bundles that were taken away leave behind: an older version of a run, where nobody sees
    /// any more that there was a later one.
    ///
    /// @param gone places that are not there any more
    List<Finding> withdrawn(List<RunPlace> gone) throws SourceException {
        Map<String, Set<String>> taken = new TreeMap<>();
        for (RunPlace place : gone) {
            RunSummary run = place.packed() ? index.summary(place) : null;
            if (run != null) {
                taken.computeIfAbsent(run.runId(), _ -> new HashSet<>())
                        .add(place.container().stored());
            }
        }
        if (taken.isEmpty()) {
            return List.of();
        }
        Map<String, Lineage> lineages = store.read(c -> new BundleTable(c).lineages());
        for (Map.Entry<String, Set<RunPlace>> run : left(taken.keySet(), gone).entrySet()) {
            String runId = run.getKey();
            judge.withdrawn(
                    runId,
                    lineages.getOrDefault(runId, new Lineage()),
                    known(runId, run.getValue()),
                    Objects.requireNonNull(taken.get(runId)));
        }
        return judge.findings();
    }

    /// Where those runs still are.
    private Map<String, Set<RunPlace>> left(Set<String> runIds, List<RunPlace> gone) {
        Map<String, Set<RunPlace>> left = new TreeMap<>();
        List<RunPlace> present = index.present();
        present.removeAll(Set.copyOf(gone));
        for (RunPlace place : present) {
            String runId = Objects.requireNonNull(index.summary(place)).runId();
            if (runIds.contains(runId)) {
                left.computeIfAbsent(runId, _ -> new HashSet<>()).add(place);
            }
        }
        return left;
    }

    private int written() throws SourceException {
        int[] added = new int[1];
        if (!judge.findings().isEmpty() || !judge.continued().isEmpty()) {
            store.write(c -> {
                for (VersionJudge.Continued one : judge.continued()) {
                    new BundleTable(c).continued(one.runId(), one.head(), one.by(), now);
                }
                added[0] = new FindingTable(c).add(judge.findings(), now);
            });
        }
        return added[0];
    }

    /// What bundles ever brought of a run, and its directories, in the order in which they were
    /// written.
    private List<Version> known(String runId, Set<RunPlace> present) throws SourceException {
        List<Version> versions = new ArrayList<>();
        for (Provenance one : store.read(c -> new BundleTable(c).of(runId))) {
            if (one.intact() && one.head() != null && one.format() != null) {
                versions.add(
                        new Version(
                                place(one, present),
                                one.bundle(),
                                one.sha256(),
                                one.format(),
                                one.records(),
                                one.head(),
                                one.modified(),
                                one.seenAt()));
            }
        }
        for (RunPlace place : present) {
            Version directory = place.packed() ? null : directory(place);
            if (directory != null) {
                versions.add(directory);
            }
        }
        versions.sort(Version.ORDER);
        return versions;
    }

    /// Where it still is: its own bundle, unless that holds another version by now.
    private @Nullable RunPlace place(Provenance one, Set<RunPlace> present) {
        for (RunPlace place : present) {
            BundleTable.Known bundle = index.bundle(place.container());
            if (place.packed()
                    && place.container().stored().equals(one.bundle())
                    && place.folder().equals(one.folder())
                    && bundle != null
                    && one.sha256().equals(bundle.sha256())) {
                return place;
            }
        }
        return null;
    }

    private @Nullable Version directory(RunPlace place) throws SourceException {
        RunSummary run = index.summary(place);
        if (run == null || run.head() == null || run.verdict() != Verdict.INTACT) {
            return null;
        }
        Instant modified = store.read(c -> new IndexTable(c).logModified(place));
        return new Version(place, place.stored(), "", "", run.records(), run.head(), modified, now);
    }
}
