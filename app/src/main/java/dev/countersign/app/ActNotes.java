// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.signing.ActEntries;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SourceException;

import java.util.List;

/// What the ledger hears of acts that are signed in a log, and of those that were not allowed.
///
/// @param access whose ledger
record ActNotes(WorkspaceAccess access) {
    ActEntries entries() {
        return new ActEntries(access.person());
    }

    /// Somebody was not allowed to sign.
    SignEnd denied(SignOrder order, List<Obstacle> obstacles) throws SourceException {
        note(entries().denied(order.subject().runId(), order.act(), order.identity(), obstacles));
        return new SignEnd.Obstructed(obstacles);
    }

    /// Somebody signed.
    ///
    /// @return what went wrong with the ledger; empty if nothing did
    String signed(SignOrder order, SignedEntry entry, String head) {
        try {
            note(entries().signed(entry, head, order.key().place().toString()));
            return "";
        } catch (SourceException e) {
            return "The ledger of this desk does not have it: " + e.getMessage();
        }
    }

    private void note(LedgerEntry entry) throws SourceException {
        var _ = access.with(workspace -> workspace.ledger().append(entry));
    }
}
