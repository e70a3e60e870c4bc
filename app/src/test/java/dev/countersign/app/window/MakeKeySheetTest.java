// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.app.text.SignText;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;

/// Making a key in the window, and signing with it.
class MakeKeySheetTest extends SigningScreen {
    private static final String PIN = "long enough";

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        Path run = desk.copy(WAITS);
        show(robot, run);
    }

    private void tab(int times) {
        for (int i = 0; i < times; i++) {
            page.press(KeyCode.TAB);
        }
    }

    private void create() {
        page.press(KeyCode.A).type("cy@example.com");
        tab(3);
        assertThat(page.focused()).isEqualTo("sign-create-key");
        page.press(KeyCode.SPACE);
        assertThat(page.focused()).isEqualTo("key-name");
    }

    @Test
    void isMadeByKeyboardAloneAndSigns(FxRobot robot) throws Exception {
        create();
        page.type("Cy");
        tab(1);
        page.type("cy@example.com");
        tab(3);
        assertThat(page.focused()).isEqualTo("key-algorithm");
        tab(1);
        page.type(PIN);
        tab(1);
        page.type(PIN);
        tab(1);
        assertThat(page.focused()).isEqualTo("key-file");
        page.press(KeyCode.SPACE);
        tab(1);
        assertThat(page.focused()).isEqualTo("key-make");
        page.press(KeyCode.SPACE);
        work(robot);
        Path file = place.resolve("cy.p12");
        Path certificate = place.resolve("cy.cert.pem");
        assertThat(page.text("key-headline")).isEqualTo("The key is there");
        assertThat(page.words("key-made")).contains(file.toString(), certificate.toString());
        assertThat(Files.readString(certificate)).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(page.focused()).isEqualTo("key-use");
        page.press(KeyCode.SPACE);
        assertThat(page.shows("key-sheet")).isFalse();
        assertThat(page.focused()).isEqualTo("sign-pin");
        page.type(PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("sign-untrusted"))
                .contains(
                        "Your certificate is not trusted here",
                        "No trust anchor stands behind the certificate of Cy <cy@example.com>: its"
                                + " issuer is itself.",
                        SignText.UNTRUSTED);
        assertThat(page.focused()).isEqualTo("sign-close");
        assertThat(desk.ledger()).doesNotContain("signed");
        page.press(KeyCode.TAB).press(KeyCode.SPACE);
        work(robot);
        assertThat(page.words("sign-done"))
                .contains("Signature verified", "Certificate not trusted");
        assertThat(desk.notes().last())
                .isEqualTo(new Signer("cy@example.com", new KeySource.File(file)));
    }

    @Test
    void whatIsMissingIsSaidOneAfterTheOther(FxRobot robot) {
        create();
        lacks("Give a name of 1 to 64 characters.");
        page.type("Cy");
        lacks("Give one e-mail address, such as name@example.com.");
        tab(1);
        page.type("cy@example.com");
        lacks("Choose a PIN of at least 8 characters: it alone protects the file.");
        page.click("key-pin").type(PIN).press(KeyCode.TAB).type("another one");
        lacks("The two PINs differ: type the same one twice.");
        page.press(KeyCode.ENTER);
        assertThat(page.shows("key-asking")).isTrue();
        page.fill("key-pin-again", PIN);
        lacks("Choose where the key is written.");
        page.click("key-file");
        assertThat(page.shows("key-missing")).isFalse();
        assertThat(page.node("key-make").getAccessibleText()).isEqualTo("Create the key");
        assertThat(page.node("key-make").isDisabled()).isFalse();
    }

    private void lacks(String sentence) {
        assertThat(page.words("key-missing")).containsExactly(sentence);
        assertThat(page.node("key-make").isDisabled()).isTrue();
        assertThat(page.node("key-make").getAccessibleText())
                .isEqualTo("Create the key, not possible. " + sentence);
    }

    @Test
    void nothingIsOverwritten(FxRobot robot) throws Exception {
        Files.writeString(place.resolve("cy.p12"), "mine");
        create();
        fill();
        page.press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("key-trouble").getFirst())
                .contains(place.resolve("cy.p12").toString());
        assertThat(Files.readString(place.resolve("cy.p12"))).isEqualTo("mine");
        assertThat(place.resolve("cy.cert.pem")).doesNotExist();
    }

    @Test
    void aRequestWaitsForItsCertificate(FxRobot robot) throws Exception {
        create();
        page.click("key-request");
        fill();
        page.press(KeyCode.ENTER);
        work(robot);
        Path request = place.resolve("cy.csr.pem");
        assertThat(page.text("key-headline")).isEqualTo("Key and request are there");
        assertThat(Files.readString(request)).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        page.click("key-folder");
        assertThat(desk.shown()).containsExactly(place);
        page.click("key-close");
        desk.picksKey(place.resolve("cy.p12"));
        page.click("sign-key").type(PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("sign-key-problem").getFirst()).contains("has no certificate");
        Path issued =
                TestAuthority.pem(
                        place.resolve("cy.pem"),
                        desk.certify(Wish.person("Cy", "cy@example.com"), request));
        desk.picksKey(issued);
        page.click("sign-certificate").type(PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("sign-done")).contains("Signature verified", "Certificate trusted");
        assertThat(desk.notes().last().key())
                .isEqualTo(new KeySource.File(place.resolve("cy.p12"), issued));
    }

    private void fill() {
        page.click("key-name").type("Cy");
        page.click("key-email").type("cy@example.com");
        page.click("key-file");
        page.click("key-pin").type(PIN).press(KeyCode.TAB).type(PIN);
    }
}
