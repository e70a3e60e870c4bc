// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.chain.FileDigest;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;

/// Results of performing a workspace's runs again, kept and signed by keyboard.
@ExtendWith(WindowExtension.class)
class ResultsSheetTest {
    @TempDir Path folder;
    private Stage stage;

    @Start
    void start(Stage shown) {
        HeadlessFx.install();
        stage = shown;
    }

    @Test
    void resultsAreKeptAndSignedIntoTheLedger(FxRobot robot) throws Exception {
        var desk = new SigningDesk(folder, SigningDesk.NOW);
        desk.copy("change-approval-0155cb2f963b");
        desk.copy("personal-trade-compliance-56914f5e2d62");
        desk.performs();
        desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
        var page = new SignSheetPage(robot);
        robot.interact(() -> {
            Wiring.Window window = desk.window(1280, 800);
            stage.setScene(window.scene());
            stage.show();
            desk.steps().all();
        });
        page.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        robot.interact(desk.steps()::all);
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        robot.interact(desk.steps()::all);
        page.press(KeyCode.G);
        robot.interact(desk.steps()::all);
        Path kept = kept();
        String sha256 = FileDigest.sha256(Files.readAllBytes(kept));
        assertThat(page.words("sign-heading"))
                .containsExactly(
                        "Sign the results", "2 runs performed again, none differs", "population");
        assertThat(page.words("sign-what")).contains(sha256);
        assertThat(page.focused()).isEqualTo("sign-pin");
        page.type(SigningDesk.PIN).press(KeyCode.ENTER);
        robot.interact(desk.steps()::all);
        assertThat(page.text("sign-headline")).isEqualTo("Results signed, and in the ledger");
        assertThat(desk.results())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.resultsSha256()).isEqualTo(sha256);
                    assertThat(one.verdict().person()).isEqualTo("ann@example.com");
                    assertThat(one.verdict().signed()).isInstanceOf(Judgement.Held.class);
                    assertThat(one.verdict().trusted()).isInstanceOf(Judgement.Held.class);
                });
        page.press(KeyCode.ENTER);
        assertThat(page.shows("sign-sheet")).isFalse();
        page.press(KeyCode.G);
        robot.interact(desk.steps()::all);
        assertThat(page.focused()).as("they are kept already").isEqualTo("sign-pin");
        page.press(KeyCode.ESCAPE);
        Files.writeString(kept, "mine");
        page.press(KeyCode.G);
        robot.interact(desk.steps()::all);
        assertThat(page.words("sign-unread"))
                .contains("Nothing was signed", kept + " exists already: give it another name.");
    }

    private Path kept() throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("reperformance-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
