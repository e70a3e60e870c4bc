// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;

/// How far work is, and the way to cancel it, stand once in the window: on the page that does it,
/// and below every other page.
class OneProgressTest extends BundleScreen {
    private static final Duration LONG = Duration.ofSeconds(1);

    @Override
    void furnish() {
        desk.performs();
    }

    /// Looks at what it is, and goes no further.
    private void point(Path path) {
        robot.interact(() -> {
            window.desk().open(path);
            desk.steps().next();
        });
    }

    private void takesLong() {
        robot.interact(() -> desk.time().pass(LONG));
    }

    private boolean below() {
        return robot.lookup("#job-bar").query().isVisible();
    }

    @Test
    void whileALogIsVerified() {
        point(run.resolve("audit.jsonl"));
        takesLong();
        assertThat(page.shows("cancel")).isTrue();
        assertThat(below()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        assertThat(below()).isTrue();
        assertThat(page.says("job-bar")).contains("Verifying audit.jsonl");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(below()).isFalse();
    }

    @Test
    void whileRunsAreReadTheQueueHasTheWayToCancel() {
        point(folder.resolve("runs"));
        takesLong();
        assertThat(below()).isFalse();
        assertThat(page.shows("cancel-queue")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        assertThat(page.says("job-bar")).contains("Reading runs");
        assertThat(below()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(below()).isFalse();
        robot.push(KeyCode.ESCAPE);
        robot.interact(desk.steps()::all);
        assertThat(page.shows("cancel-queue")).isFalse();
    }

    @Test
    void whileRunsArePerformedAgainAndAReportIsMade() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        robot.interact(desk.steps()::all);
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        robot.push(KeyCode.M);
        takesLong();
        assertThat(page.shows("cancel-matrix")).isTrue();
        assertThat(below()).isFalse();
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(page.says("job-bar")).contains("Re-performing runs");
        assertThat(below()).isTrue();
        robot.push(KeyCode.M);
        takesLong();
        assertThat(page.shows("cancel-report")).isTrue();
        assertThat(page.says("job-bar")).contains("Re-performing runs").doesNotContain("more");
    }

    @Test
    void whileASampleIsReadAndComparedAndABundleIsVerified() throws Exception {
        Path bundle = desk.bundle("evidence.zip", run);
        point(bundle);
        robot.interact(desk.steps()::next);
        takesLong();
        assertThat(page.shows("bundle-stop")).isTrue();
        assertThat(below()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(below()).isTrue();
        takesLong();
        assertThat(page.shows("cancel-samples")).isTrue();
        assertThat(page.says("job-bar")).contains("Verifying").doesNotContain("more");
        robot.interact(desk.steps()::all);
        assertThat(below()).isFalse();
        robot.push(KeyCode.G);
        takesLong();
        assertThat(below()).isFalse();
    }
}
