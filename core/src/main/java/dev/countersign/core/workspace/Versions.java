// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.compare.Relation;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final VersionLogs logs;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Continued> continued = new ArrayList<>();

    private record Continued(String runId, String head, String by) {}

    Versions(Path root, Desk desk, ArchiveLimits limits, Store store, Index index) {
        this.store = store;
        this.index = index;
        this.logs = new VersionLogs(root, desk, limits);
        this.now = desk.clock().instant();
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
                new OneRun(runId, lineage).judge(known, read);
            }
        }
        return written();
    }

    private int written() throws SourceException {
        int[] added = new int[1];
        if (!findings.isEmpty() || !continued.isEmpty()) {
            store.write(c -> {
                for (Continued one : continued) {
                    new BundleTable(c).continued(one.runId(), one.head(), one.by(), now);
                }
                added[0] = new FindingTable(c).add(findings, now);
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

    /// The versions of one run.
    private final class OneRun {
        private final String runId;
        private final Lineage lineage;

        OneRun(String runId, Lineage lineage) {
            this.runId = runId;
            this.lineage = lineage;
        }

        void judge(List<Version> known, Set<RunPlace> read) throws SourceException {
            List<Version> before = new ArrayList<>();
            List<Version> judged = new ArrayList<>();
            for (Version version : known) {
                boolean now = version.place() != null && read.contains(version.place());
                (now ? judged : before).add(version);
            }
            for (Version version : judged) {
                for (Version tip : tips(before)) {
                    hold(version, tip);
                }
                Version longer = longer(version, before);
                if (longer != null) {
                    found(FindingKind.LOG_SHORTENED, version, longer, Relation.ROLLED_BACK);
                }
                before.add(version);
            }
        }

        /// Those that none of the others continues; of the same log the one that can be read.
        private List<Version> tips(List<Version> versions) {
            Map<String, Version> tips = new HashMap<>();
            for (Version version : versions) {
                boolean last =
                        versions.stream()
                                .noneMatch(other -> lineage.before(version.head(), other.head()));
                if (last) {
                    tips.merge(version.head(), version, (a, b) -> a.place() == null ? b : a);
                }
            }
            return tips.values().stream().sorted(Version.ORDER).toList();
        }

        private void hold(Version version, Version tip) throws SourceException {
            String head = version.head();
            if (head.equals(tip.head())
                    || lineage.before(head, tip.head())
                    || lineage.before(tip.head(), head)) {
                return;
            }
            Relation relation = logs.relation(version, tip);
            if (relation == null) {
                return;
            }
            switch (relation) {
                case SAME -> {}
                case CONTINUATION_OF_OTHER -> continues(tip.head(), head);
                case OTHER_CONTINUES -> continues(head, tip.head());
                case FORK -> found(FindingKind.HISTORY_FORKED, version, tip, relation);
                case EDITED, UNRELATED ->
                        found(FindingKind.HISTORY_REWRITTEN, version, tip, relation);
                case ROLLED_BACK -> {
                    if (later(version, tip)) {
                        found(FindingKind.LOG_SHORTENED, version, tip, relation);
                    }
                }
            }
        }

        private void continues(String head, String by) {
            lineage.add(head, by);
            continued.add(new Continued(runId, head, by));
        }

        /// The longest of those that are this one and more, and that it should have been by now.
        private @Nullable Version longer(Version version, List<Version> before) {
            Version longest = null;
            boolean copy =
                    before.stream()
                            .anyMatch(other ->
                                    other.sha256().equals(version.sha256())
                                            && !other.where().equals(version.where()));
            for (Version other : before) {
                if (lineage.before(version.head(), other.head())
                        && later(version, other)
                        && (!copy || other.where().equals(version.where()))
                        && (longest == null || other.records() > longest.records())) {
                    longest = other;
                }
            }
            return longest;
        }

        /// Whether a bundle was written after another one, or in its place. Beside a run directory,
        /// which goes on by itself, a bundle is an older copy by its nature.
        private static boolean later(Version version, Version other) {
            return version.packed()
                    && other.packed()
                    && (version.where().equals(other.where())
                            || version.modified().isAfter(other.modified()));
        }

        /// What makes the identity is what was seen, and where it is no longer so: not the head
        /// that is there now, see {@link RunFindings}.
        private void found(FindingKind kind, Version version, Version other, Relation relation) {
            RunPlace place = Objects.requireNonNull(version.place());
            RunSummary run = Objects.requireNonNull(index.summary(place));
            findings.add(
                    new Finding(
                            kind,
                            kind.severity(),
                            runId,
                            other.head() + " " + version.where(),
                            now,
                            null,
                            run.author(),
                            version.head(),
                            JsonValue.object()
                                    .with("relation", relation.word())
                                    .with("where_before", other.where())
                                    .with("bundle_sha256_before", sha256(other))
                                    .with("records_before", other.records())
                                    .with("head_before", other.head())
                                    .with("seen_at", other.seenAt().toString())
                                    .with("where_now", version.where())
                                    .with("bundle_sha256_now", sha256(version))
                                    .with("records_now", version.records())
                                    .with("head_now", version.head())
                                    .build()));
        }

        private static @Nullable String sha256(Version version) {
            return version.packed() ? version.sha256() : null;
        }
    }
}
