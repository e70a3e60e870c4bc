// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.compare.Relation;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// Holds the versions of runs against each other: which continues which, and what does not.
final class VersionJudge {
    private final VersionLogs logs;
    private final Instant now;
    private final Function<RunPlace, @Nullable RunSummary> summaries;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Continued> continued = new ArrayList<>();
    private String runId = "";
    private Lineage lineage = new Lineage();

    /// That one log goes on where another ends.
    record Continued(String runId, String head, String by) {}

    /// @param summaries of the places that are judged
    VersionJudge(
            VersionLogs logs, Instant now, Function<RunPlace, @Nullable RunSummary> summaries) {
        this.logs = logs;
        this.now = now;
        this.summaries = summaries;
    }

    /// What was found.
    List<Finding> findings() {
        return findings;
    }

    /// What was found to continue what, beyond what was known.
    List<Continued> continued() {
        return continued;
    }

    /// Judges the versions of one run.
    ///
    /// @param one its id
    /// @param heads which of its heads are known to continue which; gets what is found
    /// @param known all versions, in the order in which they were written
    /// @param read places that were just read: these are judged
    void judge(String one, Lineage heads, List<Version> known, Set<RunPlace> read)
            throws SourceException {
        this.runId = one;
        this.lineage = heads;
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

    /// Judges what is left of a run after bundles were taken away: a version that was seen to go on
    /// there, and that nothing here has, is a rollback.
    ///
    /// @param one its id
    /// @param heads which of its heads are known to continue which
    /// @param known all versions
    /// @param taken the bundles that were taken away
    void withdrawn(String one, Lineage heads, List<Version> known, Set<String> taken) {
        this.runId = one;
        this.lineage = heads;
        List<Version> here = known.stream().filter(v -> v.place() != null).toList();
        for (Version version : tips(here)) {
            Version longest = null;
            for (Version gone : known) {
                if (gone.place() == null
                        && taken.contains(gone.where())
                        && lineage.before(version.head(), gone.head())
                        && here.stream().noneMatch(v -> has(v, gone))
                        && (longest == null || gone.records() > longest.records())) {
                    longest = gone;
                }
            }
            if (longest != null) {
                found(FindingKind.LOG_SHORTENED, version, longest, Relation.ROLLED_BACK);
            }
        }
    }

    private boolean has(Version version, Version other) {
        return version.head().equals(other.head()) || lineage.before(other.head(), version.head());
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
            case EDITED, UNRELATED -> found(FindingKind.HISTORY_REWRITTEN, version, tip, relation);
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

    /// What makes the identity is what was seen, and where it is no longer so: not the head that is
    /// there now, see {@link RunFindings}.
    private void found(FindingKind kind, Version version, Version other, Relation relation) {
        RunPlace place = Objects.requireNonNull(version.place());
        RunSummary run = Objects.requireNonNull(summaries.apply(place));
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
