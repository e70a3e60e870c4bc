// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.bundle.BagFault;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleDigest;
import dev.countersign.core.bundle.BundleOpening;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundleVerifier;
import dev.countersign.core.bundle.BundledRun;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Looks at bundles in the sources, the one that was written first before the others, and reads
/// those that are new or changed where they lie. One that is refused brings nothing: what it
/// brought when it was last whole stays as it was then.
final class BundleScan {
    private final Path root;
    private final Desk desk;
    private final ArchiveLimits limits;
    private final Store store;
    private final Index index;
    private final SqliteLedgerStore ledger;
    private final Instant now;

    /// Runs that are there, in bundles.
    final Set<RunPlace> there = new HashSet<>();

    final List<ScanReport.Unreadable> unreadable = new ArrayList<>();

    /// Runs that were read.
    final Set<RunPlace> read = new HashSet<>();

    int newFindings;

    private final Map<RunPlace, BundleTable.Known> taken = new TreeMap<>();

    BundleScan(
            Path root,
            Desk desk,
            ArchiveLimits limits,
            Store store,
            Index index,
            SqliteLedgerStore ledger) {
        this.root = root;
        this.desk = desk;
        this.limits = limits;
        this.store = store;
        this.index = index;
        this.ledger = ledger;
        this.now = desk.clock().instant();
    }

    ArchiveLimits limits() {
        return limits;
    }

    /// A bundle that is to be read.
    private record Changed(RunPlace place, Marks marks) {}

    /// @param reader made when there is something to read
    /// @return whether all was looked at
    boolean run(List<RunPlace> bundles, Opening reader, Cancellation cancellation)
            throws SourceException {
        List<Changed> changed = new ArrayList<>();
        for (RunPlace place : bundles) {
            look(place, changed);
        }
        if (changed.isEmpty()) {
            return true;
        }
        changed.sort(
                Comparator.comparingLong((Changed one) -> one.marks().logModified())
                        .thenComparing(Changed::place));
        Reading reading = reader.open();
        for (Changed one : changed) {
            if (cancellation.requested()) {
                return false;
            }
            read(one, reading, cancellation);
        }
        return true;
    }

    /// What runs are read with.
    record Reading(PlaceReader reader, FirstDeadlines deadlines) {}

    /// Makes a reader.
    interface Opening {
        Reading open() throws SourceException;
    }

    private void look(RunPlace place, List<Changed> changed) throws SourceException {
        try {
            Marks marks = BundleLook.at(place, root);
            BundleTable.Known known = index.bundle(place);
            if (marks == null) {
                forget(place);
            } else if (known != null && known.marks() == marks.all() && index.settled(place)) {
                there.addAll(index.inside(place));
                if (known.refused() != null) {
                    complain(place, known.refused());
                }
            } else {
                changed.add(new Changed(place, marks));
            }
        } catch (IOException e) {
            there.addAll(index.inside(place));
            complain(place, place.in(root) + " cannot be looked at: " + e.getMessage() + ".");
        }
    }

    private void complain(RunPlace place, String why) {
        unreadable.add(new ScanReport.Unreadable(place.in(root), why));
    }

    /// It is gone; should it come back, it is read again.
    void forget(RunPlace place) throws SourceException {
        if (index.bundle(place) != null) {
            store.write(c -> new BundleTable(c).remove(place));
            index.bundle(place, null);
        }
    }

    private void read(Changed changed, Reading reading, Cancellation cancellation)
            throws SourceException {
        RunPlace place = changed.place();
        Path path = place.in(root);
        BundleOpening opening;
        try {
            opening = Bundle.open(path, limits);
        } catch (SourceException e) {
            there.addAll(index.inside(place));
            complain(place, String.valueOf(e.getMessage()));
            return;
        }
        switch (opening) {
            case BundleOpening.Refused(var refusal) -> refuse(changed, refusal.sentence(path));
            case BundleOpening.Opened(Bundle bundle) -> {
                try (bundle) {
                    opened(changed, bundle, reading, cancellation);
                }
            }
        }
    }

    private void refuse(Changed changed, String why) throws SourceException {
        there.addAll(index.inside(changed.place()));
        complain(changed.place(), why);
        put(changed.place(), new BundleTable.Known(changed.marks().all(), null, why));
    }

    private void put(RunPlace place, BundleTable.Known known) throws SourceException {
        store.write(c -> new BundleTable(c).put(place, known));
        index.bundle(place, known);
    }

    private void opened(Changed changed, Bundle bundle, Reading reading, Cancellation cancellation)
            throws SourceException {
        RunPlace place = changed.place();
        BundleTable.Known known = index.bundle(place);
        String sha256 = bundle.runs().isEmpty() ? null : BundleDigest.of(bundle);
        if (known != null
                && known.marks() != 0
                && known.refused() == null
                && sha256 != null
                && sha256.equals(known.sha256())
                && index.settled(place)) {
            // another file with the same bytes
            there.addAll(index.inside(place));
            put(place, new BundleTable.Known(changed.marks().all(), sha256, null));
            return;
        }
        BundleVerifier verifier =
                new BundleVerifier(reading.reader().reader(), desk.helpers(), desk.parallelism());
        Optional<BundleReport> report =
                verifier.verify(bundle, VerifyRequest.DEFAULT, Progress.NONE, cancellation);
        // before the marks: what was kept of a bundle that came here since is not for this one
        Map<RunPlace, List<Checkpoint>> kept = kept(place, report);
        if (report.isEmpty() || !changed.marks().equals(marks(place))) {
            // it was written meanwhile, or there is no time: the next look reads it
            there.addAll(index.inside(place));
            put(place, new BundleTable.Known(0, null, null));
            return;
        }
        BagFault fault = fault(report.get());
        if (fault != null) {
            refuse(changed, place.in(root) + " is not whole: " + fault.sentence());
        } else {
            take(changed, sha256, bundle, report.get(), kept, reading);
        }
    }

    private Map<RunPlace, List<Checkpoint>> kept(RunPlace place, Optional<BundleReport> report)
            throws SourceException {
        List<RunPlace> inside = new ArrayList<>();
        report.ifPresent(r -> r.runs().forEach(run -> inside.add(place.inside(run.folder()))));
        return store.read(c -> new CheckpointTable(c).at(inside));
    }

    private @Nullable Marks marks(RunPlace place) throws SourceException {
        try {
            return BundleLook.at(place, root);
        } catch (IOException e) {
            Path path = place.in(root);
            throw new SourceException(
                    path, path + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }

    /// What makes it no whole bundle; null if it is one.
    static @Nullable BagFault fault(BundleReport report) {
        if (report.bag() != null && !report.bag().errors().isEmpty()) {
            return report.bag().errors().getFirst();
        }
        return report.damage().isEmpty() ? null : report.damage().getFirst();
    }

    private void take(
            Changed changed,
            @Nullable String sha256,
            Bundle bundle,
            BundleReport report,
            Map<RunPlace, List<Checkpoint>> kept,
            Reading reading)
            throws SourceException {
        RunPlace place = changed.place();
        // to be read again until its versions were judged: a crash in between loses no finding
        BundleTable.Known known = new BundleTable.Known(0, sha256, null);
        Arrival arrival = new Arrival(place, changed.marks(), known, now);
        for (BundledRun run : report.runs()) {
            RunPlace inside = place.inside(run.folder());
            RunSnapshot snapshot = run.snapshot();
            there.add(inside);
            if (snapshot == null) {
                complain(inside, String.valueOf(run.failure()));
                continue;
            }
            Seen.Read seen =
                    reading.reader()
                            .packed(
                                    inside,
                                    changed.marks(),
                                    snapshot,
                                    Objects.requireNonNull(bundle.runs().get(run.name())),
                                    kept.getOrDefault(inside, List.of()));
            arrival.add(run, snapshot, seen);
            read.add(inside);
        }
        newFindings += arrival.write(store, ledger, reading.deadlines().takeFresh());
        arrival.reads().forEach(index::put);
        index.bundle(place, known);
        taken.put(place, new BundleTable.Known(changed.marks().all(), sha256, null));
    }

    /// What was taken in was held against what was there before: it need not be read again.
    void judged() throws SourceException {
        if (!taken.isEmpty()) {
            store.write(c -> {
                for (Map.Entry<RunPlace, BundleTable.Known> one : taken.entrySet()) {
                    new BundleTable(c).put(one.getKey(), one.getValue());
                }
            });
            taken.forEach(index::bundle);
        }
    }
}
