// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.database.Database;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Uses the database once as it is packed: on the module path, with what the modules there require
/// and nothing else, which no test sees. Run by the build; not a part of the product that anybody
/// calls. Not in {@link Training}: Java loads every class of its cache at every start, wanted or
/// not.
final class Trial {
    private Trial() {}

    /// Fails if a new workspace's ledger cannot be written, verified and asked.
    public static void main(String[] args) throws IOException, SourceException {
        Path workspace = Files.createTempDirectory("countersign-trial-");
        try {
            fill(workspace);
            ask("ledger", workspace.toString(), "verify");
            ask("ledger", workspace.toString(), "privileged", "--json");
        } finally {
            remove(workspace);
        }
    }

    private static void fill(Path workspace) throws SourceException {
        try (Database database = Database.open(workspace.resolve(Database.FILE))) {
            new SqliteLedgerStore(database, InstantSource.system(), UUID::randomUUID)
                    .append(
                            LedgerEntry.of(
                                    new Actor("trial", Actor.Type.SYSTEM),
                                    DeskAction.OPENED,
                                    new Resource("workspace", "trial")));
        }
    }

    private static void ask(String... words) {
        int exit = Countersign.run(InputStream.nullInputStream(), List.of(words));
        if (exit != 0) {
            throw new IllegalStateException(List.of(words) + " ended with " + exit);
        }
    }

    private static void remove(Path workspace) throws IOException {
        try (Stream<Path> files = Files.list(workspace)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(workspace);
    }
}
