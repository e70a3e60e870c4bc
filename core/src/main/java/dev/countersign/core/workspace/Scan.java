// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.bundle.BundleLimits;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Crew;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/// One look at all sources: what has other marks than when it was read is read again, and written
/// to the index with what it gives reason to raise.
final class Scan {
    private final Path root;
    private final Desk desk;
    private final Policy policy;
    private final Store store;
    private final Index index;
    private final Crew crew;
    private final BundleScan bundles;
    private final Set<RunPlace> containers = new TreeSet<>();
    private final SqliteLedgerStore ledger;
    private final Instant now;
    private final List<ScanReport.Unreadable> unreadable = new ArrayList<>();
    private final Set<RunPlace> there = new HashSet<>();
    private final Set<RunPlace> readNow = new HashSet<>();
    private int read;
    private int newFindings;

    Scan(Path root, Desk desk, Policy policy, Store store, Index index, SqliteLedgerStore ledger) {
        this.root = root;
        this.desk = desk;
        this.policy = policy;
        this.store = store;
        this.index = index;
        this.ledger = ledger;
        this.crew = new Crew(desk.helpers(), desk.parallelism());
        this.bundles = new BundleScan(root, desk, BundleLimits.of(policy), store, index, ledger);
        this.now = desk.clock().instant();
    }

    /// @param sources where to look
    /// @param only these places, of sources that are known to be there; null: everywhere
    ScanReport run(
            List<Source> sources,
            @Nullable Set<RunPlace> only,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        List<RunPlace> places = new ArrayList<>();
        Set<String> looked = new HashSet<>();
        for (Source source : sources) {
            List<RunPlace> inside = Survey.places(source);
            if (inside != null) {
                for (RunPlace place : inside) {
                    if (bundle(source, place)) {
                        containers.add(place);
                    } else {
                        places.add(place);
                    }
                }
                looked.add(source.stored());
            } else if (Files.isDirectory(parent(source.path()))
                    && index.known(new RunPlace(source.stored(), ""))) {
                // a single run, or log, that is gone from a folder that is not
                looked.add(source.stored());
            }
        }
        if (only != null) {
            places.retainAll(only);
            containers.retainAll(only);
        }
        List<Changed> changed = new ArrayList<>();
        boolean complete = look(places, changed, cancellation);
        if (complete && !changed.isEmpty()) {
            complete = read(changed, progress, cancellation);
        }
        complete = complete && bundles(looked, only, cancellation);
        int vanished = complete ? vanished(looked, only) : 0;
        return new ScanReport(
                complete, there.size(), read, vanished, newFindings, sources, unreadable);
    }

    private boolean bundle(Source source, RunPlace place) {
        return source.kind() == Source.Kind.BUNDLE
                || index.bundle(place) != null
                || BundleLook.file(place, root);
    }

    /// After all others, so that what they are is known: then versions of the same run are
    /// compared.
    private boolean bundles(
            Set<String> looked, @Nullable Set<RunPlace> only, Cancellation cancellation)
            throws SourceException {
        for (RunPlace known : index.bundles()) {
            boolean meant = only == null || only.contains(known);
            if (meant && looked.contains(known.source()) && !containers.contains(known)) {
                bundles.forget(known);
            }
        }
        boolean complete = bundles.run(List.copyOf(containers), this::reading, cancellation);
        readNow.addAll(bundles.read);
        there.addAll(bundles.there);
        unreadable.addAll(bundles.unreadable);
        read += bundles.read.size();
        newFindings += bundles.newFindings;
        newFindings += new Versions(root, desk, bundles.limits(), store, index).judge(readNow);
        bundles.judged();
        return complete;
    }

    private BundleScan.Reading reading() throws SourceException {
        Map<String, List<Witnessed>> witnessed = store.read(c -> new WitnessTable(c).all());
        FirstDeadlines deadlines = store.read(c -> new DeadlineTable(c).load());
        return new BundleScan.Reading(
                new PlaceReader(root, desk, policy, witnessed, deadlines), deadlines);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /// A place to be read.
    ///
    /// @param look null if it was not looked at yet: nothing is known of it
    private record Changed(RunPlace place, @Nullable Look look) {}

    /// What came of comparing a place with the index.
    ///
    /// @param changed null if it is as it was, or there is none
    /// @param trouble null if it could be looked at
    private record Compared(
            RunPlace place,
            boolean there,
            @Nullable Changed changed,
            ScanReport.@Nullable Unreadable trouble) {}

    private boolean look(List<RunPlace> places, List<Changed> changed, Cancellation cancellation) {
        boolean unix = Survey.unix(root);
        return crew.<RunPlace, Compared, RuntimeException>each(
                places,
                place -> compare(place, unix),
                done -> {
                    for (Compared compared : done) {
                        if (compared.there()) {
                            there.add(compared.place());
                        }
                        if (compared.changed() != null) {
                            changed.add(compared.changed());
                        }
                        if (compared.trouble() != null) {
                            unreadable.add(compared.trouble());
                        }
                    }
                },
                cancellation);
    }

    /// A place that is new is looked at only when it is read.
    private Compared compare(RunPlace place, boolean unix) {
        if (!index.known(place)) {
            return new Compared(place, false, new Changed(place, null), null);
        }
        try {
            Look look = Look.at(place, root, unix, true);
            if (look == null) {
                return new Compared(place, false, null, null);
            }
            Changed changed = index.same(place, look.marks()) ? null : new Changed(place, look);
            return new Compared(place, true, changed, null);
        } catch (IOException | SourceException e) {
            String why = unseen(place, e);
            return new Compared(place, true, null, new ScanReport.Unreadable(place.in(root), why));
        }
    }

    private String unseen(RunPlace place, Exception e) {
        return e instanceof SourceException
                ? String.valueOf(e.getMessage())
                : place.in(root) + " cannot be looked at: " + e.getMessage() + ".";
    }

    private boolean read(List<Changed> changed, Progress progress, Cancellation cancellation)
            throws SourceException {
        List<RunPlace> places = changed.stream().map(Changed::place).toList();
        // before any log is read: see there
        Map<RunPlace, List<Checkpoint>> kept = store.read(c -> new CheckpointTable(c).at(places));
        FirstDeadlines deadlines = store.read(c -> new DeadlineTable(c).load());
        Map<String, List<Witnessed>> witnessed = store.read(c -> new WitnessTable(c).all());
        PlaceReader reader = new PlaceReader(root, desk, policy, witnessed, deadlines);
        boolean unix = Survey.unix(root);
        AtomicLong done = new AtomicLong();
        return crew.each(
                changed,
                item -> {
                    List<Checkpoint> before = kept.getOrDefault(item.place(), List.of());
                    Seen seen = read(item, reader, unix, before);
                    progress.at(done.incrementAndGet(), changed.size(), 0, 0);
                    return seen;
                },
                batch -> write(batch, deadlines),
                cancellation);
    }

    private Seen read(Changed changed, PlaceReader reader, boolean unix, List<Checkpoint> kept) {
        RunPlace place = changed.place();
        try {
            Look look = changed.look() == null ? Look.at(place, root, unix, false) : changed.look();
            if (look == null) {
                return BundleLook.bag(place.in(root))
                        ? new Seen.Bag(place)
                        : new Seen.Nothing(place);
            }
            return reader.read(place, look, kept, index.summary(place));
        } catch (IOException | SourceException e) {
            return new Seen.Unreadable(place, unseen(place, e));
        }
    }

    private void write(List<Seen> batch, FirstDeadlines deadlines) throws SourceException {
        List<Seen.Read> reads = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Seen seen : batch) {
            switch (seen) {
                case Seen.Read run -> {
                    there.add(run.place());
                    reads.add(run);
                    findings.addAll(run.findings());
                }
                case Seen.Unreadable(RunPlace place, String why) -> {
                    there.add(place);
                    unreadable.add(new ScanReport.Unreadable(place.in(root), why));
                }
                case Seen.Nothing(RunPlace place) -> there.remove(place);
                case Seen.Bag(RunPlace place) -> containers.add(place);
            }
        }
        Map<FirstDeadlines.Which, FirstDeadlines.Fixed> fresh = deadlines.takeFresh();
        store.write(connection -> {
            new DeadlineTable(connection).add(fresh, now);
            newFindings += new FindingTable(connection).add(findings, now);
            new IndexTable(connection).write(reads);
            new CheckpointTable(connection).add(reads);
        });
        reads.forEach(index::put);
        reads.forEach(run -> readNow.add(run.place()));
        read += reads.size();
    }

    private int vanished(Set<String> looked, @Nullable Set<RunPlace> only) throws SourceException {
        Losses losses = new Losses(root, index, ledger, policy.retentionYears(), now);
        List<RunPlace> gone = losses.among(looked, there, only);
        if (!gone.isEmpty()) {
            List<Finding> findings = new ArrayList<>(losses.findings(gone));
            Versions versions = new Versions(root, desk, bundles.limits(), store, index);
            findings.addAll(versions.withdrawn(gone));
            store.write(connection -> {
                for (RunPlace place : gone) {
                    new IndexTable(connection).vanished(place, now);
                }
                newFindings += new FindingTable(connection).add(findings, now);
            });
            gone.forEach(index::vanished);
        }
        return gone.size();
    }
}
