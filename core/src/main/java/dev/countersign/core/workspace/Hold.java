// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// That somebody put a run on hold: its workflow is asked to stop, and it is kept, whatever its
/// retention says (CLOCKS: a hold stops deletion, never a clock). The ledger has it.
///
/// @param runId the run
/// @param by who did
/// @param at when, as the ledger has it
/// @param reason why
/// @param head of the chain when that was looked at, if it had one
public record Hold(String runId, String by, String at, String reason, @Nullable String head) {
    private static final String RUN = "run";
    private static final String REASON = "reason";
    private static final String HEAD = "head";

    /// Those of a run, the earliest first.
    ///
    /// @throws SourceException if the ledger cannot be read
    static List<Hold> of(LedgerStore ledger, String runId) throws SourceException {
        LedgerQuery query =
                LedgerQuery.ALL
                        .byAction(DeskAction.HELD.word())
                        .byResource(new Resource(RUN, runId));
        return ledger.find(query).stream().map(Hold::of).toList();
    }

    private static Hold of(LedgerEvent event) {
        JsonObject details = event.details();
        String reason = details.string(REASON);
        return new Hold(
                event.resourceId(),
                event.actorId(),
                event.timestamp(),
                reason == null ? "" : reason,
                details.string(HEAD));
    }
}
