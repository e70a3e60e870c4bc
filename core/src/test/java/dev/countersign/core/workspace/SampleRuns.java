// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Real runs, copied to where a test may spoil them. */
final class SampleRuns {
    static final Path SAMPLES = Path.of("src", "test", "resources", "samples");

    /** Finished, awaiting an approval, blocked by the gate. */
    static final String COMPLETED = "change-approval-0da804633cdb";

    static final String AWAITING = "change-approval-0155cb2f963b";
    static final String BLOCKED = "change-approval-b31b90463aba";

    /** An hour after the samples were made, so that no deadline is over. */
    static final Instant NOW = Instant.parse("2026-11-21T02:30:00Z");

    private SampleRuns() {}

    static Path copy(String name, Path folder) {
        Path from = SAMPLES.resolve(name);
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(file));
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workspace whose runs are these. */
    static WorkspaceFolder workspace(Path root, String... names) throws IOException {
        Files.createDirectories(root.resolve("runs"));
        for (String name : names) {
            copy(name, root.resolve("runs"));
        }
        return new WorkspaceFolder(root);
    }

    static Desk desk(Instant now) {
        return new Desk(
                Runnable::run, 1, InstantSource.fixed(now), Duration.ZERO, UUID::randomUUID);
    }

    static ScanReport scan(Workspace workspace) throws Exception {
        return workspace.scan(Progress.NONE, Cancellation.NEVER);
    }

    static List<String> lines(Path run) throws IOException {
        return Files.readAllLines(run.resolve("audit.jsonl"));
    }

    static void write(Path run, List<String> lines) throws IOException {
        Files.writeString(run.resolve("audit.jsonl"), String.join("\n", lines) + "\n");
    }
}
