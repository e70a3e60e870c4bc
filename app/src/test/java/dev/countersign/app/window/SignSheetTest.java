// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.app.text.DisposalText;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Signing in the window: a real run, a real key, a real log.
class SignSheetTest extends SigningScreen {
    private Path run;

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        run = desk.copy(WAITS);
        show(robot, run);
    }

    private static String person(String id, String name, String role) {
        return "{\"id\": \"%s\", \"name\": \"%s\", \"roles\": [\"%s\"]}".formatted(id, name, role);
    }

    private void pin(FxRobot robot) {
        page.type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
    }

    private void again(FxRobot robot) {
        page.press(KeyCode.F5);
        work(robot);
    }

    private void known() {
        desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
    }

    private RunSnapshot read() throws Exception {
        return new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get()).read(run);
    }

    @Test
    void approvesByKeyboardAlone(FxRobot robot) throws Exception {
        page.press(KeyCode.A);
        assertThat(page.shows("sign-sheet")).isTrue();
        assertThat(page.focused()).isEqualTo("sign-identity");
        assertThat(page.words("sign-missing"))
                .containsExactly("Say who signs: an e-mail address or user id.");
        page.type("ann@example.com").press(KeyCode.TAB);
        assertThat(page.focused()).isEqualTo("sign-key");
        page.press(KeyCode.SPACE);
        assertThat(page.words("sign-missing")).containsExactly("Enter the PIN to sign.");
        assertThat(page.node("sign-sign").getAccessibleText())
                .isEqualTo("Sign approval, not possible. Enter the PIN to sign.");
        assertThat(page.focused()).isEqualTo("sign-pin");
        page.type(SigningDesk.PIN);
        assertThat(page.shows("sign-missing")).isFalse();
        assertThat(page.node("sign-sign").getAccessibleText()).isEqualTo("Sign approval");
        assertThat(page.node("sign-sign").isDisabled()).isFalse();
        page.press(KeyCode.ENTER);
        assertThat(page.node("sign-pin").getParent().isDisabled()).isTrue();
        work(robot);
        assertThat(page.text("sign-headline")).isEqualTo("Approved, signed, and in the log");
        assertThat(page.words("sign-done"))
                .contains(
                        "The log has it as record 13, read again and verified as signed by Ann"
                                + " <ann@example.com>.",
                        "Signature verified",
                        "Certificate trusted");
        assertThat(page.focused()).isEqualTo("sign-close");
        assertThat(robot.lookup("#sign-close").queryButton().getText()).isEqualTo("Done");
        page.press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("sign-sheet")).isFalse();
        RunSnapshot after = read();
        assertThat(after.status()).isEqualTo(RunStatus.APPROVED_PENDING_RESUME);
        assertThat(after.acts().getLast().signed()).isEqualTo(new Judgement.Held());
        ListView<?> timeline = robot.lookup("#timeline").queryListView();
        assertThat(timeline.getSelectionModel().getSelectedIndex()).isEqualTo(13);
        page.press(KeyCode.DIGIT1);
        assertThat(page.words("approvals"))
                .contains("Approved", "Signature verified", "Certificate trusted");
        assertThat(desk.notes().last())
                .isEqualTo(new Signer("ann@example.com", new KeySource.File(desk.key())));
        assertThat(desk.ledger()).contains("signed");
    }

    @Test
    void aWrongPinKeepsTheSheet(FxRobot robot) throws Exception {
        known();
        byte[] before = Files.readAllBytes(run.resolve("audit.jsonl"));
        page.press(KeyCode.A);
        assertThat(page.focused()).isEqualTo("sign-pin");
        page.type("falsch").press(KeyCode.ENTER);
        work(robot);
        assertThat(page.focused()).isEqualTo("sign-pin");
        assertThat(page.words("sign-missing")).containsExactly("The PIN is wrong: enter it again.");
        assertThat(robot.lookup("#sign-pin").queryTextInputControl().getText()).isEmpty();
        assertThat(Files.readAllBytes(run.resolve("audit.jsonl"))).isEqualTo(before);
        pin(robot);
        assertThat(page.shows("sign-done")).isTrue();
    }

    @Test
    void theAuthorIsRefusedBeforeThePin(FxRobot robot) throws Exception {
        page.press(KeyCode.A).type("P.Diaz");
        assertThat(page.text("sign-sentence"))
                .isEqualTo("P.Diaz is the author: somebody independent has to approve it.");
        assertThat(page.words("sign-safeguards"))
                .as("the check that failed stands in the list with its reason")
                .contains("P.Diaz is the author: somebody independent has to approve it.")
                .anySatisfy(words ->
                        assertThat(words)
                                .endsWith(
                                        " lists no people: your name and your role, approver, are"
                                                + " recorded as you claim them."))
                .noneMatch(words -> words.contains("see the top"));
        assertThat(page.words("sign-missing"))
                .containsExactly("This cannot be signed: 1 check failed.");
        assertThat(page.node("sign-sign").isDisabled()).isTrue();
        assertThat(page.node("sign-sign").getAccessibleText()).contains("is the author");
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("sign-sheet")).isFalse();
        desk.notes().keep(new Signer("p.diaz", null));
        page.press(KeyCode.A).press(KeyCode.ESCAPE);
        assertThat(page.node("decide-approve").isDisabled()).isTrue();
        assertThat(page.text("decision-reason"))
                .contains("p.diaz is the author: somebody independent has to approve it.");
        page.click("other-signer");
        assertThat(page.node("decide-approve").isDisabled()).isFalse();
    }

    @Test
    void aRejectionNeedsAReason(FxRobot robot) throws Exception {
        known();
        page.press(KeyCode.R);
        assertThat(page.focused()).isEqualTo("sign-rationale");
        assertThat(page.node("sign-sign").getAccessibleText())
                .isEqualTo("Sign rejection, not possible. Say why: a reason belongs to this act.");
        page.type("no test");
        assertThat(page.words("sign-missing")).containsExactly("Enter the PIN to sign.");
        page.click("sign-pin");
        pin(robot);
        assertThat(page.shows("sign-done")).isTrue();
        assertThat(read().status()).isEqualTo(RunStatus.REJECTED);
    }

    @Test
    void whatCameInBetweenIsShown(FxRobot robot) throws Exception {
        known();
        page.press(KeyCode.A);
        var _ =
                Decisions.record(
                        RunDirectory.of(run, Durability.EACH_WRITE),
                        null,
                        new RecordDraft(SigningDesk.NOW, "ticket_commented").with("text", "hi"),
                        null);
        byte[] before = Files.readAllBytes(run.resolve("audit.jsonl"));
        pin(robot);
        assertThat(page.words("sign-refused"))
                .contains(
                        "The log has grown since you looked at it: 1 record came in between."
                                + " Nothing was signed.");
        assertThat(page.words("sign-between"))
                .containsExactly("2026-11-21 06:00:00", "ticket_commented");
        assertThat(Files.readAllBytes(run.resolve("audit.jsonl"))).isEqualTo(before);
        page.press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("sign-sheet")).isFalse();
        page.press(KeyCode.A).type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("sign-done")).isTrue();
    }

    @Test
    void whatACrashKeptOutIsFinished(FxRobot robot) throws Exception {
        known();
        String before = Files.readString(run.resolve("state.json"));
        page.press(KeyCode.A).type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
        String after = Files.readString(run.resolve("state.json"));
        Files.writeString(run.resolve("state.json"), before);
        page.press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("unfinished")).isTrue();
        assertThat(page.text("unfinished-sentence"))
                .isEqualTo("An approval is in the log and not in state.json: a crash kept it out.");
        assertThat(page.node("decide-resume").isDisabled()).isTrue();
        assertThat(page.text("decision-reason"))
                .isEqualTo("First finish what a crash left, above.");
        assertThat(robot.lookup("#run .accent").queryAll()).containsExactly(page.node("finish"));
        page.click("finish");
        work(robot);
        assertThat(page.shows("unfinished")).isFalse();
        assertThat(Files.readString(run.resolve("state.json"))).isEqualTo(after);
    }

    @Test
    void theFocusStaysInTheSheet(FxRobot robot) {
        page.press(KeyCode.A);
        for (int i = 0; i < 20; i++) {
            page.press(KeyCode.TAB);
            assertThat(page.focusIn("sign-sheet")).isTrue();
        }
        page.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(page.shows("palette")).isFalse();
    }

    @Test
    void whatIsBlockedIsDisposedOf(FxRobot robot) throws Exception {
        known();
        run = desk.copy("change-approval-b31b90463aba");
        show(robot, run);
        page.click("decide-dispose");
        assertThat(page.words("sign-missing")).containsExactly("Give a disposition.");
        assertThat(page.focused()).isEqualTo("sign-disposition");
        page.compose("c").type("orrected elsewhere");
        assertThat(robot.lookup("#sign-disposition").queryTextInputControl().getText())
                .isEqualTo("corrected elsewhere");
        page.press(KeyCode.ENTER);
        assertThat(page.focused()).isEqualTo("sign-pin");
        pin(robot);
        assertThat(page.text("sign-headline")).isEqualTo("Disposition signed, and in the log");
    }

    @Test
    void aFindingIsDisposedOfInTheLogOfItsRun(FxRobot robot) throws Exception {
        known();
        run = desk.copy("change-approval-b31b90463aba");
        desk.noticed(run);
        page.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        work(robot);
        page.press(KeyCode.D);
        work(robot);
        assertThat(page.text("sign-title")).isEqualTo("Close finding");
        assertThat(page.text("sign-sentence")).startsWith("By signing you answer");
        page.type("false positive").click("sign-pin");
        pin(robot);
        assertThat(page.text("sign-headline")).isEqualTo("Disposition signed, and in the log");
        page.press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("finding-detail")).contains("Decided, not verified");
        assertThat(page.words("disposed"))
                .contains(
                        "false positive",
                        "ann@example.com · 2026-11-21 06:00:00 +01:00 (05:00:00 UTC)");
    }

    @Test
    void aFindingThatNoLogTakesIsDisposedOfInTheLedger(FxRobot robot) throws Exception {
        known();
        Path log = run.resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log).replaceFirst("CHG-1120", "CHG-1121"));
        byte[] broken = Files.readAllBytes(log);
        desk.noticed(run);
        page.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        work(robot);
        page.press(KeyCode.D);
        assertThat(page.shows("sign-looking")).isTrue();
        page.type("ir");
        assertThat(page.focused()).isEqualTo("sign-sheet");
        work(robot);
        assertThat(page.words("sign-heading"))
                .containsExactly("Close finding", "The chain is broken", WAITS);
        assertThat(page.text("sign-sentence")).isEqualTo(DisposalText.MEANING);
        assertThat(page.words("sign-safeguards")).contains(DisposalText.NO_LOG);
        assertThat(page.focused()).isEqualTo("sign-disposition");
        page.fill("sign-identity", "p.diaz");
        assertThat(page.text("sign-sentence"))
                .isEqualTo("p.diaz is the author: somebody independent has to close it.");
        page.fill("sign-identity", "ann@example.com").type("restored from backup");
        page.click("sign-pin");
        pin(robot);
        assertThat(page.text("sign-headline")).isEqualTo("Disposition signed, and in the ledger");
        assertThat(page.words("sign-done"))
                .contains(
                        "Signature verified", "Certificate trusted", "Policy not checked", "Entry")
                .anyMatch(text ->
                        text.matches(
                                "The ledger has it as entry \\d+, read again and verified as signed"
                                        + " by Ann <ann@example.com>."));
        page.press(KeyCode.ENTER);
        work(robot);
        assertThat(page.shows("sign-sheet")).isFalse();
        assertThat(page.words("disposed"))
                .containsExactly(
                        "Becomes",
                        "restored from backup",
                        "By",
                        "ann@example.com · 2026-11-21 06:00:00 +01:00 (05:00:00 UTC)",
                        "Signature",
                        DisposalText.signature(Outcome.NOT_CHECKED));
        assertThat(page.focused()).isEqualTo("findings");
        assertThat(Files.readAllBytes(log)).isEqualTo(broken);
        assertThat(desk.ledger()).contains("finding_disposed");
    }

    @Test
    void aRecordIsObserved(FxRobot robot) throws Exception {
        known();
        page.press(KeyCode.DIGIT5).press(KeyCode.HOME);
        page.click("observe");
        assertThat(page.text("sign-title")).isEqualTo("Observe");
        pin(robot);
        assertThat(page.text("sign-headline")).isEqualTo("Observed, signed, and in the log");
        String first = read().events().getFirst().text("hash");
        assertThat(read().events().getLast().text("observed")).isEqualTo(first);
    }

    @Test
    void policyNamesWhoMaySign(FxRobot robot) throws Exception {
        desk.identities(
                person("ann@example.com", "Ann", "approver"),
                person("p.diaz", "P. Diaz", "approver"),
                person("bo", "Bo", "control owner"));
        desk.notes().keep(new Signer("", new KeySource.File(desk.key())));
        again(robot);
        page.press(KeyCode.A);
        ComboBox<Identity> choices = robot.lookup("#sign-identity").queryComboBox();
        assertThat(choices.getItems())
                .containsExactly(new Identity("ann@example.com", "Ann", List.of("approver")));
        robot.interact(() -> choices.getSelectionModel().select(0));
        assertThat(page.words("sign-safeguards")).contains("Ann has the role approver.");
        page.click("sign-pin");
        pin(robot);
        assertThat(page.words("sign-done")).contains("Allowed by policy");
    }

    @Test
    void aCertificateOfSomebodyElseIsDeniedAndLedgered(FxRobot robot) throws Exception {
        desk.identities(person("bo@example.com", "Bo", "approver"));
        desk.notes().keep(new Signer("bo@example.com", new KeySource.File(desk.key())));
        again(robot);
        page.press(KeyCode.A).type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("sign-refused"))
                .contains(
                        "The certificate is not that of bo@example.com: it names"
                                + " ann@example.com.");
        assertThat(desk.ledger()).contains("denied");
    }
}
