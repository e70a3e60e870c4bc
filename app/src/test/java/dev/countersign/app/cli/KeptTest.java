// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogLine;
import dev.countersign.core.testkit.SlowJson;
import dev.countersign.core.testkit.SlowValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What the desk of a workspace has seen of a run, at the command line.
class KeptTest {
    private static final String RUN = "change-approval-0da804633cdb";
    private static final Path SAMPLE =
            Path.of("..", "core", "src", "test", "resources", "samples", RUN, "audit.jsonl");
    private static final Path POLICY =
            Path.of(
                    "..",
                    "resources",
                    "src",
                    "main",
                    "resources",
                    "dev",
                    "countersign",
                    "resources",
                    "policy",
                    "default-policy.json");

    @TempDir Path folder;
    private Path log = Path.of("");
    private List<String> lines = List.of();

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeEach
    void seenAfterNineAndTwentyRecords() throws IOException {
        log = Files.createDirectories(folder.resolve("runs").resolve(RUN)).resolve("audit.jsonl");
        lines = Files.readAllLines(SAMPLE);
        // which makes the folder a workspace
        Files.copy(POLICY, folder.resolve("policy.json"));
        for (int records : List.of(9, 20)) {
            write(records);
            assertThat(Session.run(export("x" + records)).err()).isEmpty();
        }
    }

    private void write(int records) throws IOException {
        Files.write(log, lines.subList(0, records));
    }

    private Session verify(String... more) {
        String[] words = {"verify", log.getParent().toString(), "--workspace", folder.toString()};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Session.run(all);
    }

    private static JsonObject kept(Session session) {
        return (JsonObject) java.util.Objects.requireNonNull(session.document().get("kept"));
    }

    @Test
    void aWorkspaceThatNeverLookedHasKeptNothing() throws IOException {
        Path fresh = Files.createDirectory(folder.resolve("fresh"));
        Files.copy(POLICY, fresh.resolve("policy.json"));
        Session told =
                Session.run("verify", log.toString(), "--workspace", fresh.toString(), "--json");
        assertThat(told.exit()).isZero();
        assertThat(told.document().get("kept")).isNull();
    }

    @Test
    void aLogThatGrewAgreesWithAll() throws IOException {
        write(23);
        Session told = verify("--json");
        assertThat(told.document().string("checkpoint")).isEqualTo("grown");
        assertThat(kept(told).get("checkpoints")).isEqualTo(JsonValue.of(2));
        assertThat(kept(told).get("disagree")).isEqualTo(JsonValue.of(0));
        assertThat(verify().out())
                .contains("Kept here: 2 checkpoints, and the log agrees with all.");
    }

    @Test
    void aCutLogSaysUpToWhereItAgrees() throws IOException {
        write(12);
        Session told = verify("--json");
        assertThat(told.exit()).isEqualTo(1);
        assertThat(kept(told).get("disagree")).isEqualTo(JsonValue.of(1));
        assertThat(kept(told).string("checkpoint")).isEqualTo("tail_missing");
        assertThat(kept(told).get("agreed_records")).isEqualTo(JsonValue.of(9));
        assertThat(verify().out())
                .contains(
                        "of which 1 disagrees, since 2026-11-21T10:00:00Z; the log still agrees up"
                                + " to 9 records");
    }

    @Test
    void anEditThatLeftTheHashesAgreesOnlyBeforeIt() throws IOException {
        write(20);
        Files.writeString(
                log, Files.readString(log).replace("\"awaiting_approval\"", "\"waiting\""));
        Session told = verify("--json");
        assertThat(told.document().string("verdict")).isEqualTo("broken");
        assertThat(kept(told).text())
                .isEqualTo(
                        "{\"checkpoints\": 2, \"disagree\": 0, \"broken_before\": 1,"
                            + " \"checkpoint\": \"none\", \"since\": null, \"agreed_records\": 9,"
                            + " \"agreed_at\": \"2026-11-21T10:00:00Z\"}");
        assertThat(verify().out())
                .contains(
                        "Kept here: 2 checkpoints, of which one has its head in the log, which is"
                                + " broken up to there; the log still agrees up to 9 records");
    }

    @Test
    void theCheckpointThatIsGivenIsComparedAndTheKeptOnesToo() throws IOException {
        write(12);
        assertThat(Session.run("checkpoint", log.toString(), "--out", at("cut.json")).exit())
                .isZero();
        Session told = verify("--checkpoint", at("cut.json"), "--json");
        assertThat(told.document().string("checkpoint")).isEqualTo("match");
        assertThat(told.exit()).as("what is kept disagrees").isEqualTo(1);
    }

    @Test
    void aCopyIsComparedWithWhatThisDeskHasSeen() throws IOException {
        Files.write(folder.resolve("copy.jsonl"), lines.subList(0, 12));
        Session told =
                Session.run(
                        "compare",
                        at("copy.jsonl"),
                        log.toString(),
                        "--workspace",
                        folder.toString());
        assertThat(told.out())
                .contains(
                        "Checkpoint of this desk at 2026-11-21T10:00:00Z (20 records): this log"
                                + " ends before it, the other agrees.");
        assertThat(told.exit()).isEqualTo(1);
    }

    @Test
    void allOfItIsExportedOrTheLastOneAsANote() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("x20"))).hasSize(1);
        assertThat(Session.run(export("all", "--history")).out())
                .startsWith("2 checkpoints written");
        assertThat(Session.run("checkpoint", "key", at("key"), "--name", "desk").exit()).isZero();
        assertThat(Session.run(export("none", "--note", "--note-key", at("key"))).err())
                .contains("a note is of one checkpoint");
        Session note = Session.run(export("note", "--run", RUN, "--note", "--note-key", at("key")));
        assertThat(note.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("note"))).startsWith("desk\n20\n");
    }

    private String[] export(String name, String... more) {
        return with(
                new String[] {
                    "checkpoint", "export", "--workspace", folder.toString(), "--out", at(name)
                },
                more);
    }

    private static String[] with(String[] words, String... more) {
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    private Session bundled(String name) {
        Session made =
                Session.run("bundle", "create", log.getParent().toString(), "--out", at(name));
        assertThat(made.err()).isEmpty();
        return Session.run(
                "bundle", "verify", at(name), "--workspace", folder.toString(), "--json");
    }

    @Test
    void aBundleIsHeldAgainstWhatTheDeskHasSeenOfItsRuns() throws IOException {
        Session same = bundled("same.zip");
        JsonObject run = (JsonObject) Session.list(same.document(), "runs").getFirst();
        assertThat(((JsonObject) run.get("kept")).get("disagree")).isEqualTo(JsonValue.of(0));
        write(9);
        Session older = bundled("older.zip");
        assertThat(same.exit()).isZero();
        assertThat(older.exit()).as("as of a directory").isOne();
        assertThat(standing(same)).isEqualTo("match verified");
        assertThat(standing(older)).isEqualTo("tail_missing failed");
        assertThat(standing(verify("--json"))).isEqualTo("tail_missing failed");
        run = (JsonObject) Session.list(older.document(), "runs").getFirst();
        assertThat(((JsonObject) run.get("kept")).string("checkpoint")).isEqualTo("tail_missing");
        assertThat(
                        Session.run(
                                        "bundle",
                                        "verify",
                                        at("older.zip"),
                                        "--workspace",
                                        folder.toString())
                                .out())
                .contains("It is an older copy: this desk has seen more of the log.");
        List<LogLine> whole = new ArrayList<>();
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            whole.add(LogLine.of((SlowValue.Obj) SlowJson.parse(bytes)));
        }
        Files.write(
                log,
                new GeneratedLog(ChainFormat.A, whole)
                        .edit(4, record -> record.with("reason", "nothing was wrong"))
                        .rebuilt(4)
                        .toBytes());
        Session rewritten = bundled("rewritten.zip");
        assertThat(rewritten.exit()).isOne();
        assertThat(standing(rewritten)).isEqualTo("head_mismatch failed");
        assertThat(standing(verify("--json"))).isEqualTo("head_mismatch failed");
        run = (JsonObject) Session.list(rewritten.document(), "runs").getFirst();
        assertThat(run.string("verdict")).isEqualTo("intact");
        assertThat(((JsonObject) run.get("kept")).string("checkpoint")).isEqualTo("head_mismatch");
    }

    /// The keys of the contract about what was seen earlier.
    private static String standing(Session session) {
        JsonObject document = session.document();
        JsonObject channels = (JsonObject) Objects.requireNonNull(document.get("channels"));
        return document.string("checkpoint") + " " + channels.string("completeness");
    }

    @Test
    void ofSeveralRunsInABundleTheWorstStands() throws IOException {
        String[] create = {"bundle", "create", log.getParent().toString()};
        Path other = SAMPLE.resolve("../..").resolve("change-approval-0155cb2f963b").normalize();
        assertThat(Session.run(with(create, other.toString(), "--out", at("a.zip"))).exit())
                .isZero();
        write(9);
        assertThat(Session.run(with(create, other.toString(), "--out", at("b.zip"))).exit())
                .isZero();
        String[] verify = {"verify", at("a.zip"), "--workspace", folder.toString(), "--json"};

        Session same = Session.run(verify);
        verify[1] = at("b.zip");
        Session older = Session.run(verify);

        assertThat(standing(same)).as("one was never seen").isEqualTo("none not_checked");
        assertThat(standing(older)).isEqualTo("tail_missing failed");
        assertThat(older.exit()).isOne();
    }

    @Test
    void aRunUnderAnotherNameInAnArchiveIsKnownByItsFirstRecord() throws IOException {
        write(9);
        Path archive = folder.resolve("renamed.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("run1/audit.jsonl"));
            zip.write(Files.readAllBytes(log));
            zip.closeEntry();
        }

        Session told =
                Session.run(
                        "verify", archive.toString(), "--workspace", folder.toString(), "--json");

        assertThat(standing(told)).isEqualTo("tail_missing failed");
        assertThat(told.exit()).isOne();
    }
}
