// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.RunDirectory;

import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.controlsfx.control.NotificationPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;

/// Importing a response in the window: a real run, a real key, a real log.
@ExtendWith(WindowExtension.class)
class ResponseSheetTest {
    private static final String WAITS = "change-approval-241bf6287b12";

    @TempDir static Path folder;
    private static int made;

    @AutoClose private SigningDesk desk;
    private Wiring.Window window;
    private SignSheetPage page;
    private Path run;
    private Path response;

    @Start
    void start(Stage stage) throws Exception {
        HeadlessFx.install();
        desk =
                new SigningDesk(
                        Files.createDirectory(folder.resolve("w" + made++)), SigningDesk.NOW);
        window = desk.window(1280, 800);
        stage.setScene(window.scene());
        stage.show();
    }

    @BeforeEach
    void signed(FxRobot robot) throws Exception {
        page = new SignSheetPage(robot);
        run = desk.copy(WAITS);
        response = desk.response(run);
    }

    @AfterEach
    void release(FxRobot robot) {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    private void open(FxRobot robot, Path path) {
        robot.interact(() -> window.desk().open(path));
        work(robot);
    }

    private void work(FxRobot robot) {
        robot.interact(() -> desk.steps().all());
    }

    private byte[] log() throws Exception {
        return Files.readAllBytes(run.resolve("audit.jsonl"));
    }

    private void picture(FxRobot robot, String name) throws Exception {
        var image = new WritableImage[1];
        robot.interact(() -> image[0] = window.scene().snapshot(null));
        Png.write(image[0], Path.of("target", "screens", "response-" + name + ".png"));
    }

    /// What was said last; the pane may still be busy with what was said before.
    private static @Nullable String said(FxRobot robot) {
        return robot.lookup("#notices")
                .<NotificationPane>queryAs(NotificationPane.class)
                .getAccessibleText();
    }

    @Test
    void isImportedIntoTheRunThatIsOpen(FxRobot robot) throws Exception {
        open(robot, run);
        open(robot, response);
        assertThat(page.text("response-headline")).isEqualTo("Approval by ann@example.com");
        assertThat(page.words("response-asking"))
                .contains(
                        "Signature verified",
                        "Certificate trusted",
                        WAITS,
                        run.toString(),
                        "Import makes this approval the next record of the log, for good.");
        assertThat(page.focused()).isEqualTo("response-import");
        picture(robot, "asking");
        page.press(KeyCode.TAB);
        assertThat(page.focused()).isEqualTo("response-close");
        page.press(KeyCode.TAB).press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("response-sheet")).isFalse();
        assertThat(said(robot))
                .isEqualTo("Imported: Approval by ann@example.com, into the log of " + WAITS + ".");
        ListView<?> timeline = robot.lookup("#timeline").queryListView();
        assertThat(timeline.getSelectionModel().getSelectedIndex()).isEqualTo(13);
        assertThat(page.text("status")).isEqualTo("Approved, to be resumed");
        assertThat(desk.ledger()).contains("signed");
        picture(robot, "done");
    }

    @Test
    void findsItsRunInTheFolderThatIsOpen(FxRobot robot) throws Exception {
        open(robot, response);
        assertThat(page.shows("response-asking")).isTrue();
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("run")).isTrue();
        assertThat(page.text("status")).isEqualTo("Approved, to be resumed");
    }

    @Test
    void whatIsImportedAlreadyIsRefusedWithItsReason(FxRobot robot) throws Exception {
        open(robot, run);
        open(robot, response);
        page.press(KeyCode.SPACE);
        work(robot);
        byte[] before = log();
        open(robot, response);
        assertThat(page.shows("response-import")).isFalse();
        assertThat(page.words("response-obstacles")).hasSizeGreaterThan(1);
        assertThat(page.words("response-obstructed"))
                .contains("Signature not checked: it was made for another place in the log");
        picture(robot, "obstructed");
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("response-sheet")).isFalse();
        assertThat(page.shows("run")).isTrue();
        assertThat(log()).isEqualTo(before);
    }

    @Test
    void everythingIsAskedAgainWhenItIsImported(FxRobot robot) throws Exception {
        open(robot, response);
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
        open(robot, run);
        open(robot, response);
        assertThat(page.words("response-obstacles"))
                .contains("The record in the response is not what was written: its hash says so.");
    }

    @Test
    void aResponseForARunThatIsNotHereIsRefused(FxRobot robot) throws Exception {
        String text = Files.readString(response);
        Files.writeString(response, text.replace(WAITS, "change-approval-elsewhere"));
        open(robot, response);
        assertThat(page.words("response-refused"))
                .contains(
                        "This response is not imported",
                        "It is for the run change-approval-elsewhere, which is neither open here"
                                + " nor in the folder that is open: open that run, then drop the"
                                + " response again.");
        picture(robot, "refused");
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
