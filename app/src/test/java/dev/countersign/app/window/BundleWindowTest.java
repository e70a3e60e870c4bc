// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.chain.FileDigest;

import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Bundles of real runs, opened and made by keyboard.
class BundleWindowTest extends BundleScreen {
    private static final String RUN = BundlePictures.RUN;
    private static final String OTHER = "personal-trade-compliance-56914f5e2d62";

    @AfterEach
    void release() {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    private void drop(Path path) {
        robot.interact(() -> {
            window.desk().open(path);
            desk.steps().all();
        });
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        robot.interact(desk.steps()::all);
    }

    @Test
    void aBundleIsVerifiedAndItsRunsAreReadThere() throws Exception {
        Path file = desk.bundle("evidence.zip", run, desk.copy(OTHER));
        drop(file);
        assertThat(page.text("bundle-verdict"))
                .isEqualTo(
                        "Complete and valid: every file is as it was packed. 2 runs, no problem"
                                + " found.");
        assertThat(robot.lookup(".situation-box .mark-verified").queryAll())
                .as("a shape beside words and colour")
                .isNotEmpty();
        assertThat(page.chains()).containsExactly(RUN + " Intact", OTHER + " Intact");
        assertThat(page.table().isFocused()).isTrue();
        press(KeyCode.ENTER);
        assertThat(page.says("run")).contains(RUN, "Awaiting approval");
        press(KeyCode.ESCAPE);
        assertThat(page.shows("bundle-page")).isTrue();
        assertThat(desk.ledger()).contains("verified", "opened", "exported");
        assertThat(Bundle.is(file)).isTrue();
    }

    /// The banner says in how many runs; here is said in which, and what.
    @Test
    void theRunsWithProblemsAreNamedWithWhatFailed() throws Exception {
        try (Stream<Path> files = Files.list(run.resolve("artifacts"))) {
            Files.writeString(files.sorted().findFirst().orElseThrow(), "{}");
        }
        drop(desk.bundle("evidence.zip", run, desk.copy(OTHER)));
        assertThat(page.text("bundle-verdict")).endsWith("Problems in 1 of 2 runs.");
        assertThat(page.chains()).contains(RUN + " Checks failed", OTHER + " Intact");
        assertThat(page.says("bundle-side"))
                .contains("Problems", RUN + ": artifacts failed")
                .doesNotContain(OTHER + ":");
    }

    /// The maker is told to send it separately; who receives it can compare it here.
    @Test
    void itsHashIsThereToBeCompared() throws Exception {
        Path file = desk.bundle("evidence.zip", run);
        String sha256 = FileDigest.sha256(Files.readAllBytes(file));
        drop(file);
        assertThat(page.says("bundle-side"))
                .contains(sha256.substring(0, 12), "the one that its maker sent you another way");
        drop(desk.bundle("evidence", run));
        assertThat(page.says("bundle-side")).contains("checksums").doesNotContain("SHA-256");
    }

    @Test
    void nothingBesideTheNamesOfRunsIsCutHoweverLargeTheTextIs() throws Exception {
        Path plain = BundlePictures.plain(run, folder);
        for (int larger = 0; larger <= 2; larger++) {
            drop(plain);
            assertThat(page.says("bundle-runs")).contains("no checkpoint", "13 records");
            assertThat(page.cut()).as("at size " + larger).isEmpty();
            robot.interact(() -> window.themes().resize(1));
        }
    }

    @Test
    void theChainOfARunInAnArchiveIsDrawnRecoveredAndComparedThere() throws Exception {
        Path log = run.resolve("audit.jsonl");
        String original = Files.readString(log);
        Files.writeString(log, original.replaceFirst("human_approval", "human_approvel"));
        Path file = desk.bundle("edited.tar.gz", run, desk.copy(OTHER));
        Files.writeString(log, original);
        drop(file);
        int at = page.chains().getFirst().startsWith(RUN) ? 0 : 1;
        robot.interact(() -> page.table().getSelectionModel().select(at));
        press(KeyCode.ENTER);
        press(KeyCode.I);
        assertThat(page.text("headline"))
                .isEqualTo("Broken at record 10 (line 11): the record was edited");
        assertThat(page.says("fault-detail")).contains("Record 10 (line 11) was edited");
        press(KeyCode.R);
        assertThat(page.text("recover-words")).contains("This is the text the hash was made from");
        press(KeyCode.DIGIT4);
        robot.interact(() -> {
            window.desk().dropped(log);
            desk.steps().all();
        });
        press(KeyCode.SPACE);
        assertThat(page.text("compare-sentence"))
                .isEqualTo("The logs differ only at record 10 (line 11).");
        picture("chain");

        drop(log);
        assertThat(page.shows("next-step")).isTrue();
        assertThat(page.text("headline")).startsWith("Intact as far as it goes");
        robot.interact(() -> {
            window.desk().dropped(file);
            desk.steps().all();
        });
        assertThat(page.says("drop-question")).contains(file.toString());
        press(KeyCode.SPACE);
        assertThat(page.text("compare-sentence")).startsWith("The logs differ only at record 10");
    }

    private void picture(String name) throws Exception {
        var image = new WritableImage[1];
        robot.interact(() -> image[0] = window.scene().snapshot(null));
        Png.write(image[0], Path.of("target", "screens", "bundle-" + name + ".png"));
    }

    @Test
    void whatWasChangedIsNamed() throws Exception {
        drop(BundlePictures.changed(desk, run));
        assertThat(page.text("bundle-verdict"))
                .isEqualTo(
                        "Complete, but not valid: files were changed after it was packed. Problems"
                                + " in 1 of 1 run.");
        assertThat(page.chains()).containsExactly(RUN + " Broken");
        assertThat(page.says("bundle-side"))
                .contains(
                        "data/runs/"
                                + RUN
                                + "/audit.jsonl is not what its checksum says: manifest-sha256.txt"
                                + " has ",
                        ": it was changed after the bag was made.")
                .as("hashes are told by their beginnings")
                .doesNotContainPattern("[0-9a-f]{64}");
        assertThat(page.shows("bundle-side .bundle-problem .icon-button")).isTrue();
    }

    @Test
    void aPlainArchiveIsNoProofThatNothingIsMissing() throws Exception {
        drop(BundlePictures.plain(run, folder));
        assertThat(page.text("bundle-verdict"))
                .isEqualTo(
                        "A plain archive, not damaged. Files may be missing: it has no list of what"
                                + " it should contain. 1 run, no problem found.");
        assertThat(page.chains()).containsExactly(RUN + " Intact");
    }

    @Test
    void whatIsHostileIsRefusedInOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("evidence.zip"), "PK\3\4 and nothing else");
        drop(file);
        assertThat(page.text("headline")).isEqualTo("evidence.zip is not read");
        assertThat(page.says("bundle-message"))
                .contains(
                        file
                                + " is refused: the archive ends too early: it was cut off, or not"
                                + " copied to its end. Nothing of it was read: get another copy.");
    }

    @Test
    void aRefusedBundleLeadsToAnotherToItsFolderAndToAnExactCopy() throws Exception {
        Path file = Files.writeString(folder.resolve("evidence.zip"), "PK\3\4 and nothing else");
        drop(file);
        press(KeyCode.F);
        assertThat(desk.shown()).containsExactly(folder);
        press(KeyCode.C);
        assertThat(desk.copied())
                .singleElement()
                .asString()
                .startsWith(file + " is refused: the archive ends too early");
        assertThat(page.text("bundle-copy")).isEqualTo("Copied");
        desk.picks(desk.bundle("whole.zip", run));
        page.fire("bundle-other");
        assertThat(page.text("bundle-verdict")).startsWith("Complete and valid");
    }

    @Test
    void verifyingIsCancelled() throws Exception {
        Path file = desk.bundle("evidence.zip", run);
        robot.interact(() -> {
            window.desk().open(file);
            desk.steps().next(); // looked at
            desk.steps().next(); // opened
        });
        assertThat(page.possible("bundle-extract")).isFalse();
        press(KeyCode.ESCAPE);
        assertThat(page.text("bundle-verdict"))
                .isEqualTo("Verifying was stopped: there is no result for this bundle.");
        press(KeyCode.F5);
        assertThat(page.text("bundle-verdict")).startsWith("Complete and valid");
    }

    @Test
    void aBundleIsExtractedIntoAnEmptyFolderOnly() throws Exception {
        drop(desk.bundle("evidence.zip", run));
        Path target = folder.resolve("extracted");
        desk.picks(target);
        press(KeyCode.X);
        assertThat(page.text("bundle-extracted")).isEqualTo("Extracted into " + target + ".");
        assertThat(target.resolve("bundle/data/runs").resolve(RUN).resolve("audit.jsonl"))
                .hasSameBinaryContentAs(run.resolve("audit.jsonl"));
        press(KeyCode.F);
        page.fire("bundle-show");
        assertThat(desk.shown()).containsExactly(target, target);
        press(KeyCode.X);
        assertThat(page.shows("bundle-show")).isFalse();
        assertThat(page.text("bundle-extracted"))
                .isEqualTo(
                        target
                                + " exists already and is no empty folder: it is left as it is;"
                                + " give another name.");
    }

    @Test
    void extractingIsCancelledAndLeavesNothing() throws Exception {
        drop(desk.bundle("evidence.zip", run));
        Path target = folder.resolve("extracted");
        desk.picks(target);
        robot.push(KeyCode.X);
        assertThat(page.shows("bundle-stop")).isTrue();
        assertThat(page.possible("bundle-extract")).isFalse();
        press(KeyCode.ESCAPE);
        assertThat(page.text("bundle-extracted"))
                .isEqualTo("Cancelled: nothing was left in " + target + ".");
        assertThat(target).doesNotExist();
        press(KeyCode.X);
        assertThat(page.text("bundle-extracted")).isEqualTo("Extracted into " + target + ".");
    }

    @Test
    void aBundleOfTheRunIsMadeByKeyAndNeverReplacesAnything() throws Exception {
        drop(run);
        press(KeyCode.B);
        assertThat(page.text("make-headline")).isEqualTo("Create a bundle");
        assertThat(page.shows("make-1")).isFalse();
        press(KeyCode.ENTER);
        Path file = folder.resolve(RUN + "-bundle.zip");
        String sha256 = FileDigest.sha256(Files.readAllBytes(file));
        assertThat(page.text("make-headline")).isEqualTo("The bundle was made");
        assertThat(page.says("make-made")).contains(sha256);
        page.fire("make-show");
        assertThat(desk.shown()).containsExactly(folder);
        assertThat(desk.ledger()).contains("exported");
        press(KeyCode.ESCAPE);
        press(KeyCode.B);
        press(KeyCode.ENTER);
        assertThat(page.text("make-headline")).isEqualTo("Not made");
        assertThat(page.says("make-failed")).contains(file.toString());
        assertThat(FileDigest.sha256(Files.readAllBytes(file))).isEqualTo(sha256);
        Files.move(file, folder.resolve("earlier.zip"));
        page.fire("make-again");
        robot.interact(desk.steps()::all);
        assertThat(page.text("make-headline")).as("elsewhere").isEqualTo("The bundle was made");
        press(KeyCode.ESCAPE);
        assertThat(page.shows("make-made")).isFalse();
    }

    @Test
    void makingABundleIsCancelledByKeyAndNothingIsLeft() throws Exception {
        drop(run);
        press(KeyCode.B);
        robot.push(KeyCode.ENTER);
        assertThat(page.text("make-headline")).isEqualTo("Packing 1 run\u2026");
        assertThat(page.possible("make-stop")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(page.text("make-stop")).isEqualTo("Stopping\u2026");
        assertThat(page.possible("make-stop")).isFalse();
        robot.interact(desk.steps()::all);
        String file = RUN + "-bundle.zip";
        assertThat(page.says("make-stopped").strip())
                .isEqualTo("Not made Packing was cancelled. Nothing of " + file + " is left.");
        assertThat(folder.resolve(file)).doesNotExist();
        press(KeyCode.ESCAPE);
        assertThat(page.shows("make-stopped")).isFalse();
    }

    @Test
    void aRunOfABundleIsOpenedByTheButtonAndByADoubleClick() throws Exception {
        drop(desk.bundle("evidence.zip", run));
        page.fire("bundle-open");
        assertThat(page.says("run")).contains(RUN, "Awaiting approval");
        press(KeyCode.ESCAPE);
        robot.doubleClickOn(RUN);
        robot.interact(desk.steps()::all);
        assertThat(page.says("run")).contains(RUN, "Awaiting approval");
    }

    @Test
    void theSampleOfAMonthGoesIntoOneBundle() throws Exception {
        desk.copy("change-approval-b31b90463aba");
        desk.copy("change-approval-ff5ccef3db16");
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        page.fire("sample-bundle");
        assertThat(page.text("make-0")).isEqualTo("Bundle the sample’s 2 runs…");
        press(KeyCode.ENTER);
        Path file = folder.resolve("sample-2026-11-bundle.zip");
        assertThat(page.text("make-headline")).isEqualTo("The bundle was made");
        press(KeyCode.ESCAPE);
        drop(file);
        assertThat(page.chains())
                .containsExactly(
                        "change-approval-b31b90463aba Intact",
                        "change-approval-ff5ccef3db16 Intact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence", "evidence.zip", "evidence.tar.gz"})
    void whatIsSignedOfARunInABundleIsAResponse(String name) throws Exception {
        Path bundle = desk.bundle(name, run);
        desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
        drop(bundle);
        press(KeyCode.ENTER);
        press(KeyCode.A);
        new SignSheetPage(robot).type(SigningDesk.PIN);
        press(KeyCode.ENTER);
        Path inside = bundle.toAbsolutePath().resolve(inside(name)).resolve(RUN);
        assertThat(page.says("sign-sheet"))
                .contains(
                        "Signed, and not in the log",
                        inside
                                + " lies in a bundle, which is never written to: save the response,"
                                + " and import it where the run lives.");
        press(KeyCode.ENTER);
        assertThat(page.says("sign-sheet")).contains("The response is written");
        assertThat(folder.resolve(RUN + ".response.json")).exists();
        press(KeyCode.ESCAPE);
        press(KeyCode.ESCAPE);
        press(KeyCode.F5);
        assertThat(page.text("bundle-verdict")).startsWith("Complete and valid");
    }

    private static String inside(String name) {
        return name.equals("evidence") ? "data/runs" : "bundle/data/runs";
    }
}
