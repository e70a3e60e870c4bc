// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes in the checkpoints of others.
record Witnessing(Desk desk, Store store, SqliteLedgerStore ledger, Index index) {
    int take(List<Witnessed> seen, Actor who) throws SourceException {
        if (seen.isEmpty()) {
            return 0;
        }
        Instant now = desk.clock().instant();
        List<JsonValue> what = new ArrayList<>();
        Set<String> runs = new HashSet<>();
        for (Witnessed one : seen) {
            what.add(evidence(one));
            runs.add(one.runId());
        }
        LedgerEntry entry =
                LedgerEntry.of(
                                who,
                                DeskAction.IMPORTED,
                                new Resource("checkpoint", seen.getFirst().fileSha256()))
                        .with(JsonValue.object().with("checkpoints", new JsonArray(what)).build());
        AtomicInteger added = new AtomicInteger();
        store.recorded(
                ledger,
                entry,
                c -> {
                    added.set(new WitnessTable(c).add(seen, now));
                    return added.get() > 0;
                });
        index.forgetMarks(runs);
        return added.get();
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
