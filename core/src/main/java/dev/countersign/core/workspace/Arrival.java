// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.bundle.BundledRun;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What one bundle brought, on its way into the index: all of it or nothing, with the entry of the
/// ledger that a bundle was read first.
final class Arrival {
    private final RunPlace place;
    private final Marks marks;
    private final BundleTable.Known known;
    private final Instant now;
    private final List<Seen.Read> reads = new ArrayList<>();
    private final List<Provenance> brought = new ArrayList<>();
    private int newFindings;

    /// @param place of the bundle
    /// @param known what it will be known as
    Arrival(RunPlace place, Marks marks, BundleTable.Known known, Instant now) {
        this.place = place;
        this.marks = marks;
        this.known = known;
        this.now = now;
    }

    void add(BundledRun run, RunSnapshot snapshot, Seen.Read read) {
        reads.add(read);
        brought.add(provenance(run, snapshot));
    }

    List<Seen.Read> reads() {
        return reads;
    }

    private Provenance provenance(BundledRun run, RunSnapshot snapshot) {
        ChainReport chain = snapshot.chain();
        String sha256 = known.sha256();
        return new Provenance(
                snapshot.runId(),
                place.stored(),
                sha256 == null ? "" : sha256,
                run.folder(),
                chain == null ? null : chain.format().name(),
                chain == null ? 0 : chain.records(),
                chain == null ? null : chain.head(),
                chain != null && chain.verdict() == Verdict.INTACT,
                Instant.ofEpochSecond(0, marks.logModified()),
                now);
    }

    /// @return how many findings are new
    int write(
            Store store,
            SqliteLedgerStore ledger,
            Map<FirstDeadlines.Which, FirstDeadlines.Fixed> fresh)
            throws SourceException {
        List<Finding> findings = reads.stream().flatMap(run -> run.findings().stream()).toList();
        boolean _ =
                store.recorded(
                        ledger,
                        entry(),
                        c -> {
                            new DeadlineTable(c).add(fresh, now);
                            newFindings = new FindingTable(c).add(findings, now);
                            new IndexTable(c).write(reads);
                            new CheckpointTable(c).add(reads);
                            new BundleTable(c).put(place, known);
                            return new BundleTable(c).add(brought) > 0;
                        });
        return newFindings;
    }

    private LedgerEntry entry() {
        List<JsonValue> runs = new ArrayList<>();
        for (Provenance run : brought) {
            runs.add(
                    JsonValue.object()
                            .with("run_id", run.runId())
                            .with("records", run.records())
                            .with("head", run.head())
                            .build());
        }
        return LedgerEntry.of(
                        Raising.DESK, DeskAction.IMPORTED, new Resource("bundle", place.stored()))
                .with(
                        JsonValue.object()
                                .with("sha256", known.sha256())
                                .with("runs", new JsonArray(runs))
                                .build());
    }
}
