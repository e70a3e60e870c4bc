// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.chain.FileDigest;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;

/// Results of performing a workspace's runs again, kept and signed by keyboard.
class ResultsSheetTest extends SigningScreen {
    @Override
    void furnish(SigningDesk fresh) throws Exception {
        fresh.copy("change-approval-0155cb2f963b");
        fresh.copy("personal-trade-compliance-56914f5e2d62");
        fresh.performs();
        fresh.notes().keep(new Signer("ann@example.com", new KeySource.File(fresh.key())));
    }

    @Test
    void resultsAreKeptAndSignedIntoTheLedger(FxRobot robot) throws Exception {
        work(robot);
        page.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        work(robot);
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        work(robot);
        page.press(KeyCode.G);
        work(robot);
        Path kept = kept();
        String sha256 = FileDigest.sha256(Files.readAllBytes(kept));
        assertThat(page.words("sign-heading"))
                .containsExactly(
                        "Sign the results", "2 runs re-performed, none differs", "population");
        assertThat(page.words("sign-what")).contains(sha256);
        assertThat(page.focused()).isEqualTo("sign-pin");
        page.type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
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
        work(robot);
        assertThat(page.focused()).as("they are kept already").isEqualTo("sign-pin");
        page.press(KeyCode.ESCAPE);
        Files.writeString(kept, "mine");
        page.press(KeyCode.G);
        work(robot);
        assertThat(page.words("sign-unread"))
                .contains("Nothing was signed", kept + " exists already: give it another name.");
    }

    private Path kept() throws Exception {
        try (var files = Files.list(place)) {
            return files.filter(file -> file.getFileName().toString().startsWith("reperformance-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
