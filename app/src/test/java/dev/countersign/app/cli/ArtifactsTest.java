// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The artifacts of a run that the real producer wrote, as they are and tampered with.
class ArtifactsTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");

    @TempDir Path dir;
    private Path run = Path.of("");

    @BeforeEach
    void copyTheRun() throws IOException {
        Path sample = SAMPLES.resolve("change-approval-0da804633cdb");
        run = dir.resolve("change-approval-0da804633cdb");
        Folders.copy(sample, run);
    }

    private static String answer(Path path) {
        Session session = Session.run("verify", path.toString(), "--json");
        JsonObject d = session.document();
        String channel = ((JsonObject) d.get("channels")).string("artifacts");
        return session.exit()
                + " "
                + d.string("verdict")
                + " "
                + channel
                + ": "
                + d.string("artifacts");
    }

    @Test
    void asRecorded() {
        assertThat(answer(run)).isEqualTo("0 intact verified: 4 artifacts as recorded in the log.");
    }

    @Test
    void anEditedOneFails() throws IOException {
        Path artifact = run.resolve("artifacts/workpaper.json");
        Files.writeString(artifact, Files.readString(artifact) + " ");
        assertThat(answer(run))
                .isEqualTo(
                        "1 intact failed: Artifacts: \"workpaper.json\" is not the file that was"
                                + " recorded.");
        assertThat(Session.run("verify", run.toString()).out()).startsWith("failed ");
    }

    @Test
    void aMissingAndAStrangeOneFail() throws IOException {
        Files.delete(run.resolve("artifacts/workpaper.json"));
        Files.writeString(run.resolve("artifacts/zebra.json"), "{}");
        assertThat(answer(run))
                .isEqualTo(
                        "1 intact failed: Artifacts: \"workpaper.json\" was recorded and is"
                                + " missing; \"zebra.json\" is named by no record.");
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path artifact = run.resolve("artifacts/workpaper.json");
        Path elsewhere = dir.resolve("elsewhere.json");
        Files.move(artifact, elsewhere);
        Files.createSymbolicLink(artifact, elsewhere);
        assertThat(answer(run))
                .isEqualTo(
                        "1 intact failed: Artifacts: \"workpaper.json\" is a link or device and was"
                                + " not followed.");
    }

    @Test
    void anExportOfTheLogAloneIsNotChecked() throws IOException {
        Path alone = Files.createDirectory(dir.resolve("alone"));
        Files.copy(run.resolve("audit.jsonl"), alone.resolve("audit.jsonl"));
        assertThat(answer(alone))
                .isEqualTo(
                        "0 intact not_checked: Artifacts not checked: records name some, but there"
                                + " is no artifacts folder here.");
        Session lone = Session.run("verify", run.resolve("audit.jsonl").toString(), "--json");
        assertThat(lone.document().members().stream().map(m -> m.key()))
                .isNotEmpty()
                .doesNotContain("artifacts");
    }

    private static final String NOT_COMPARED =
            ": claims, gate, rules and payload were not compared.";

    private static void stateSays(Path run, String start, String said) {
        assertThat(Session.run("verify", run.toString(), "--json").document().string("state"))
                .isEqualTo(said);
        assertThat(Session.run("verify", run.toString()).out())
                .startsWith(start)
                .contains("\n          " + said + "\n");
        assertThat(Session.run("show", run.toString()).out())
                .contains("\n  State           " + said + "\n");
    }

    @Test
    void aDamagedStateSpeaksAgainstTheRun() throws IOException {
        Path state = run.resolve("state.json");
        Files.writeString(state, Files.readString(state).substring(0, 900));
        assertThat(answer(run)).isEqualTo("1 intact failed: 4 artifacts as recorded in the log.");
        stateSays(
                run,
                "failed ",
                "state.json is not a JSON object that can be read (line 26: ends early)"
                        + NOT_COMPARED);
        assertThat(Session.run("report", run.toString(), "--csv", dir.resolve("r.csv") + "").exit())
                .isEqualTo(1);
    }

    @Test
    void anAbsentStateIsSaidAndSpeaksForNothing() throws IOException {
        Files.delete(run.resolve("state.json"));
        assertThat(answer(run)).isEqualTo("0 intact verified: 4 artifacts as recorded in the log.");
        stateSays(run, "intact ", "state.json is not here" + NOT_COMPARED);
    }

    @Test
    void aRenamedFolderIsANote() throws IOException {
        Path renamed = Files.move(run, dir.resolve("run1"));
        String sentence =
                "The folder run1 is not named as its run, change-approval-0da804633cdb: it was"
                        + " renamed.";
        Session session = Session.run("verify", renamed.toString(), "--json");
        assertThat(session.exit()).isZero();
        assertThat(Session.list(session.document(), "notes"))
                .containsExactly(
                        JsonValue.object()
                                .with("record", 0)
                                .with("kind", "folder_renamed")
                                .with("message", sentence)
                                .build());
        assertThat(Session.run("verify", renamed.toString()).out())
                .contains("\n          note: " + sentence + "\n");
    }

    @Test
    void aRunWithoutAnyIsNotChecked() {
        Path none = SAMPLES.resolve("change-approval-b31b90463aba");
        assertThat(answer(none))
                .isEqualTo(
                        "0 intact not_checked: Artifacts not checked: no record names one, and none"
                                + " is here.");
    }
}
