// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every source of every module says its licence in its first line. */
class LicenceTest {
    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0";

    @Test
    void everySourceSaysItsLicence() throws IOException {
        for (String module : List.of("core", "resources", "app")) {
            assertThat(silent(Path.of("..", module, "src"))).isEmpty();
        }
    }

    @Test
    void aSourceWithoutIsSeen(@TempDir Path directory) throws IOException {
        Path bare = Files.writeString(directory.resolve("Bare.java"), "package planted;\n");
        Files.writeString(directory.resolve("Good.java"), LICENCE + "\n\npackage planted;\n");
        assertThat(silent(directory)).containsExactly(bare);
    }

    private static List<Path> silent(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            return sources.stream().filter(source -> !firstLine(source).equals(LICENCE)).toList();
        }
    }

    private static String firstLine(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
