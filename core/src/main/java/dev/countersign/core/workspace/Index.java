// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What this process knows of the runs: the table as it was at start, and what it read since. What
/// another process read since is read here, too, when the files say that they changed.
final class Index {
    /// Which reading the summaries come from: another one is read anew.
    static final String READING = "reading";

    private final Path root;
    private final NavigableMap<RunPlace, Entry> entries = new TreeMap<>();
    private final Map<RunPlace, BundleTable.Known> bundles = new HashMap<>();

    /// @param summary null while it is still packed
    private record Entry(
            long marks,
            @Nullable PackedSummary packed,
            @Nullable RunSummary summary,
            boolean vanished) {}

    /// A run and where it is.
    record Present(RunPlace place, RunSummary run) {}

    private Index(Path root) {
        this.root = root;
    }

    static Index load(Store store, Path root) throws SourceException {
        Index index = new Index(root);
        String version = store.state(READING);
        if (!Objects.equals(version, reading())) {
            // other bytes: nothing of it can be understood, and the next scan reads everything
            store.write(c -> {
                new IndexTable(c).forgetMarks();
                new IndexTable(c).forgetSummaries();
                new SourceTable(c).state(READING, reading());
            });
            return index;
        }
        for (IndexTable.Row row : store.read(c -> new IndexTable(c).rows())) {
            Entry entry = new Entry(row.marks(), row.summary(), null, row.vanished());
            index.entries.put(row.place(), entry);
        }
        index.bundles.putAll(store.read(c -> new BundleTable(c).all()));
        return index;
    }

    private static String reading() {
        return "summary " + SummaryCodec.VERSION;
    }

    /// Whether a place has these marks since it was read.
    synchronized boolean same(RunPlace place, Marks marks) {
        Entry entry = entries.get(place);
        return entry != null && !entry.vanished() && entry.marks() == marks.all();
    }

    /// Whether there is, or was, a run.
    synchronized boolean known(RunPlace place) {
        return entries.containsKey(place);
    }

    /// Those that have to be read again without anything having changed; a bundle for its runs.
    synchronized Set<RunPlace> unsettled() {
        Set<RunPlace> places = new LinkedHashSet<>();
        entries.forEach((place, entry) -> {
            if (entry.marks() == 0 && !entry.vanished()) {
                places.add(place.container());
            }
        });
        bundles.forEach((place, known) -> {
            if (known.marks() == 0) {
                places.add(place);
            }
        });
        return places;
    }

    /// A bundle as it was last read; null if it never was, or is gone.
    synchronized BundleTable.@Nullable Known bundle(RunPlace place) {
        return bundles.get(place);
    }

    synchronized List<RunPlace> bundles() {
        return List.copyOf(bundles.keySet());
    }

    synchronized void bundle(RunPlace place, BundleTable.@Nullable Known known) {
        if (known == null) {
            bundles.remove(place);
        } else {
            bundles.put(place, known);
        }
    }

    /// The runs in a bundle that were there when it was last read.
    synchronized List<RunPlace> inside(RunPlace bundle) {
        List<RunPlace> places = new ArrayList<>();
        for (var entry : entries.tailMap(bundle.inside("")).entrySet()) {
            if (!entry.getKey().container().equals(bundle)) {
                break;
            }
            if (!entry.getValue().vanished()) {
                places.add(entry.getKey());
            }
        }
        return places;
    }

    /// Whether no run in a bundle is to be read again.
    synchronized boolean settled(RunPlace bundle) {
        for (RunPlace place : inside(bundle)) {
            if (Objects.requireNonNull(entries.get(place)).marks() == 0) {
                return false;
            }
        }
        return true;
    }

    synchronized void put(Seen.Read read) {
        long marks = read.settled() ? read.marks().all() : 0;
        entries.put(read.place(), new Entry(marks, read.summary(), null, false));
    }

    synchronized void vanished(RunPlace place) {
        Entry entry = entries.get(place);
        if (entry != null) {
            entries.put(place, new Entry(0, entry.packed(), entry.summary(), true));
        }
    }

    /// All are to be read again.
    synchronized void forgetMarks() {
        entries.replaceAll((_, e) -> new Entry(0, e.packed(), e.summary(), e.vanished()));
        bundles.replaceAll((_, b) -> new BundleTable.Known(0, b.sha256(), b.refused()));
    }

    /// The runs with these ids are to be read again.
    synchronized void forgetMarks(Set<String> runIds) {
        for (RunPlace place : List.copyOf(entries.keySet())) {
            RunSummary run = summary(place);
            Entry entry = Objects.requireNonNull(entries.get(place));
            if (run != null && runIds.contains(run.runId())) {
                entries.put(place, new Entry(0, null, run, entry.vanished()));
            }
        }
    }

    /// Those that were there when last looked at.
    synchronized List<RunPlace> present() {
        List<RunPlace> places = new ArrayList<>();
        entries.forEach((place, entry) -> {
            if (!entry.vanished()) {
                places.add(place);
            }
        });
        return places;
    }

    /// The runs of some sources that were there when last looked at, in the order of their places.
    synchronized List<Present> present(Set<String> sources) {
        List<Present> runs = new ArrayList<>(entries.size());
        for (var known : entries.entrySet()) {
            RunPlace place = known.getKey();
            if (!known.getValue().vanished() && sources.contains(place.source())) {
                runs.add(new Present(place, unpacked(known)));
            }
        }
        return runs;
    }

    /// What was there once, as it was then.
    synchronized List<RunSummary> vanished() {
        List<RunSummary> runs = new ArrayList<>();
        for (var known : entries.entrySet()) {
            if (known.getValue().vanished()) {
                runs.add(unpacked(known));
            }
        }
        return runs;
    }

    /// What was there once and is nowhere else, as it was then. What a bundle brought was a copy.
    synchronized List<RunSummary> lost(List<RunSummary> present) {
        List<RunSummary> runs = new ArrayList<>();
        for (var known : entries.entrySet()) {
            if (known.getValue().vanished() && !known.getKey().packed()) {
                runs.add(unpacked(known));
            }
        }
        if (!runs.isEmpty()) {
            Set<String> here = new HashSet<>();
            present.forEach(run -> here.add(run.runId()));
            runs.removeIf(run -> here.contains(run.runId()));
        }
        return runs;
    }

    synchronized @Nullable RunSummary summary(RunPlace place) {
        Entry entry = entries.computeIfPresent(place, this::opened);
        return entry == null ? null : entry.summary();
    }

    private RunSummary unpacked(Map.Entry<RunPlace, Entry> known) {
        Entry entry = opened(known.getKey(), known.getValue());
        known.setValue(entry);
        return Objects.requireNonNull(entry.summary());
    }

    private Entry opened(RunPlace place, Entry entry) {
        PackedSummary packed = entry.packed();
        return packed == null
                ? entry
                : new Entry(entry.marks(), null, packed.unpack(place.in(root)), entry.vanished());
    }
}
