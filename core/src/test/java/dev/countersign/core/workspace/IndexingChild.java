// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Cancellation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Another process that indexes a workspace and raises what it finds; says so at each stage. */
final class IndexingChild {
    private IndexingChild() {}

    /** The workspace, the instant, how often to read everything. */
    public static void main(String[] args) throws Exception {
        Instant now = Instant.parse(args[1]);
        // a moment between batches, so that a kill falls between them, too
        Desk desk =
                new Desk(
                        Runnable::run,
                        1,
                        InstantSource.fixed(now),
                        Duration.ZERO,
                        UUID::randomUUID);
        System.out.println("started");
        try (Workspace workspace = Workspace.open(new WorkspaceFolder(Path.of(args[0])), desk)) {
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                workspace.rebuild(
                        (done, total, records, faulty) -> System.out.println("reading"),
                        Cancellation.NEVER);
                workspace.raise();
            }
        }
        System.out.println("done");
    }
}
