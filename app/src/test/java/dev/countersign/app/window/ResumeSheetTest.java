// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.app.text.ResumeText;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Letting an approved run go on in the window: a real command.
@DisabledOnOs(OS.WINDOWS)
class ResumeSheetTest extends SigningScreen {
    private Path run;

    @Override
    void furnish(SigningDesk fresh) {
        fresh.notes().keep(new Signer("ann@example.com", new KeySource.File(fresh.key())));
    }

    @BeforeEach
    void open() throws Exception {
        run = desk.copy(WAITS);
    }

    private void approve(FxRobot robot) {
        show(robot, run);
        page.press(KeyCode.A).type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("sign-done")).isTrue();
        assertThat(page.focused()).isEqualTo("sign-close");
    }

    private List<Path> kept() throws Exception {
        Path outputs = place.resolve("resume");
        if (!Files.exists(outputs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outputs)) {
            return files.toList();
        }
    }

    @Test
    void itIsShownAskedTwiceRunAndRecorded(FxRobot robot) throws Exception {
        desk.resumes("echo going on with $0");
        approve(robot);
        assertThat(page.words("resume-command"))
                .containsExactly(
                        "Command",
                        "/bin/sh -c 'echo going on with $0' " + WAITS,
                        "Directory",
                        run.toString(),
                        "Environment",
                        "PATH, HOME, LANG, TMPDIR, TZ, LC_*",
                        "Time limit",
                        "600 seconds");
        page.click("resume-ask");
        assertThat(page.focused()).isEqualTo("resume-back");
        assertThat(kept()).isEmpty();
        page.press(KeyCode.TAB);
        assertThat(page.focused()).isEqualTo("resume-run");
        page.press(KeyCode.SPACE);
        assertThat(page.focused()).isEqualTo("resume-stop");
        assertThat(page.text("resume-lasts")).isEqualTo("Running for 0 seconds, of at most 600.");
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("sign-sheet")).isTrue();
        work(robot);
        assertThat(kept()).hasSize(1);
        assertThat(robot.lookup("#resume-output").queryTextInputControl().getText())
                .isEqualTo("going on with " + WAITS);
        assertThat(page.words("sign-resume"))
                .contains(
                        "The command ended, with exit code 0.",
                        "The run still waits for its producer: the command did not take it on.",
                        "What it wrote is kept in " + kept().getFirst() + ".");
        assertThat(page.focused()).isEqualTo("sign-close");
        assertThat(desk.ledger()).contains("resume_started", "resumed");
        page.press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("sign-sheet")).isFalse();
    }

    @Test
    void aRunThatWaitsOffersItWithoutTheSheetOfItsApproval(FxRobot robot) throws Exception {
        desk.resumes("echo going on with $0");
        approve(robot);
        page.press(KeyCode.ESCAPE);
        work(robot);
        assertThat(page.shows("sign-sheet")).isFalse();
        page.press(KeyCode.G);
        assertThat(page.shows("sign-resuming")).isTrue();
        assertThat(page.focused()).isEqualTo("sign-close");
        work(robot);
        assertThat(page.words("resume-command"))
                .contains("/bin/sh -c 'echo going on with $0' " + WAITS);
        assertThat(page.text("resume-sure")).isEqualTo(ResumeText.SURE);
        assertThat(page.focused()).isEqualTo("sign-close");
        assertThat(kept()).isEmpty();
        page.click("resume-run");
        work(robot);
        assertThat(page.words("sign-resume"))
                .contains(
                        "The command ended, with exit code 0.",
                        "What it wrote is kept in " + kept().getFirst() + ".");
        page.press(KeyCode.ESCAPE);
        work(robot);
        assertThat(page.shows("sign-sheet")).isFalse();
        assertThat(page.shows("decide-resume")).isTrue();
        assertThat(desk.ledger()).contains("resume_started", "resumed");
    }

    @Test
    void whatIsStoppedDoesNotRunOn(FxRobot robot) throws Exception {
        desk.resumes("touch started; sleep 60; touch ended");
        approve(robot);
        page.click("resume-ask");
        page.click("resume-run");
        page.click("resume-stop");
        work(robot);
        assertThat(page.words("sign-resume"))
                .contains("The command was stopped: look at the run again before it is resumed.");
        assertThat(run.resolve("ended")).doesNotExist();
        assertThat(desk.ledger()).contains("resumed");
    }

    @Test
    void withoutACommandItSaysWhatToRun(FxRobot robot) {
        approve(robot);
        assertThat(page.words("sign-resume"))
                .anySatisfy(words ->
                        assertThat(words)
                                .startsWith(
                                        "The policy names no command that resumes change-approval:"
                                                + " start its")
                                .endsWith("into a file, then:"))
                .noneMatch(words -> words.contains("`"));
        robot.interact(() -> robot.lookup("#resume-by-hand .icon-button").queryButton().fire());
        assertThat(desk.copied())
                .singleElement()
                .asString()
                .startsWith("countersign run change-approval --payload FILE --root ")
                .endsWith(run.getParent().toString());
        assertThat(page.shows("resume-ask")).isFalse();
    }
}
