// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.UUID;

/// The workspace of the folder that is open, for screens that look now and then: it is opened for
/// one act and closed again, so that nobody sees an index of yesterday.
final class WorkspaceAccess {
    private final Path userData;
    private final Desk desk;
    private final String actor;
    private volatile @Nullable Path folder;

    /// What is done with an open workspace.
    ///
    /// @param <T> what comes out
    interface Act<T> {
        T in(Workspace workspace) throws SourceException;
    }

    /// @param userData where workspaces of other people's folders are kept
    /// @param desk clock and threads for reading
    /// @param actor who does what is done here
    WorkspaceAccess(Path userData, Desk desk, String actor) {
        this.userData = userData;
        this.desk = desk;
        this.actor = actor;
    }

    /// From now on it is this folder.
    void opened(Path path) {
        folder = path;
    }

    /// Clock and threads.
    Desk desk() {
        return desk;
    }

    /// Does something with the workspace; null where no folder is open.
    <T> @Nullable T with(Act<T> act) throws SourceException {
        Path path = folder;
        if (path == null) {
            return null;
        }
        try (Workspace workspace = open(path, userData, desk)) {
            return act.in(workspace);
        }
    }

    /// The workspace of a folder: the one around it if it can be written, else one of its own in
    /// the user's data directory.
    static Workspace open(Path path, Path userData, Desk desk) throws SourceException {
        WorkspaceFolder own = WorkspaceFolder.around(path);
        return own != null && own.writable()
                ? Workspace.open(own, desk)
                : Workspace.openFor(own == null ? path : own.runs(), userData, desk);
    }

    /// Its ledger.
    LedgerStore ledger(Workspace workspace) {
        return new SqliteLedgerStore(workspace.database(), desk.clock(), UUID::randomUUID);
    }

    /// Puts an act into the ledger.
    void record(Workspace workspace, DeskAction action, Resource resource, JsonObject details)
            throws SourceException {
        Actor person = new Actor(actor, Actor.Type.USER);
        ledger(workspace).append(LedgerEntry.of(person, action, resource).with(details));
    }
}
