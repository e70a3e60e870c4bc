// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.database.Database;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.source.SourceException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What was seen of the runs' logs: by this desk, whenever it read one, and by others, whose
/// checkpoints came here as files. All of it is append-only, and compared at every later reading.
///
/// Blocking. May be used by several threads.
public final class Testimony {
    private final Desk desk;
    private final Store store;
    private final SqliteLedgerStore ledger;
    private final Index index;
    private final Object scanning;

    /// @param scanning held while runs are read
    Testimony(Desk desk, Store store, SqliteLedgerStore ledger, Index index, Object scanning) {
        this.desk = desk;
        this.store = store;
        this.ledger = ledger;
        this.index = index;
        this.scanning = scanning;
    }

    /// All that was seen, by run id, as {@link #own} and {@link #others}.
    ///
    /// @param own what this desk has seen
    /// @param others what other witnesses have seen
    public record Kept(
            SortedMap<String, List<Checkpoint>> own, Map<String, List<Witnessed>> others) {
        /// Nothing was seen.
        public static final Kept NOTHING = new Kept(new TreeMap<>(), Map.of());

        public Kept {
            own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
            others = Map.copyOf(others);
        }

        /// Who has seen the log of a run.
        public Sightings of(String run) {
            return new Sightings(
                    own.getOrDefault(run, List.of()), others.getOrDefault(run, List.of()));
        }
    }

    /// What a desk keeps, without opening all of its workspace: nothing is looked at.
    ///
    /// @throws SourceException if there is none, or its database cannot be read
    public static Kept of(WorkspaceFolder folder) throws SourceException {
        try (Database database = Database.openExisting(folder.database())) {
            return kept(new Store(database));
        }
    }

    /// All that was seen.
    public Kept kept() throws SourceException {
        return kept(store);
    }

    private static Kept kept(Store store) throws SourceException {
        return store.read(c -> new Kept(new CheckpointTable(c).all(), new WitnessTable(c).all()));
    }

    /// Every checkpoint that this desk took, by run id, the shortest log first. There is another
    /// one only where the log had changed.
    public SortedMap<String, List<Checkpoint>> own() throws SourceException {
        return store.read(c -> new CheckpointTable(c).all());
    }

    /// What others have seen, by run id.
    public Map<String, List<Witnessed>> others() throws SourceException {
        return store.read(c -> new WitnessTable(c).all());
    }

    /// Who has seen the log of a run.
    public Sightings of(String run) throws SourceException {
        return store.read(c ->
                new Sightings(
                        new CheckpointTable(c).of(run),
                        new WitnessTable(c).all().getOrDefault(run, List.of())));
    }

    /// Takes in what others have seen, in one transaction with its record in the ledger. The runs
    /// are read again at the next {@link Workspace#scan}, which finds what disagrees.
    ///
    /// @param who imports it
    /// @return how many were not known
    public int take(List<Witnessed> seen, Actor who) throws SourceException {
        if (seen.isEmpty()) {
            return 0;
        }
        Instant now = desk.clock().instant();
        LedgerEntry entry = entry(seen, who);
        AtomicInteger added = new AtomicInteger();
        synchronized (scanning) {
            store.recorded(
                    ledger,
                    entry,
                    c -> {
                        added.set(new WitnessTable(c).add(seen, now));
                        return added.get() > 0;
                    });
            Set<String> runs = new HashSet<>();
            seen.forEach(one -> runs.add(one.runId()));
            index.forgetMarks(runs);
        }
        return added.get();
    }

    private static LedgerEntry entry(List<Witnessed> seen, Actor who) {
        List<JsonValue> what = new ArrayList<>();
        seen.forEach(one -> what.add(evidence(one)));
        Resource file = new Resource("checkpoint", seen.getFirst().fileSha256());
        return LedgerEntry.of(who, DeskAction.IMPORTED, file)
                .with(JsonValue.object().with("checkpoints", new JsonArray(what)).build());
    }

    private static JsonObject evidence(Witnessed one) {
        return JsonValue.object()
                .with("run_id", one.runId())
                .with("witness", one.witness())
                .with("records", one.checkpoint().records())
                .with("head", one.checkpoint().head())
                .with("taken_at", one.checkpoint().takenAt())
                .build();
    }
}
