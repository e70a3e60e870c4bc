// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// No command adds a file to a run or a bag that is looked at: it would not be what it was.
class OutsideEvidenceTest extends MadeBundles {
    private static final String FILES =
            """
            report RUN --csv OUT
            report RUN --html OUT
            reperform RUN --out OUT
            checkpoint RUN --out OUT
            recover RUN --out OUT
            checkpoint export --workspace DESK --out OUT
            ledger DESK export --out OUT
            checkpoint key OUT --name example.com/desk
            approve RUN --identity a --keystore k --response OUT
            make-key OUT --name Ann --email ann@example.com
            make-key DESK/k.p12 --name A --email a@example.com --pin-file PIN --certificate OUT
            """;

    private static final String FOLDERS =
            """
            verify-approval RUN --export OUT
            demo OUT
            bundle create RUN --out OUT
            """;

    @BeforeEach
    void aDesk() throws IOException {
        Files.createDirectories(dir.resolve("desk/runs"));
        Files.writeString(dir.resolve("desk/policy.json"), policy());
        Files.writeString(dir.resolve("pin"), "a pin that is long enough");
    }

    static Stream<String> files() {
        return FILES.lines();
    }

    static Stream<String> folders() {
        return FOLDERS.lines();
    }

    private Session session(String command, Path run, Path out) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(
                    word.replace("RUN", run.toString())
                            .replace("OUT", out.toString())
                            .replace("DESK", dir.resolve("desk").toString())
                            .replace("PIN", dir.resolve("pin").toString()));
        }
        return Session.run(words.toArray(String[]::new));
    }

    private static Map<String, String> all(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                all.put(
                        file.toString(),
                        Files.isRegularFile(file) ? Files.readString(file) : "folder");
            }
        }
        return all;
    }

    private Path run() throws IOException {
        Path run = Files.createDirectory(dir.resolve("runs")).resolve(RUN);
        Folders.copy(SAMPLES.resolve(RUN), run);
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit.jsonl", "state.json"})
    void oneFileMakesNoRunDirectory(String name) throws IOException {
        Path run = run();
        Files.copy(run.resolve(name), dir.resolve(name));
        Path out = dir.resolve("out.zip");
        assertThat(session("bundle create RUN --out OUT", run, out).err()).isEmpty();
        assertThat(out).isNotEmptyFile();
    }

    private void refused(String command, Path run, Path out, String where) throws IOException {
        Map<String, String> before = all(run);
        Session session = session(command, run, out);
        assertThat(session.err())
                .isEqualTo(
                        "countersign: "
                                + out
                                + " lies in "
                                + where
                                + ", which would not be what it was any more: name a folder outside"
                                + " of it.\n");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(all(run)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("files")
    void noArtifactIsAdded(String command) throws IOException {
        Path run = run();
        Path artifacts = run.resolve("artifacts");
        refused(command, run, artifacts.resolve("out"), "the artifacts of a run, " + artifacts);
        assertThat(dir.resolve("desk/k.p12")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void noFolderAndNoBundleIsMadeInARun(String command) throws IOException {
        Path run = run();
        for (String out : List.of("out", "artifacts/out")) {
            refused(command, run, run.resolve(out), "a run directory, " + run);
        }
    }

    /// Whoever has a lone log has its checkpoint beside it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "report RUN --csv OUT",
                "reperform RUN --out OUT",
                "checkpoint RUN --out OUT",
                "checkpoint RUN/audit.jsonl --out OUT"
            })
    void besideALogIsNoArtifact(String command) throws IOException {
        Path run = run();
        assertThat(session(command, run, run.resolve("out")).err()).isEmpty();
        assertThat(run.resolve("out")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report RUN --csv OUT",
                "reperform RUN --out OUT",
                "checkpoint RUN --out OUT"
            })
    void nothingIsWrittenIntoABag(String command) throws IOException {
        Path bag = made("bag");
        Map<String, String> before = all(bag);
        Path run = bag.resolve("data/runs").resolve(RUN);
        Session session = session(command, run, bag.resolve("data/out"));
        assertThat(session.err())
                .startsWith("countersign: " + bag.resolve("data/out") + " lies in a bag, " + bag);
        assertThat(session.exit()).isEqualTo(2);
        assertThat(all(bag)).isEqualTo(before);
    }

    /// The folder itself is no file in it, and would be filled.
    @ParameterizedTest
    @ValueSource(strings = {"verify-approval RUN --export OUT", "demo OUT"})
    void noRunIsFilled(String command) throws IOException {
        Path run = dir.resolve(RUN);
        Folders.copy(SAMPLES.resolve(RUN), run);
        Map<String, String> before = all(run);
        assertThat(session(command, run, run))
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: "
                                        + run
                                        + " is a run directory, which would not be what it was any"
                                        + " more: name a folder outside of it.\n"));
        assertThat(all(run)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report RUN --csv OUT", "checkpoint RUN --out OUT"})
    void besideARunIsNotInIt(String command) throws IOException {
        Path run = dir.resolve(RUN);
        Folders.copy(SAMPLES.resolve(RUN), run);
        assertThat(session(command, run, dir.resolve("out")).err()).isEmpty();
        assertThat(dir.resolve("out")).isNotEmptyFile();
    }
}
