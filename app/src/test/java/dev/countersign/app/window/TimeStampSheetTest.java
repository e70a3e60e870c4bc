// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunReader;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Signing with a time-stamp in the window, and every end of asking for one.
class TimeStampSheetTest extends SigningScreen {
    private static final String AUTHORITY = "http://tsa.example.com";

    private Path run;

    @Override
    void furnish(SigningDesk fresh) {
        fresh.notes().keep(new Signer("ann@example.com", new KeySource.File(fresh.key())));
        fresh.notes().askAuthority(AUTHORITY);
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        run = desk.copy(WAITS);
        show(robot, run);
    }

    private void sign(FxRobot robot) {
        page.press(KeyCode.A).type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
    }

    private boolean stamped() throws Exception {
        var now =
                new RunReader(
                                new ChainVerifier(Runnable::run, 1),
                                DefaultPolicy.get(),
                                TrustPlace.in(place.resolve("trust")))
                        .read(run);
        var signature = Objects.requireNonNull(now.acts().getLast().signature());
        return signature.timeStamp() != null;
    }

    @Test
    void theAuthorityIsNamedAskedAndBelieved(FxRobot robot) throws Exception {
        page.press(KeyCode.A);
        assertThat(page.text("sign-authority"))
                .isEqualTo("Time-stamp: http://tsa.example.com is asked when you sign.");
        page.type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("sign-done"))
                .contains("Time-stamped 2026-11-21 06:00:00 +01:00 (05:00:00 UTC)");
        assertThat(stamped()).isTrue();
    }

    @Test
    void whereItCannotBeReachedItIsAskedAgain(FxRobot robot) throws Exception {
        byte[] before = Files.readAllBytes(run.resolve("audit.jsonl"));
        desk.reaches(false);
        sign(robot);
        assertThat(page.text("sign-headline")).isEqualTo("Signed, and not time-stamped");
        assertThat(page.words("sign-unstamped")).contains(AUTHORITY + " cannot be reached.");
        assertThat(Files.readAllBytes(run.resolve("audit.jsonl"))).isEqualTo(before);
        assertThat(page.focused()).isEqualTo("sign-stamp");
        desk.reaches(true);
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("sign-done")).isTrue();
        assertThat(stamped()).isTrue();
    }

    @Test
    void itIsRecordedWithoutOnlyIfSomebodySaysSo(FxRobot robot) throws Exception {
        desk.reaches(false);
        sign(robot);
        page.press(KeyCode.TAB);
        assertThat(page.focused()).isEqualTo("sign-record");
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.shows("sign-done")).isTrue();
        assertThat(stamped()).isFalse();
    }

    @Test
    void theRequestIsCarriedThereAndTheAnswerBroughtBack(FxRobot robot) throws Exception {
        byte[] before = Files.readAllBytes(run.resolve("audit.jsonl"));
        desk.reaches(false);
        sign(robot);
        page.press(KeyCode.TAB).press(KeyCode.TAB);
        assertThat(page.focused()).isEqualTo("sign-carry");
        page.press(KeyCode.SPACE);
        work(robot);
        Path request = place.resolve(WAITS + ".tsq");
        assertThat(page.text("sign-headline")).isEqualTo("The request is written");
        assertThat(page.words("sign-carried"))
                .contains(WAITS + ".tsq", WAITS + ".response.json", place.toString());
        page.press(KeyCode.ESCAPE);
        work(robot);
        Path answer = Files.write(place.resolve(WAITS + ".tsr"), desk.answer(request));
        assertThat(Files.readAllBytes(run.resolve("audit.jsonl"))).isEqualTo(before);
        robot.interact(() -> window.desk().open(answer));
        work(robot);
        assertThat(page.words("response-asking"))
                .contains(
                        "Signature verified",
                        "Ann <ann@example.com> · EC P-256 with SHA-256 · 2026-11-21\u00a006:00:00"
                                + "\u00a0+01:00 (05:00:00\u00a0UTC) (time-stamped)");
        page.press(KeyCode.SPACE);
        work(robot);
        assertThat(page.text("status")).isEqualTo("Approved, to be resumed");
        assertThat(stamped()).isTrue();
    }

    @Test
    void anAnswerToSomethingElseDoesNotCount(FxRobot robot) throws Exception {
        desk.reaches(false);
        sign(robot);
        page.click("sign-carry");
        work(robot);
        page.press(KeyCode.ESCAPE);
        work(robot);
        Path stranger = Files.writeString(place.resolve("stranger.tsr"), "?");
        robot.interact(() -> window.desk().open(stranger));
        work(robot);
        assertThat(page.words("response-refused").getLast())
                .startsWith(stranger + " answers nothing here: put it beside stranger.tsq");
        page.press(KeyCode.ESCAPE);
        Path wrong = Files.writeString(place.resolve(WAITS + ".tsr"), "?");
        robot.interact(() -> window.desk().open(wrong));
        work(robot);
        assertThat(page.words("response-refused").getLast())
                .startsWith(wrong + " does not count: The time-stamp cannot be read");
    }
}
