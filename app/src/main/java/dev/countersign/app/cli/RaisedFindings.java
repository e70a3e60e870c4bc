// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Workspace;

import java.util.UUID;

/// Takes findings to the ledger and the outbox.
final class RaisedFindings {
    private RaisedFindings() {}

    static void raise(Workspace workspace, Console console) throws SourceException {
        workspace.raise(
                new SqliteLedgerStore(workspace.database(), console.now(), UUID::randomUUID));
    }
}
