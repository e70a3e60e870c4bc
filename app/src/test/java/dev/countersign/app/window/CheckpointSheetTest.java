// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Described;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.witness.CheckpointNote;
import dev.countersign.core.witness.KeyUse;
import dev.countersign.core.witness.NoteSigner;
import dev.countersign.core.witness.SignedNote;

import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Checkpoints of others in the window, and ours for them: real runs, a real workspace.
class CheckpointSheetTest extends SigningScreen {
    private Path run;

    @Override
    void furnish(SigningDesk fresh) {
        fresh.readsLogs();
    }

    @BeforeEach
    void waiting() throws Exception {
        run = desk.copy(WAITS);
    }

    /// What another desk has seen of the run, as it sends it.
    private Path seen(String name, int records, String head) throws Exception {
        return Files.writeString(
                place.resolve(name),
                "{\"format\": \"A\", \"records\": "
                        + records
                        + ", \"head\": \""
                        + head
                        + "\", \"sha256\": null, \"taken_at\": \"2026-11-20T00:00:00Z\","
                        + " \"run_id\": \""
                        + WAITS
                        + "\"}\n");
    }

    private String head(int records) throws Exception {
        List<String> lines = Files.readAllLines(run.resolve("audit.jsonl"));
        return lines.get(records - 1).replaceAll(".*\"hash\": \"([0-9a-f]{64})\".*", "$1");
    }

    @Test
    void whatAgreesIsImportedAfterAsking(FxRobot robot) throws Exception {
        show(robot, run);
        show(robot, seen("audit desk.json", 5, head(5)));
        assertThat(page.text("checkpoint-headline"))
                .isEqualTo("1 checkpoint of another desk or witness");
        assertThat(page.words("checkpoint-asking"))
                .contains(
                        "audit desk.json",
                        "2026-11-20 01:00",
                        WAITS + ", in this workspace",
                        "none: it says what its bearer says");
        assertThat(page.focused()).isEqualTo("checkpoint-import");
        assertThat(desk.ledger()).doesNotContain("imported");
        picture(robot, "checkpoint-asking");
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("checkpoint-sheet")).isFalse();
        assertThat(said(robot))
                .isEqualTo("Imported: 1 checkpoint, 1 new, and no log here disagrees.");
        assertThat(desk.ledger()).contains("imported");
    }

    @Test
    void anIntactLogAsksForACheckpointAndIsHeldAgainstIt(FxRobot robot) throws Exception {
        show(robot, run);
        page.press(KeyCode.I);
        work(robot);
        assertThat(page.words("result"))
                .contains("Not checked", "seen by this desk only", "Artifacts", "Signature")
                .doesNotContain("files, signatures, policy, clocks");
        assertThat(page.text("next-step"))
                .isEqualTo(
                        "To check that nothing is missing, compare with what somebody else has seen"
                                + " earlier.");
        desk.picks(seen("audit desk.json", 5, head(5)));
        page.press(KeyCode.I);
        work(robot);
        assertThat(page.text("checkpoint-headline"))
                .isEqualTo("1 checkpoint of another desk or witness");
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("next-step")).isFalse();
        assertThat(page.words("result"))
                .contains("all records that audit desk.json saw are here, and more follow")
                .doesNotContain("seen by this desk only");
        assertThat(page.words("fault-detail"))
                .doesNotContain("It was not compared with a checkpoint from elsewhere.");
    }

    @Test
    void whatDisagreesIsSaidWithWhoAndSinceWhen(FxRobot robot) throws Exception {
        show(robot, seen("audit desk.json", 5, "0f".repeat(32)));
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.text("checkpoint-headline"))
                .isEqualTo("A log here is not the one that was seen");
        assertThat(page.words("checkpoint-disagreeing"))
                .anyMatch(words ->
                        words.startsWith(
                                "SEV-1: "
                                        + WAITS
                                        + ": witness audit desk.json has seen 5 records up to head"
                                        + " 0f0f0f0f0f0f… at 2026-11-20 01:00, here are "));
        assertThat(page.focused()).isEqualTo("checkpoint-finding");
        assertThat(page.shows("checkpoint-compare")).isTrue();
        picture(robot, "checkpoint-disagreeing");
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("checkpoint-sheet")).isFalse();
        assertThat(said(robot)).isEqualTo("Imported: 1 checkpoint, 1 new; a log here disagrees.");
        show(robot, run);
        String seen =
                "itness audit desk.json has seen 5 records up to head 0f0f0f0f0f0f… at"
                        + " 2026-11-20 01:00, here are 13 up to "
                        + head(13).substring(0, 12)
                        + "…: changed since.";
        assertThat(page.words("seen-before")).containsExactly("SEV-1: w" + seen);
        page.press(KeyCode.I);
        work(robot);
        assertThat(page.text("headline"))
                .startsWith("A different record is where the checkpoint saw the head")
                .contains("In itself the log is consistent: 13 records");
        assertThat(page.words("seen-before")).containsExactly("W" + seen);
        robot.interact(() -> window.model().records().select(4));
        work(robot);
        assertThat(page.words("fault-detail"))
                .contains("SEV-1: w" + seen, "W" + seen)
                .as("a rebuilt chain leaves nothing to search for")
                .anyMatch(words ->
                        words.contains("If the chain was rebuilt, no hash of the original"));
        assertThat(page.shows("recover")).isFalse();
    }

    @Test
    void whatDisagreesLeadsToItsFindingAndToTheLog(FxRobot robot) throws Exception {
        show(robot, seen("audit desk.json", 5, "0f".repeat(32)));
        page.press(KeyCode.SPACE);
        work(robot);
        page.click("checkpoint-compare");
        work(robot);
        assertThat(page.shows("checkpoint-sheet")).isFalse();
        assertThat(page.text("headline")).startsWith("A different record is where");
        assertThat(robot.lookup("#tab-compare").<ToggleButton>query().isSelected()).isTrue();
        show(robot, seen("audit desk.json", 5, "0f".repeat(32)));
        page.press(KeyCode.SPACE);
        work(robot);
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("checkpoint-sheet")).isFalse();
        assertThat(page.words("finding-detail"))
                .anyMatch(words -> words.contains("audit desk.json"));
    }

    @Test
    void aNoteSaysWhoseSignatureWasCheckedAndWhoseWasNot(FxRobot robot) throws Exception {
        show(robot, run);
        NoteSigner log = signer("example.com/desk", KeyUse.NOTE);
        NoteSigner witness = signer("example.com/w1", KeyUse.COSIGNATURE);
        page.press(KeyCode.CONTROL, KeyCode.K).type("settings").press(KeyCode.ENTER);
        page.press(KeyCode.ALT, KeyCode.DIGIT4);
        work(robot);
        assertThat(page.words("witnesses"))
                .contains("None yet: no signature of a note is checked.");
        keep(robot, "example.com/w1+00000000+AAAA");
        assertThat(page.text("witness-trouble"))
                .isEqualTo(
                        "\"example.com/w1+00000000+AAAA\" is a verifier key of a kind that is not"
                                + " known here.");
        keep(robot, witness.verifier().text());
        assertThat(page.words("witness-keys"))
                .containsExactly(
                        "Name",
                        "Key",
                        "What it signs",
                        "example.com/w1",
                        witness.verifier().keyId(),
                        "cosignatures");
        picture(robot, "checkpoint-witness-keys");
        assertThat(desk.ledger()).contains("trust_changed");

        show(robot, note(log, witness, head(5)));
        assertThat(page.words("checkpoint-asking"))
                .contains(
                        "example.com/w1",
                        "Cosigned by example.com/w1 at 2026-11-21T05:00:00Z.",
                        "Not checked: the signature of example.com/desk (key "
                                + log.verifier().keyId()
                                + "); its key is not among those in Settings, Identity and keys.");
        picture(robot, "checkpoint-note");
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(said(robot))
                .isEqualTo("Imported: 1 checkpoint, 1 new, and no log here disagrees.");
        Path forged = note(log, witness, head(5));
        Files.writeString(forged, Files.readString(forged).replace("\n5\n", "\n6\n"));
        show(robot, forged);
        assertThat(page.words("checkpoint-refused"))
                .contains(
                        forged
                                + " cannot be relied on: the signature of example.com/w1 on it is"
                                + " wrong.");
    }

    private void keep(FxRobot robot, String key) {
        robot.interact(() -> {
            robot.lookup("#witness-key").queryTextInputControl().setText(key);
            robot.lookup("#witness-add").queryButton().fire();
        });
        work(robot);
    }

    private NoteSigner signer(String name, KeyUse use) throws Exception {
        return NoteSigner.make(name, use, place.resolve(use.name()), Randomness.system());
    }

    private Path note(NoteSigner log, NoteSigner witness, String head) throws Exception {
        var seen = new Checkpoint("A", 5, head, null, "2026-11-20T00:00:00Z");
        var read = CheckpointNote.of("example.com/run", seen, WAITS);
        CheckpointNote note = ((Described.Is<CheckpointNote>) read).value();
        SignedNote signed = witness.cosign(log.sign(note.note()), SigningDesk.NOW);
        return Files.writeString(place.resolve("note"), signed.write());
    }

    @Test
    void whatDoesNotSayItsRunIsRefused(FxRobot robot) throws Exception {
        Path file = seen("lone.json", 5, head(5));
        Files.writeString(file, Files.readString(file).replace("\"run_id\"", "\"other\""));
        show(robot, file);
        assertThat(page.words("checkpoint-refused"))
                .contains("These checkpoints are not imported")
                .anyMatch(words -> words.contains("does not say which run it is about"));
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("checkpoint-sheet")).isFalse();
    }

    @Test
    void ourOwnAreExportedFromThePaletteAndComeBackAsKnown(FxRobot robot) throws Exception {
        page.press(KeyCode.CONTROL, KeyCode.K).type("export checkpoints").press(KeyCode.ENTER);
        work(robot);
        Path file = place.resolve("checkpoints.json");
        assertThat(said(robot)).isEqualTo("1 checkpoint written to " + file + ".");
        assertThat(Files.readString(file)).contains(head(13), "\"run_id\": \"" + WAITS + "\"");
        assertThat(desk.ledger()).contains("exported");
        desk.picks(file);
        page.press(KeyCode.CONTROL, KeyCode.K).type("import a checkpoint").press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("checkpoint-asking")).isTrue();
    }
}
