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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Uses the database once as it is packed: on the module path, with what the modules there require
/// and nothing else, which no test sees. Run by the build; not a part of the product that anybody
/// calls. Not in {@link Training}: Java loads every class of its cache at every start, wanted or
/// not. So the commands of the desk have a cache of their own, recorded here.
final class Trial {
    private static final String DESK = "desk";
    private static final String MIGRATION = "migration";
    private static final int INDEXINGS = 10;

    private Trial() {}

    /// Fails if a new workspace's ledger cannot be written, verified and asked, the demo cannot be
    /// made, indexed and asked, or an older database cannot be migrated.
    ///
    /// @param args `desk` for all but the last, which wakes a library that short commands leave
    ///   alone, `migration` for the last, nothing for both
    public static void main(String[] args) throws IOException, SourceException {
        List<String> parts = args.length == 0 ? List.of(DESK, MIGRATION) : List.of(args);
        Path workspace = Files.createTempDirectory("countersign-trial-");
        try {
            if (parts.contains(DESK)) {
                fill(workspace);
                ask("ledger", workspace.toString(), "verify");
                ask("ledger", workspace.toString(), "privileged", "--json");
                ask("queue", workspace.toString(), "--json");
                desk(workspace.resolve("demo"));
            }
            if (parts.contains(MIGRATION)) {
                // there and of no version: oldest of all
                Database.open(Files.createFile(workspace.resolve("older.db"))).close();
            }
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

    /// New to the index, and known to it; the former so often that whatever reads a run is busy:
    /// which methods were compiled is recorded, and those are compiled first at each start. Every
    /// run is shown: they are of all kinds.
    private static void desk(Path demo) throws IOException {
        ask("demo", demo.toString());
        for (int i = 0; i < INDEXINGS; i++) {
            Files.deleteIfExists(demo.resolve(Database.FILE));
            ask("queue", demo.toString(), "--json");
        }
        List<Path> runs;
        try (Stream<Path> all = Files.list(demo.resolve("runs"))) {
            runs = all.sorted().toList();
        }
        for (String format : List.of("--json", "--at=2026-01-01T00:00:00Z")) {
            ask("queue", demo.toString(), format);
            ask("findings", demo.toString(), format);
            runs.forEach(run -> ask("show", run.toString(), format));
        }
    }

    private static void ask(String... words) {
        int exit = Countersign.run(InputStream.nullInputStream(), List.of(words));
        if (exit > 1) {
            throw new IllegalStateException(List.of(words) + " ended with " + exit);
        }
    }

    private static void remove(Path workspace) throws IOException {
        try (Stream<Path> files = Files.walk(workspace)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
