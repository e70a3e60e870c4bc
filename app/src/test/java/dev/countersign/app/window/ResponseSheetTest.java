// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.RunDirectory;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;

/// Importing a response in the window: a real run, a real key, a real log.
class ResponseSheetTest extends SigningScreen {
    private Path run;
    private Path response;

    @BeforeEach
    void signed() throws Exception {
        run = desk.copy(WAITS);
        response = desk.response(run);
    }

    private byte[] log() throws Exception {
        return Files.readAllBytes(run.resolve("audit.jsonl"));
    }

    @Test
    void isImportedIntoTheRunThatIsOpen(FxRobot robot) throws Exception {
        show(robot, run);
        show(robot, response);
        assertThat(page.text("response-headline")).isEqualTo("Approval by ann@example.com");
        assertThat(page.words("response-asking"))
                .contains(
                        "Signature verified",
                        "Certificate trusted",
                        WAITS,
                        run.toString(),
                        "Import makes this approval the next record of the log, for good.");
        assertThat(page.focused()).isEqualTo("response-import");
        picture(robot, "response-asking");
        page.press(KeyCode.TAB);
        assertThat(page.focused()).isEqualTo("response-close");
        page.press(KeyCode.SHIFT, KeyCode.TAB).press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("response-sheet")).isFalse();
        assertThat(said(robot))
                .isEqualTo("Imported: Approval by ann@example.com, into the log of " + WAITS + ".");
        ListView<?> timeline = robot.lookup("#timeline").queryListView();
        assertThat(timeline.getSelectionModel().getSelectedIndex()).isEqualTo(13);
        assertThat(page.text("status")).isEqualTo("Approved, to be resumed");
        assertThat(desk.ledger()).contains("signed");
        picture(robot, "response-done");
    }

    @Test
    void findsItsRunInTheFolderThatIsOpen(FxRobot robot) throws Exception {
        show(robot, response);
        assertThat(page.shows("response-asking")).isTrue();
        robot.interact(() ->
                robot.lookup("#response-asking .digest-label .icon-button").queryButton().fire());
        assertThat(desk.copied()).singleElement().asString().matches("[0-9a-f]{64}");
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("run")).isTrue();
        assertThat(page.text("status")).isEqualTo("Approved, to be resumed");
    }

    @Test
    void whatIsImportedAlreadyIsRefusedWithItsReason(FxRobot robot) throws Exception {
        show(robot, run);
        show(robot, response);
        page.press(KeyCode.SPACE);
        work(robot);
        byte[] before = log();
        show(robot, response);
        assertThat(page.shows("response-import")).isFalse();
        int records = Files.readAllLines(run.resolve("audit.jsonl")).size();
        assertThat(page.words("response-obstacles"))
                .containsExactly("Already imported: record " + (records - 1) + ".");
        assertThat(page.words("response-obstructed"))
                .contains("Signature verified")
                .doesNotContain("Not imported");
        picture(robot, "response-already");
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("response-sheet")).isFalse();
        assertThat(page.shows("run")).isTrue();
        assertThat(log()).isEqualTo(before);
    }

    @Test
    void everythingIsAskedAgainWhenItIsImported(FxRobot robot) throws Exception {
        show(robot, response);
        var _ =
                Decisions.record(
                        RunDirectory.of(run, Durability.EACH_WRITE),
                        null,
                        new RecordDraft(SigningDesk.NOW, "ticket_commented").with("text", "hi"),
                        null);
        byte[] before = log();
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("response-obstructed")).isTrue();
        assertThat(log()).isEqualTo(before);
        assertThat(desk.ledger()).startsWith("denied");
    }

    @Test
    void anAlteredResponseIsRefused(FxRobot robot) throws Exception {
        String text = Files.readString(response);
        Files.writeString(response, text.replace("ann@example.com", "bob@example.com"));
        show(robot, run);
        show(robot, response);
        assertThat(page.words("response-obstacles"))
                .contains("The record in the response is not what was written: its hash says so.")
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("It is signed by ")
                                .contains("ann@example.com")
                                .endsWith(" and names bob@example.com."))
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("Nothing was written to the log. Ask ")
                                .contains("ann@example.com"));
        assertThat(page.text("response-headline"))
                .isEqualTo("Not imported: approval in the name of bob@example.com");
    }

    @Test
    void aResponseForARunThatIsNotHereIsRefused(FxRobot robot) throws Exception {
        String text = Files.readString(response);
        Files.writeString(response, text.replace(WAITS, "change-approval-elsewhere"));
        show(robot, response);
        assertThat(page.words("response-refused"))
                .contains(
                        "This response is not imported",
                        "It is for the run change-approval-elsewhere, which is neither open here"
                                + " nor in the folder that is open: open that run, then drop the"
                                + " response again.");
        picture(robot, "response-refused");
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("response-sheet")).isFalse();
    }

    @Test
    void whatIsNoResponseIsRefusedInThePalette(FxRobot robot) throws Exception {
        Path other = Files.writeString(response.resolveSibling("other.json"), "{}");
        desk.picks(other);
        page.press(KeyCode.CONTROL, KeyCode.K).type("import a resp").press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("response-refused"))
                .contains(
                        other
                                + " is no response: it needs \"format\":"
                                + " \"countersign/response/v1\", run_id, head and record.");
    }
}
