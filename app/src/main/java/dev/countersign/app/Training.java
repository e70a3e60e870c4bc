// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.database.Database;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.source.SourceException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Does once what short commands do, while the build records which classes that needs: they start
/// from that record (JEP 483, 514). Not a part of the product that anybody calls.
final class Training {
    private Training() {}

    /// @param args the folder of the log to train on
    public static void main(String[] args) throws IOException, SourceException {
        String log = args[0];
        Path workspace = Files.createTempDirectory("countersign-training-");
        try {
            fill(workspace);
            run(log, workspace.toString());
        } finally {
            try (Stream<Path> files = Files.list(workspace)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(workspace);
        }
    }

    private static void run(String log, String workspace) {
        var text = new ByteArrayInputStream("{\"b\": 1.5}\n".getBytes(StandardCharsets.UTF_8));
        for (List<String> command :
                List.of(
                        List.of("verify", log),
                        List.of("verify", log, "--json"),
                        List.of("checkpoint", log),
                        List.of("canonical"),
                        List.of("ledger", workspace, "verify"),
                        List.of("ledger", workspace, "privileged", "--json"))) {
            int exit = Countersign.run(text, command);
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
        }
    }

    /// A workspace whose ledger has an event. Also shows that the database works as it is packed:
    /// on the module path, with what the modules there require and nothing else.
    private static void fill(Path workspace) throws SourceException {
        try (Database database = Database.open(workspace.resolve(Database.FILE))) {
            new SqliteLedgerStore(database, InstantSource.system(), UUID::randomUUID)
                    .append(
                            LedgerEntry.of(
                                    new Actor("training", Actor.Type.SYSTEM),
                                    DeskAction.OPENED,
                                    new Resource("workspace", "training")));
        }
    }
}
