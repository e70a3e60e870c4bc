// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.text.EscalateText;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Taking a run to others in the window: a real run, a real outbox.
class EscalateSheetTest extends SigningScreen {
    private Path run;

    @Override
    void furnish(SigningDesk fresh) {
        fresh.readsLogs();
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        show(robot, WAITS);
    }

    private void show(FxRobot robot, String name) throws Exception {
        run = desk.copy(name);
        show(robot, run);
    }

    private byte[] log() throws Exception {
        return Files.readAllBytes(run.resolve("audit.jsonl"));
    }

    private List<Path> outbox() throws Exception {
        try (Stream<Path> files = Files.list(place.resolve("outbox"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void isWrittenByKeyboardAloneAndNothingIsDecided(FxRobot robot) throws Exception {
        byte[] before = log();
        page.press(KeyCode.E);
        assertThat(page.focused()).isEqualTo("escalate-reason");
        assertThat(page.words("escalate-missing"))
                .containsExactly("Say what the recipients need to know.");
        assertThat(page.node("escalate-write").isDisabled()).isTrue();
        assertThat(page.text("escalate-to")).isEqualTo("control owner");
        page.type("wrong approver").press(KeyCode.TAB).press(KeyCode.TAB).press(KeyCode.SPACE);
        assertThat(page.text("escalate-to")).isEqualTo("platform owner, control owner");
        assertThat(page.text("escalate-when")).isEqualTo("same day");
        page.press(KeyCode.TAB).press(KeyCode.TAB).press(KeyCode.TAB);
        assertThat(page.focused()).isEqualTo("escalate-write");
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.text("escalate-headline")).isEqualTo("Written to the outbox, not sent");
        List<Path> files = outbox();
        assertThat(files)
                .extracting(f -> f.toString().replaceAll(".*\\.", ""))
                .containsExactly("eml", "json");
        assertThat(page.words("escalate-written"))
                .contains(files.getFirst().toString(), files.getLast().toString());
        assertThat(Files.readString(files.getLast()))
                .contains(
                        "\"kind\": \"escalated\", \"severity\": \"SEV-2\"",
                        "\"run_id\": \"" + WAITS + "\"",
                        "\"reason\": \"wrong approver\"",
                        "\"to\": [\"platform owner\", \"control owner\"]",
                        "\"status\": \"awaiting_approval\"");
        assertThat(page.focused()).isEqualTo("escalate-folder");
        page.press(KeyCode.SPACE);
        assertThat(desk.shown()).containsExactly(place.resolve("outbox"));
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("escalate-sheet")).isFalse();
        assertThat(log()).isEqualTo(before);
        assertThat(desk.ledger()).contains("escalated").doesNotContain("signed");
    }

    @Test
    void whatIsBlockedIsWorthMore(FxRobot robot) throws Exception {
        show(robot, "change-approval-b31b90463aba");
        page.click("decide-escalate");
        assertThat(page.text("escalate-to")).isEqualTo("process owner, operations");
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("escalate-sheet")).isFalse();
    }

    @Test
    void theRunOfABrokenLogIsEscalatedOrPutOnHoldFromIt(FxRobot robot) throws Exception {
        Path log = run.resolve("audit.jsonl");
        Files.writeString(
                log, Files.readString(log).replaceFirst("human_approval", "human_approvel"));
        page.press(KeyCode.I);
        work(robot);
        assertThat(page.text("headline"))
                .isEqualTo("Broken at record 10 (line 11): the record was edited");
        assertThat(robot.lookup("#fault-detail .what-to-do .button").queryAllAs(Button.class))
                .extracting(Button::getText)
                .containsExactly("Compare…", "Escalate…", "Hold…");
        page.click("compare-log");
        work(robot);
        assertThat(robot.lookup("#tab-compare").<ToggleButton>query().isSelected()).isTrue();
        page.click("escalate-log");
        work(robot);
        assertThat(page.text("escalate-headline")).isEqualTo("Escalate");
        assertThat(page.text("escalate-to")).as("SEV-1").isEqualTo("platform owner, audit");
        page.press(KeyCode.ESCAPE);
        page.click("hold-log");
        work(robot);
        assertThat(page.text("escalate-headline")).isEqualTo("Put on hold");
        assertThat(page.words("escalate-sheet"))
                .contains(EscalateText.HOLDING, "at once; the workflow is put on hold");
        assertThat(page.text("escalate-to")).isEqualTo("platform owner, audit");
        assertThat(page.shows("escalate-sev-2")).isFalse();
        assertThat(robot.lookup("#escalate-reason").queryTextInputControl().getText())
                .isEqualTo(EscalateText.HOLD);
        picture(robot, "escalate-hold");
        page.click("escalate-write");
        work(robot);
        assertThat(Files.readString(outbox().getLast()))
                .contains(
                        "\"kind\": \"held\", \"severity\": \"SEV-1\"",
                        "\"hold\": true",
                        "\"verdict\": \"broken\"");
        assertThat(page.text("escalate-headline"))
                .isEqualTo("On hold. The messages to send are in the outbox");
        assertThat(desk.ledger()).contains("held").doesNotContain("escalated");
        page.press(KeyCode.ESCAPE);
        show(robot, run);
        assertThat(page.text("on-hold"))
                .isEqualTo("On hold since 2026-11-21 06:00 by ada: " + EscalateText.HOLD);
    }

    @Test
    void whatCannotBeWrittenKeepsTheWords(FxRobot robot) throws Exception {
        Files.createDirectories(place.resolve("outbox").getParent());
        page.press(KeyCode.E).type("look here");
        robot.interact(() -> desk.steps().all());
        Files.deleteIfExists(place.resolve("outbox"));
        Files.writeString(place.resolve("outbox"), "no folder");
        page.click("escalate-write");
        work(robot);
        assertThat(page.words("escalate-missing"))
                .hasSize(1)
                .first()
                .asString()
                .contains(place.resolve("outbox").toString());
        assertThat(robot.lookup("#escalate-reason").queryTextInputControl().getText())
                .isEqualTo("look here");
    }

    @Test
    void theFocusStaysInTheSheet(FxRobot robot) {
        page.press(KeyCode.E);
        for (int i = 0; i < 12; i++) {
            page.press(KeyCode.TAB);
            assertThat(page.focusIn("escalate-sheet")).isTrue();
        }
    }
}
