// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;

import javafx.scene.control.Button;
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
import java.util.stream.Stream;

/// What a signed run gives away to be checked elsewhere: a real run, a real key, real files.
@ExtendWith(WindowExtension.class)
class EvidenceTest {
    private static final String WAITS = "change-approval-241bf6287b12";

    @TempDir static Path folder;
    private static int made;

    @AutoClose private SigningDesk desk;
    private Wiring.Window window;
    private SignSheetPage page;
    private Path here;
    private Path run;

    @Start
    void start(Stage stage) throws Exception {
        HeadlessFx.install();
        here = Files.createDirectory(folder.resolve("w" + made++));
        desk = new SigningDesk(here, SigningDesk.NOW);
        window = desk.window(1280, 800);
        stage.setScene(window.scene());
        stage.show();
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        page = new SignSheetPage(robot);
        run = desk.copy(WAITS);
        desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
        robot.interact(() -> window.desk().open(run));
        work(robot);
    }

    @AfterEach
    void release(FxRobot robot) {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    private void work(FxRobot robot) {
        robot.interact(() -> desk.steps().all());
    }

    private void sign(FxRobot robot) {
        page.press(KeyCode.A).type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
        page.press(KeyCode.ENTER);
        work(robot);
        page.press(KeyCode.DIGIT1);
    }

    /// It may be below what is in sight.
    private void check(FxRobot robot) {
        robot.interact(((Button) page.node("self-check"))::fire);
    }

    /// What was said last; the pane may still be busy with what was said before.
    private static @Nullable String said(FxRobot robot) {
        return robot.lookup("#notices")
                .<NotificationPane>queryAs(NotificationPane.class)
                .getAccessibleText();
    }

    @Test
    void nothingIsToBeCheckedWhereNothingIsSigned() {
        assertThat(page.shows("approvals")).isTrue();
        assertThat(page.shows("self-check")).isFalse();
    }

    @Test
    void whatIsSignedCanBeCheckedElsewhere(FxRobot robot) throws Exception {
        sign(robot);
        Path out = Files.createDirectory(here.resolve("out"));
        desk.picks(out);
        check(robot);
        work(robot);
        Path written = out.resolve(WAITS + "-self-check");
        assertThat(said(robot))
                .isEqualTo("Written to " + written + ": README.txt there says how to check it.");
        try (Stream<Path> files = Files.list(written)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "README.txt",
                            "audit.jsonl",
                            "approval_recorded-13.p7m",
                            "approval_recorded-13.statement.json",
                            "approval_recorded-13.certificate.der");
        }
        assertThat(written.resolve("audit.jsonl"))
                .hasSameBinaryContentAs(run.resolve("audit.jsonl"));
        assertThat(desk.ledger()).startsWith("exported");
    }

    @Test
    void nothingIsOverwrittenAndNothingAddedToARun(FxRobot robot) throws Exception {
        sign(robot);
        desk.picks(run);
        check(robot);
        work(robot);
        assertThat(said(robot))
                .isEqualTo(
                        run
                                + " is part of the run, and nothing is added to it: choose another"
                                + " folder.");
        assertThat(run.resolve(WAITS + "-self-check")).doesNotExist();
        desk.picks(here);
        check(robot);
        work(robot);
        check(robot);
        work(robot);
        assertThat(said(robot))
                .isEqualTo(
                        here.resolve(WAITS + "-self-check").resolve("README.txt")
                                + " exists already: give it another name.");
    }

    @Test
    void whoeverThinksBetterOfItWritesNothing(FxRobot robot) throws Exception {
        sign(robot);
        check(robot);
        work(robot);
        assertThat(said(robot)).isNull();
        assertThat(desk.ledger()).doesNotContain("exported");
    }
}
