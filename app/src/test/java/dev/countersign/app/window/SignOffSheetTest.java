// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.core.approval.Judgement;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;

/// A month's sample, all of which was observed, signed off by keyboard.
@ExtendWith(WindowExtension.class)
class SignOffSheetTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @TempDir Path folder;
    private Stage stage;
    private FxRobot robot;
    @AutoClose private SigningDesk desk;
    private SignSheetPage page;

    @Start
    void start(Stage shown) {
        HeadlessFx.install();
        stage = shown;
    }

    @AfterEach
    void release() {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    /// A month of one run, drawn.
    private Path drawn(FxRobot given, String... people) throws Exception {
        robot = given;
        desk = new SigningDesk(folder, SigningDesk.NOW);
        if (people.length > 0) {
            desk.identities(people);
        }
        Path run = desk.copy("change-approval-0155cb2f963b");
        desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
        page = new SignSheetPage(robot);
        robot.interact(() -> {
            Wiring.Window window = desk.window(1280, 800);
            stage.setScene(window.scene());
            stage.show();
            desk.steps().all();
        });
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.interact(() -> robot.lookup("#rate").queryAs(TextField.class).setText("100"));
        fire("draw");
        return run;
    }

    private void observe() {
        press(KeyCode.O);
        page.type(SigningDesk.PIN);
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertThat(page.text("sample-covered")).isEqualTo("1 of 1 observed, 100 %");
    }

    /// Two hashes of one population look like two populations, unless somebody says why.
    @Test
    void anotherHashOfTheSameRunsIsExplained(FxRobot given) throws Exception {
        String why =
                "The runs are those that were drawn from. Their logs have changed since, as by"
                        + " observations, and so has the hash of the population.";
        drawn(given);
        assertThat(page.words("sample-side")).doesNotContain(why);
        observe();
        assertThat(page.words("sample-side")).contains(why);
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        robot.interact(desk.steps()::all);
        robot.interact(desk.steps()::all);
    }

    private void fire(String id) {
        robot.interact(() -> {
            robot.lookup("#" + id).queryAs(ButtonBase.class).fire();
            desk.steps().all();
        });
        robot.interact(desk.steps()::all);
    }

    @Test
    void itIsSignedIntoTheLedgerAndShownAsWhose(FxRobot given) throws Exception {
        drawn(given);
        observe();
        press(KeyCode.S);
        assertThat(page.focused()).isEqualTo("sign-off-note");
        page.type("all seen");
        press(KeyCode.ENTER);
        assertThat(page.words("sign-heading"))
                .containsExactly(
                        "Sign off the sample of November 2026",
                        "1 of 1 observed, 100 %",
                        "2026-11");
        assertThat(page.words("sign-safeguards"))
                .endsWith(
                        "The whole sample, 1 run, was observed under valid signatures.",
                        "The month has the runs that the sample was drawn from.",
                        "It covers the 1 run of the month that is here now. Any that start or"
                                + " arrive later are not in it.");
        assertThat(page.focused()).isEqualTo("sign-pin");
        assertThat(robot.lookup("#sign-rationale").queryTextInputControl().getText())
                .isEqualTo("all seen");
        page.type(SigningDesk.PIN);
        press(KeyCode.ENTER);
        assertThat(page.text("sign-headline")).isEqualTo("Sample signed off, and in the ledger");
        assertThat(desk.signOffs(NOVEMBER))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.by()).isEqualTo("ann@example.com");
                    assertThat(one.observed()).isEqualTo("1");
                    assertThat(one.note()).isEqualTo("all seen");
                    var verdict = Objects.requireNonNull(one.verdict());
                    assertThat(verdict.signed()).isInstanceOf(Judgement.Held.class);
                    assertThat(verdict.trusted()).isInstanceOf(Judgement.Held.class);
                });
        press(KeyCode.ENTER);
        assertThat(page.shows("sign-sheet")).isFalse();
        assertThat(page.shows("sign-off")).isFalse();
        assertThat(page.words("sample-side")).contains("ann@example.com", "all seen");
        assertThat(page.text("sample-due")).startsWith("Signed off on ").doesNotContain(",");
        assertThat(robot.lookup("#sample-due").query().getStyleClass()).contains("mark-verified");
    }

    @Test
    void whoMayNotIsToldBeforeThePin(FxRobot given) throws Exception {
        drawn(
                given,
                "{\"id\": \"ann@example.com\", \"name\": \"Ann\", \"roles\": [\"control owner\"]}",
                "{\"id\": \"bob@example.com\", \"name\": \"Bob\", \"roles\": [\"approver\"]}");
        observe();
        desk.notes().keep(new Signer("bob@example.com", new KeySource.File(desk.key())));
        fire("sign-off");
        assertThat(page.text("sign-sentence"))
                .isEqualTo(
                        "bob@example.com does not have the role \"control owner\": theirs is"
                                + " approver.");
        assertThat(page.node("sign-sign").isDisabled()).isTrue();
    }

    @Test
    void whatChangedSinceIsSaidAndNothingIsSigned(FxRobot given) throws Exception {
        Path run = drawn(given);
        observe();
        byte[] observed = Files.readAllBytes(run.resolve("audit.jsonl"));
        fire("sign-off");
        Files.write(run.resolve("audit.jsonl"), unobserved(observed));
        page.type(SigningDesk.PIN);
        press(KeyCode.ENTER);
        assertThat(page.words("sign-failed"))
                .contains("Not signed", "2026-11 cannot be signed off: 0 of 1 runs are observed.");
        assertThat(desk.signOffs(NOVEMBER)).isEmpty();
        press(KeyCode.ESCAPE);
        press(KeyCode.F5);
        assertThat(page.node("sign-off").isDisabled()).isTrue();
        fire("sign-off");
        assertThat(page.shows("sign-sheet")).isFalse();
    }

    /// Without its last line.
    private static byte[] unobserved(byte[] log) {
        int end = log.length - 1;
        while (log[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(log, end);
    }
}
