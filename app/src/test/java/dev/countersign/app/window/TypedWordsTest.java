// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.RunDirectory;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Path;

/// What somebody wrote on a sheet and did not sign is there again when they come back; the PIN
/// never is.
class TypedWordsTest extends SigningScreen {
    private static final String OTHER = "change-approval-0155cb2f963b";

    private FxRobot robot;
    private Path run;

    @BeforeEach
    void open(FxRobot given) throws Exception {
        robot = given;
        desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
        run = desk.copy(WAITS);
        show(robot, run);
    }

    private String typed(String id) {
        return robot.lookup("#" + id).queryTextInputControl().getText();
    }

    private boolean mayClose() {
        var may = new boolean[1];
        robot.interact(() -> may[0] = window.desk().leaves(() -> {}));
        return may[0];
    }

    @Test
    void anotherRunInItsPlaceLosesNothing() throws Exception {
        page.press(KeyCode.R).type("no test evi").fill("sign-pin", SigningDesk.PIN);
        robot.interact(() -> robot.lookup("#rail-queue").queryButton().fire());
        show(robot, desk.copy(OTHER));
        assertThat(page.shows("sign-sheet")).isFalse();
        assertThat(said(robot))
                .isEqualTo("What you wrote about " + WAITS + " is kept for when you come back.");
        show(robot, run);
        page.press(KeyCode.A);
        assertThat(typed("sign-rationale")).as("it was about a rejection").isEmpty();
        page.press(KeyCode.ESCAPE).press(KeyCode.R);
        assertThat(typed("sign-rationale")).isEqualTo("no test evi");
        assertThat(typed("sign-pin")).as("a PIN is never kept").isEmpty();
    }

    @Test
    void escapeLosesNothing() {
        page.press(KeyCode.R).type("no test evidence").press(KeyCode.ESCAPE).press(KeyCode.R);
        assertThat(typed("sign-rationale")).isEqualTo("no test evidence");
        page.fill("sign-rationale", "").press(KeyCode.ESCAPE).press(KeyCode.R);
        assertThat(typed("sign-rationale")).as("what was taken back is gone").isEmpty();
    }

    @Test
    void whoeverWasSlowerThanTheLogNeedNotWriteAgain() throws Exception {
        page.press(KeyCode.R).type("no test evidence");
        var _ =
                Decisions.record(
                        RunDirectory.of(run, Durability.EACH_WRITE),
                        null,
                        new RecordDraft(SigningDesk.NOW, "ticket_commented").with("text", "hi"),
                        null);
        page.click("sign-pin").type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("sign-refused")).isTrue();
        page.press(KeyCode.ENTER);
        work(robot);
        page.press(KeyCode.R);
        assertThat(typed("sign-rationale")).isEqualTo("no test evidence");
        page.click("sign-pin").type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("sign-done")).isTrue();
        assertThat(mayClose()).as("it is signed").isTrue();
    }

    @Test
    void anEscalationIsKeptUntilItIsWritten() throws Exception {
        page.press(KeyCode.E).type("look at reco").press(KeyCode.ESCAPE);
        assertThat(mayClose()).isFalse();
        page.press(KeyCode.E);
        assertThat(typed("escalate-reason")).isEqualTo("look at reco");
        page.click("escalate-write");
        work(robot);
        page.press(KeyCode.ESCAPE);
        assertThat(mayClose()).isTrue();
        page.press(KeyCode.E);
        assertThat(typed("escalate-reason")).as("that is written").isEmpty();
    }

    @Test
    void theWindowAsksBeforeItClosesOverIt() {
        page.press(KeyCode.A);
        assertThat(mayClose()).as("nothing is written yet").isTrue();
        page.type(SigningDesk.PIN);
        assertThat(mayClose()).as("a PIN is nothing to keep").isTrue();
        page.fill("sign-rationale", "checked with");
        assertThat(mayClose()).isFalse();
        assertThat(said(robot))
                .isEqualTo(
                        "What you wrote about "
                                + WAITS
                                + " is not signed or sent, and is lost when the window closes.");
        page.press(KeyCode.ESCAPE);
        assertThat(mayClose()).isFalse();
    }
}
