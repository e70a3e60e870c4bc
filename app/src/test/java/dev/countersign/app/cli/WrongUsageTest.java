// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What cannot be done is said in one sentence that names it, and in one document.
class WrongUsageTest {
    private static final Path RUN =
            Path.of("../core/src/test/resources/samples/change-approval-a165073a11bd");
    private static final String HELP = ". `countersign help` shows what there is.";

    @TempDir Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify RUN --at yesterday | --at yesterday is not an instant: write it as"
                        + " 2026-01-31T12:00:00Z HELP",
                "verify RUN --format Z | --format Z is none of auto, A, B and J, nor a file that"
                        + " describes a format HELP",
                "verify RUN --trust DIR/file"
                        + " | DIR/file is no folder: --trust takes one of certificates HELP",
                "bundle create RUN --out DIR/b.zip --trust /dev/null"
                        + " | /dev/null is no folder: --trust takes one of certificates HELP",
                "sample DIR --period -2026-11 --rate 1 --seed 1"
                        + " | --period -2026-11 is not a month: write it as 2026-03 HELP",
                "checkpoint RUN --out DIR | DIR is not a regular file: give the file itself.",
                "checkpoint RUN --out DIR/no/c.json"
                        + " | DIR/no/c.json cannot be written: there is no folder DIR/no.",
                "reperform RUN --out DIR | DIR cannot be written: it is a folder.",
                "report RUN --csv DIR/no/r.csv"
                        + " | DIR/no/r.csv cannot be written: there is no folder DIR/no.",
                "approve DIR/no --identity ann | DIR/no does not exist: check the path.",
                "dispose DIR/no --identity ann --disposition x"
                        + " | DIR/no does not exist: check the path.",
                "verify-approval DIR/no | DIR/no does not exist: check the path.",
                "finish DIR/no | DIR/no does not exist: check the path.",
                "sample evaluate --confidence 95 --sample 10 --deviations 20"
                        + " | deviations are 0 to the size of the sample HELP",
                "sample size --confidence x --tolerable 5"
                        + " | --confidence takes a percentage, such as 95 or 0.5 HELP",
            })
    void isOneSentence(String words, String sentence) throws Exception {
        Files.writeString(dir.resolve("file"), "hello\n");
        String said = real(sentence).replace(" HELP", HELP);
        assertThat(run(words)).isEqualTo(new Session(2, "", "countersign: " + said + "\n"));
        assertThat(run(words + " --json")).isEqualTo(Session.refused(said));
    }

    @Test
    void helpOfACommandIsOfThatCommand() {
        String help = Session.run("finish", "--help").out();
        assertThat(help)
                .isEqualTo(
                        """
                        countersign finish RUN            writes the approval that a crash kept from state.json
                        --json prints one JSON document for each path; of what cannot be done it has `error`. --at INSTANT fixes "now".
                        Exit 0: done. 1: done, and the answer is negative. 2: could not be done.
                        """);
        assertThat(Session.run("help", "finish").out()).isEqualTo(help);
        assertThat(Session.run("reject", "--help").out())
                .startsWith("countersign approve RUN")
                .contains("--rationale T");
        assertThat(Session.run("help").out()).contains(help.lines().findFirst().orElseThrow());
    }

    @Test
    void aFolderThatIsCalledLikeACommandIsOpenedAsAFolder() {
        assertThat(DemoCommand.word(Path.of("demo"))).isEqualTo("./demo");
        assertThat(DemoCommand.word(Path.of("try"))).isEqualTo("try");
    }

    private Session run(String words) {
        return Session.run(Stream.of(words.split(" ")).map(this::real).toArray(String[]::new));
    }

    private String real(String text) {
        return text.replace("RUN", RUN.toString()).replace("DIR", dir.toString());
    }
}
