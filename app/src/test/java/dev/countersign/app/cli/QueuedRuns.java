// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Copies of sample runs for `queue`.
abstract class QueuedRuns {
    static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    static final String AWAITING = "change-approval-0155cb2f963b";
    static final String COMPLETED = "change-approval-0da804633cdb";

    /// The console's clock; `--at` is not given where an act is wanted.
    static final String NOW = "2026-11-21T10:00:00Z";

    @TempDir Path dir;

    Path copy(String name) throws IOException {
        return Folders.copy(SAMPLES.resolve(name), dir.resolve("runs").resolve(name));
    }

    static List<String> keys(JsonValue value) {
        return ((JsonObject) value).members().stream().map(JsonValue.Member::key).toList();
    }

    List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
