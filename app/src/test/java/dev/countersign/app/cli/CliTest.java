// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line against its contract, on a run that the real producer wrote.
class CliTest {
    private static final Path RUN =
            Path.of("../core/src/test/resources/samples/change-approval-a165073a11bd");

    @TempDir Path dir;
    private List<String> lines = List.of();

    @BeforeEach
    void readTheRun() throws IOException {
        lines = Files.readAllLines(RUN.resolve("audit.jsonl"));
    }

    private Path write(String name, List<String> content) throws IOException {
        return Files.writeString(dir.resolve(name), String.join("\n", content) + "\n");
    }

    private List<String> edited(int line) {
        List<String> copy = new ArrayList<>(lines);
        copy.set(line, copy.get(line).replace("\"step\": \"", "\"step\": \"x"));
        return copy;
    }

    @Test
    void anIntactRunIsOneDocumentAndExitZero() {
        Session session = Session.run("verify", RUN.toString(), "--json");
        JsonObject d = session.document();
        assertThat(session.exit()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(d.members().stream().map(JsonValue.Member::key))
                .containsExactly(
                        "path",
                        "format",
                        "verdict",
                        "records",
                        "head",
                        "first",
                        "faults",
                        "fault_count",
                        "checkpoint",
                        "notes",
                        "channels",
                        "artifacts",
                        "trust_from");
        assertThat(d.string("path")).isEqualTo(RUN.toString());
        assertThat(d.string("verdict")).isEqualTo("intact");
        assertThat(d.get("records")).isEqualTo(JsonValue.of(lines.size()));
        assertThat(lines.getLast()).contains("\"hash\": \"" + d.string("head") + "\"");
        assertThat(d.get("first")).isEqualTo(JsonValue.JsonWord.NULL);
        assertThat(d.string("checkpoint")).isEqualTo("none");
        assertThat(String.valueOf(d.get("channels")))
                .isEqualTo(
                        "{\"integrity\": \"verified\", \"completeness\": \"not_checked\","
                                + " \"artifacts\": \"verified\", \"signature\": \"not_checked\","
                                + " \"trust\": \"not_checked\", \"policy\": \"not_checked\","
                                + " \"reperformance\": \"verified\", \"timeliness\":"
                                + " \"verified\"}");
    }

    @Test
    void oneChangedByteSaysWhere() throws IOException {
        Path log = write("edited.jsonl", edited(5));
        JsonObject d = Session.run("verify", log.toString(), "--json").document();
        long offset = String.join("\n", lines.subList(0, 5)).length() + 1L;
        assertThat(d.string("verdict")).isEqualTo("broken");
        assertThat(String.valueOf(d.get("first")))
                .isEqualTo(
                        "{\"record\": 5, \"line\": 6, \"offset\": "
                                + offset
                                + ", \"category\": \"content_modified\"}");
        assertThat(Session.list(d, "faults")).hasSize(1);
        assertThat(Session.run("verify", log.toString()).exit()).isEqualTo(1);
    }

    @Test
    void severalPathsAreSeveralDocumentsAndTheWorstExit() throws IOException {
        Path broken = write("edited.jsonl", edited(5));
        Path missing = dir.resolve("missing.jsonl");
        Session session =
                Session.run(
                        "verify", RUN.toString(), missing.toString(), broken.toString(), "--json");
        assertThat(session.exit()).isEqualTo(2);
        List<JsonObject> documents = session.documents();
        assertThat(documents.stream().map(d -> d.string("verdict")))
                .containsExactly("intact", null, "broken");
        assertThat(documents.get(1).string("error"))
                .isEqualTo(missing + " does not exist: check the path.");
        assertThat(session.err())
                .isEqualTo("countersign: " + missing + " does not exist: check the path.\n");
    }

    @Test
    void nothingIsNeverGood() throws IOException {
        Path empty = Files.createFile(dir.resolve("empty.jsonl"));
        Path folder = Files.createDirectory(dir.resolve("folder"));
        for (Path path : List.of(empty, folder)) {
            Session session = Session.run("verify", path.toString(), "--json");
            assertThat(session.exit()).isEqualTo(1);
            assertThat(session.document().string("verdict")).isEqualTo("empty");
            assertThat(((JsonObject) session.document().get("channels")).string("integrity"))
                    .isEqualTo("not_checked");
        }
    }

    @Test
    void aFolderOfRunsStandsForEachOfThem() {
        Session session = Session.run("verify", RUN.getParent().toString(), "--json");
        assertThat(session.exit()).isZero();
        assertThat(session.documents()).hasSize(24);
    }

    @ParameterizedTest
    @CsvSource({
        "verify,'verify needs a path: a log, a run directory, or several'",
        "verify --frob x,unknown option --frob",
        "verify x --format,option --format needs a value",
        "verify x --at --final,option --at needs a value",
        "verify x --at noon,--at noon is not an instant: write it as 2026-01-31T12:00:00Z",
        "verify x --json=yes,option --json takes no value",
        "queue x --at 1 --at=2,option --at is given twice",
        "queue x --state blocked --state running,option --state is given twice",
        "verify x --final,--incremental and --final need --checkpoint FILE",
        "verify x y --checkpoint c,a checkpoint is about one log: give one path",
        "verify x --checkpoint pom.xml,pom.xml is not a JSON object: give the file that"
                + " `countersign checkpoint` wrote",
        "canonical --profile Z,'there is no profile Z: give A, B or J'",
        "checkpoint,checkpoint takes one path: a log or a run directory",
        "checkpoint x --at noon,--at noon is not an instant: write it as 2026-01-31T12:00:00Z",
        "queue x --at +1000000000-12-31T23:59:59.999999999Z,"
                + "--at +1000000000-12-31T23:59:59.999999999Z is not in the years 1970 to 9999",
        "findings x --at +10000-01-01T00:00:00Z,"
                + "--at +10000-01-01T00:00:00Z is not in the years 1970 to 9999",
        "show x --at 1969-12-31T23:59:59.999999999Z,"
                + "--at 1969-12-31T23:59:59.999999999Z is not in the years 1970 to 9999"
    })
    void badUsageIsOneSentenceAndExitTwo(String words, String sentence) {
        Session session = Session.run(words.split(" "));
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .isEqualTo(
                        "countersign: " + sentence + ". `countersign help` shows what there is.\n");
    }

    @Test
    void canonicalAnswersLineByLine() {
        Session session =
                Session.withInput(
                        "{\"b\": 1e5, \"a\": \"é\"}\n\n[1,\n\"x\"", "canonical", "--profile", "B");
        assertThat(session.out()).isEqualTo("{\"a\":\"\\u00e9\",\"b\":100000.0}\n\n\n\"x\"\n");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err())
                .isEqualTo(
                        """
                        countersign: line 2 is empty.
                        countersign: line 3, byte 3: it ends in the middle of a value.
                        """);
    }

    @Test
    void aCheckpointSeesTheTailGoAndTheLogGrow() throws IOException {
        Path cp = dir.resolve("cp.json");
        Path log = write("log.jsonl", lines.subList(0, 20));
        Session taken = Session.run("checkpoint", log.toString(), "--out", cp.toString(), "--json");
        assertThat(taken.exit()).isZero();
        assertThat(Files.readString(cp)).isEqualTo(taken.out());
        assertThat(taken.document().string("taken_at")).isEqualTo("2026-11-21T10:00:00Z");

        assertThat(against(cp, 20)).isEqualTo("match 0");
        assertThat(against(cp, 25)).isEqualTo("grown 0");
        assertThat(against(cp, 19)).isEqualTo("tail_missing 1");
        assertThat(against(cp, 25, "--final")).isEqualTo("tail_appended 1");
        assertThat(against(cp, 25, "--incremental")).isEqualTo("grown 0");
        Path other = RUN.resolveSibling("change-approval-0da804633cdb").resolve("audit.jsonl");
        assertThat(
                        Session.run(
                                        "verify",
                                        other.toString(),
                                        "--checkpoint",
                                        cp.toString(),
                                        "--json")
                                .document()
                                .string("checkpoint"))
                .isEqualTo("head_mismatch");
    }

    private String against(Path cp, int records, String... more) throws IOException {
        Path log = write("now.jsonl", lines.subList(0, records));
        List<String> words =
                new ArrayList<>(
                        List.of("verify", log.toString(), "--json", "--checkpoint", cp.toString()));
        words.addAll(List.of(more));
        Session session = Session.run(words.toArray(String[]::new));
        return session.document().string("checkpoint") + " " + session.exit();
    }

    @Test
    void aCheckpointNeverReplacesWhatSpeaksAgainstTheLog() throws IOException {
        Path cp = dir.resolve("cp.json");
        Path log = write("log.jsonl", lines.subList(0, 20));
        Session.run("checkpoint", log.toString(), "--out", cp.toString());
        byte[] before = Files.readAllBytes(cp);
        Path cut = write("cut.jsonl", lines.subList(0, 15));
        Session refused = Session.run("checkpoint", cut.toString(), "--out", cp.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("it was left as it is");
        assertThat(cp).hasBinaryContent(before);
        assertThat(Session.run("checkpoint", log.toString(), "--out", log.toString()).exit())
                .isEqualTo(2);
        assertThat(Files.readAllLines(log)).isEqualTo(lines.subList(0, 20));
    }

    @Test
    void noCheckpointOfABrokenLog() throws IOException {
        Path log = write("edited.jsonl", edited(5));
        Path cp = dir.resolve("cp.json");
        Session session = Session.run("checkpoint", log.toString(), "--out", cp.toString());
        assertThat(session.exit()).isEqualTo(1);
        assertThat(cp).doesNotExist();
    }

    @Test
    void aSegmentStartsInMidChain() throws IOException {
        Path log = write("segment.jsonl", lines.subList(5, 12));
        assertThat(Session.run("verify", log.toString()).exit()).isEqualTo(1);
        JsonObject d = Session.run("verify", log.toString(), "--segment", "--json").document();
        assertThat(d.string("verdict")).isEqualTo("intact");
        assertThat(String.valueOf(d.get("notes"))).contains("starts_mid_chain");
    }

    @Test
    void hashesListsEveryComputedHash() {
        JsonObject d = Session.run("verify", RUN.toString(), "--json", "--hashes").document();
        List<JsonValue> computed = Session.list(d, "computed");
        assertThat(computed).hasSize(lines.size());
        assertThat(computed.getLast()).isEqualTo(d.get("head"));
    }

    @Test
    void aDescribedFormatIsRead() throws IOException {
        Path format =
                Files.writeString(
                        dir.resolve("format.json"),
                        "{\"name\": \"mine\", \"hash_field\": \"hash\", \"prev_field\": \"prev\","
                                + " \"genesis\": \"genesis\", \"profile\": \"A\"}");
        JsonObject d =
                Session.run("verify", RUN.toString(), "--format", format.toString(), "--json")
                        .document();
        assertThat(d.string("format")).isEqualTo("mine");
        assertThat(d.string("verdict")).isEqualTo("intact");
    }

    @Test
    void theWordForPeopleNeverSaysIntactAgainstACheckpoint() throws IOException {
        Path cp = dir.resolve("cp.json");
        Path log = write("log.jsonl", lines.subList(0, 20));
        Session.run("checkpoint", log.toString(), "--out", cp.toString());
        Path cut = write("cut.jsonl", lines.subList(0, 19));
        Session session = Session.run("verify", cut.toString(), "--checkpoint", cp.toString());
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out())
                .startsWith(
                        "incomplete "
                                + cut
                                + "\n"
                                + "          Records that the checkpoint has seen are missing at"
                                + " the end.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show",
                "queue",
                "findings",
                "reperform",
                "checkpoint",
                "recover",
                "verify-approval",
                "finish",
                "report --pdf x.pdf",
                "sample --period 2026-01 --rate 1 --seed 7",
                "run change-approval --root . --payload",
                "approve --identity ann --keystore ann.p12",
                "bundle create --out x.zip",
                "bundle provenance",
                "demo nowhere/at",
                "canonical --profile"
            })
    void whatCannotBeDoneIsADocumentToo(String words) {
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        all.addAll(List.of(dir.resolve("none").toString(), "--json"));
        Session session = Session.run(all.toArray(String[]::new));
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).startsWith("countersign: ").hasLineCount(1);
        assertThat(session.document().string("error"))
                .isEqualTo(session.err().strip().substring("countersign: ".length()));
    }
}
