// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs that no bundle is made of, or not so.
class BundleCreateTest extends MadeBundles {
    private Session create(Path... runs) {
        List<String> words = new ArrayList<>(List.of("bundle", "create"));
        for (Path run : runs) {
            words.add(run.toString());
        }
        words.addAll(List.of("--out", dir.resolve("new.zip").toString()));
        return Session.run(words.toArray(String[]::new));
    }

    /// It was made, and refused as soon as it was to be verified.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:b | has a character in its name that not every system can write",
                "nul.run | is the name of a device on some systems"
            })
    @DisabledOnOs(OS.WINDOWS)
    void aBundleThatNobodyCouldOpenIsNotMade(String name, String why) throws IOException {
        Session session = create(Folders.copy(SAMPLES.resolve(RUN), dir.resolve(name)));
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err())
                .startsWith(
                        "countersign: "
                                + dir.resolve("new.zip")
                                + " was not made, for nobody could open it: \"bundle/data/")
                .contains(why);
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left.map(Path::getFileName)).containsExactly(Path.of(name));
        }
    }

    @Test
    void aRunThatIsNamedTwiceIsSaidToBe() {
        Path run = SAMPLES.resolve(RUN);
        assertThat(create(run, SAMPLES.resolve(".").resolve(RUN)))
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: "
                                        + SAMPLES.resolve(".").resolve(RUN)
                                        + " is named twice: name it once.\n"));
        assertThat(create(made("b.zip").resolve("run")).err())
                .contains("b.zip/run lies in an archive: extract it");
    }
}
