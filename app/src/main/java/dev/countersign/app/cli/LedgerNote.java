// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.database.Database;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// Puts what was done into the ledger of the workspace that `--workspace` names, before it is told.
/// Without the option nothing is written: nobody asked for it.
final class LedgerNote {

    private LedgerNote() {}

    /// @throws SourceException if it could not be recorded: then it does not count as done
    static void of(
            Arguments arguments,
            Console console,
            DeskAction action,
            Resource what,
            JsonObject details)
            throws UsageException, SourceException {
        var _ = in(named(arguments), console, LedgerEntry.of(person(), action, what).with(details));
    }

    /// The workspace that was asked to record; null if none was.
    static @Nullable WorkspaceFolder named(Arguments arguments) throws UsageException {
        String named = arguments.value(WorkspaceOption.NAME);
        return named == null ? null : new WorkspaceFolder(Options.path(named));
    }

    /// Who sits at this computer.
    static Actor person() {
        return new Actor(System.getProperty("user.name", "unknown"), Actor.Type.USER);
    }

    /// Puts an entry about what is done already, and stays done, into the ledger of a workspace. If
    /// it cannot be recorded, that is said.
    ///
    /// @param folder null, or no workspace: nothing is recorded
    static void afterwards(@Nullable WorkspaceFolder folder, Console console, LedgerEntry entry) {
        try {
            var _ = in(folder, console, entry);
        } catch (SourceException e) {
            console.complain(
                    "It is done, but the ledger of this desk does not have it: " + e.getMessage());
        }
    }

    /// Puts an entry into the ledger of a workspace.
    ///
    /// @param folder null, or no workspace: nothing is recorded
    /// @return what stands there now; null if nothing was recorded
    /// @throws SourceException if it could not be recorded: then it does not count as done
    static @Nullable LedgerEvent in(
            @Nullable WorkspaceFolder folder, Console console, LedgerEntry entry)
            throws SourceException {
        if (folder == null || !folder.nameable()) {
            return null;
        }
        if (!folder.writable()) {
            console.err().println(folder.root() + " cannot be written: this is not recorded.");
            return null;
        }
        folder.checkDatabase();
        try (Database database = Database.open(folder.database())) {
            return new SqliteLedgerStore(database, console.now(), UUID::randomUUID).append(entry);
        }
    }
}
