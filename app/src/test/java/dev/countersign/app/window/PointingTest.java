// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.PointedLooks;
import dev.countersign.app.sample.CountedFiles;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// What is pointed at is looked at away from the screen, however long that takes.
class PointingTest extends BundleScreen {
    private static final Duration LONG = Duration.ofSeconds(1);

    @Test
    void theScreensThreadNeverLooks() throws Exception {
        Path bundle = desk.bundle("evidence.zip", run);
        Path runs = Files.createDirectories(folder.resolve("more")).getParent();
        Path missing = folder.resolve("missing.jsonl");
        for (Path path : List.of(run, bundle, runs, missing, run.resolve("audit.jsonl"))) {
            var alone = new CountedFiles(path.getFileSystem());
            PointedLooks.at(alone.at(path));
            assertThat(alone.looks()).isPositive();
            List<Consumer<Path>> ways =
                    List.of(at -> window.desk().open(at), at -> window.desk().dropped(at));
            for (Consumer<Path> way : ways) {
                robot.interact(() -> looksOnce(path, way, alone.looks()));
            }
        }
    }

    private void looksOnce(Path path, Consumer<Path> way, int looks) {
        desk.steps().all();
        var files = new CountedFiles(path.getFileSystem());
        way.accept(files.at(path));
        assertThat(files.looks()).as("asked: " + path).isZero();
        desk.steps().next();
        assertThat(files.looks()).as("shown: " + path).isEqualTo(looks);
        desk.steps().all();
    }

    @Test
    void whatIsPointedAtLaterWins() throws Exception {
        Path bundle = desk.bundle("evidence.zip", run);
        robot.interact(() -> {
            window.desk().dropped(run);
            window.desk().dropped(bundle);
            desk.steps().all();
        });
        assertThat(page.shows("bundle-page")).isTrue();
        robot.interact(() -> {
            window.desk().dropped(bundle);
            window.desk().open(run);
            desk.steps().all();
        });
        assertThat(page.shows("bundle-page")).isFalse();
        assertThat(page.shows("run")).isTrue();
    }

    @Test
    void whatTakesLongIsSaidAndTheFocusStays() {
        Node before = window.scene().getFocusOwner();
        robot.interact(() -> window.desk().dropped(run));
        assertThat(page.shows("job-bar") && robot.lookup("#job-bar").query().isVisible()).isFalse();
        robot.interact(() -> desk.time().pass(LONG));
        assertThat(robot.lookup("#job-bar").query().isVisible()).isTrue();
        assertThat(page.says("job-bar")).contains("Looking at " + run.getFileName());
        assertThat(window.scene().getFocusOwner()).isSameAs(before);
        robot.interact(desk.steps()::all);
        assertThat(robot.lookup("#job-bar").query().isVisible()).isFalse();
        assertThat(page.shows("run")).isTrue();
    }

    @Test
    void whatIsTypedInASheetIsNotLostToALook() throws Exception {
        Path bundle = desk.bundle("evidence.zip", run);
        robot.interact(() -> {
            window.desk().open(run);
            desk.steps().all();
        });
        robot.push(KeyCode.A);
        robot.interact(desk.steps()::all);
        robot.interact(() -> window.desk().dropped(bundle));
        robot.interact(() ->
                robot.lookup("#sign-rationale").queryTextInputControl().setText("Checked by hand"));
        robot.interact(desk.steps()::all);
        assertThat(page.shows("run")).isTrue();
        assertThat(SigningScreen.said(robot)).startsWith("evidence.zip waits");
        assertThat(robot.lookup("#sign-rationale").queryTextInputControl().getText())
                .isEqualTo("Checked by hand");
        robot.push(KeyCode.ESCAPE);
        assertThat(SigningScreen.said(robot)).isEqualTo("evidence.zip can be opened now.");
        assertThat(page.shows("run")).isTrue();
        robot.interact(() -> {
            robot.lookup(".notification-bar .button-bar .button").queryButton().fire();
            desk.steps().all();
        });
        assertThat(page.text("bundle-verdict")).startsWith("Complete and valid");
    }

    @Test
    void whatIsCancelledOpensNothing() {
        robot.interact(() -> {
            window.desk().dropped(run);
            desk.time().pass(LONG);
            robot.lookup("#job-cancel").queryButton().fire();
            desk.steps().all();
        });
        assertThat(page.shows("run")).isFalse();
        assertThat(robot.lookup("#job-bar").query().isVisible()).isFalse();
    }
}
