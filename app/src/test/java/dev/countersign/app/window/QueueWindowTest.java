// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.WindowServices;
import dev.countersign.app.Wiring;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.queue.QueueRow;
import dev.countersign.app.platform.FilePicker;
import dev.countersign.app.sample.ManualTimer;
import dev.countersign.app.sample.SampleQueue;
import dev.countersign.app.sample.SampleServices;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.Steps;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ExtendWith(WindowExtension.class)
class QueueWindowTest {
    @TempDir static Path folder;
    private final Steps workers = new Steps();
    private final ManualTimer time = new ManualTimer(SampleQueue.NOW);
    private final SampleQueue source = SampleQueue.of(60);
    private Wiring.Window window;
    private QueuePage page;

    @Start
    void start(Stage stage) {
        HeadlessFx.install();
        window =
                Wiring.window(
                        new WindowServices(
                                new ScriptedVerifier(),
                                new Jobs(workers, Runnable::run, new Steps()),
                                new Picker(),
                                text -> {},
                                ScriptedVerifier.CLOCK,
                                SampleServices.runs(time, source)),
                        1180,
                        760);
        stage.setScene(window.scene());
        stage.show();
    }

    @BeforeEach
    void page(FxRobot robot) {
        page = new QueuePage(robot);
    }

    private void open(FxRobot robot) {
        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        robot.interact(workers::all);
    }

    @Test
    void theFirstStartSaysWhatToDo() {
        assertThat(page.shows("queue-empty")).isTrue();
        assertThat(page.ways()).containsExactly("Open the demo workspace", "Open folder…");
        assertThat(page.here()).isEqualTo("Queue");
        assertThat(page.mute()).isEmpty();
    }

    @Test
    void severalRowsAreSelectedByKeyAndGoIntoOneBundle(FxRobot robot) {
        open(robot);
        page.press(KeyCode.DOWN).press(KeyCode.SHIFT, KeyCode.DOWN);
        page.press(KeyCode.SHIFT, KeyCode.J);
        assertThat(page.count()).isEqualTo("60 waiting · 60 runs · 3 selected");
        QueueRow last = page.selected();
        page.press(KeyCode.F5);
        robot.interact(workers::all);
        assertThat(page.count()).as("read again").endsWith("3 selected");
        assertThat(page.table().getSelectionModel().getSelectedIndices())
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(page.selected()).isEqualTo(last);
        page.press(KeyCode.B);
        assertThat(robot.lookup("#make-asking .sign-buttons .button").queryAllAs(Button.class))
                .extracting(Button::getText)
                .containsExactly(
                        "Bundle the 3 selected runs…",
                        "Bundle this run…",
                        "Bundle all 60 listed…",
                        "Close");
        page.press(KeyCode.ESCAPE).press(KeyCode.J);
        assertThat(page.count()).isEqualTo("60 waiting · 60 runs");
        page.press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.B);
        assertThat(robot.lookup("#make-0").queryAs(Button.class).getText())
                .isEqualTo("Bundle the 60 selected runs…");
    }

    @Test
    void theDemoIsOneClickAway(FxRobot robot) {
        page.click("queue-demo").click("queue-demo");
        robot.interact(workers::all);
        assertThat(page.count()).isEqualTo("60 waiting · 60 runs");
        assertThat(workers.waiting()).isZero();
    }

    @Test
    void aFolderWithoutRunsLeadsToAnotherAndToTheDemo(FxRobot robot) {
        robot.interact(() -> window.desk().queue().model().open(SampleQueue.of(0)));
        robot.interact(workers::all);
        assertThat(page.shows("queue-nothing")).isTrue();
        assertThat(page.ways()).containsExactly("Open folder…", "Open the demo workspace");
        page.press(KeyCode.TAB).press(KeyCode.SPACE);
        robot.interact(workers::all);
        assertThat(page.count()).as("the demo").isEqualTo("60 waiting · 60 runs");
    }

    @Test
    void theOrderOfTheRowsIsSaid(FxRobot robot) {
        open(robot);
        assertThat(page.order()).isEqualTo("Broken chains first, then by due time");
        assertThat(page.table().getAccessibleText())
                .isEqualTo("Waiting decisions. Broken chains first, then by due time");
    }

    @Test
    void aBrokenChainGoesToThePlatformOwnerAtOnceWhateverItsClock(FxRobot robot) {
        open(robot);
        assertThat(page.rowSays(0))
                .contains("Platform owner, audit, nothing can be approved", "At once");
        assertThat(page.remaining()).startsWith("At once", "At once", "At once", "4h 31m over");
        page.type("/").type("platform owner");
        assertThat(page.table().getItems()).hasSize(3);
    }

    @Test
    void aFolderIsReadAndItsFirstRowSelected(FxRobot robot) {
        open(robot);
        assertThat(page.count()).isEqualTo("60 waiting · 60 runs");
        assertThat(page.selectedIndex()).isZero();
        assertThat(page.table().isFocused()).isTrue();
        assertThat(page.mute()).isEmpty();
        assertThat(page.chip("mine").isDisabled()).isTrue();
        assertThat(page.chip("mine").getAccessibleText())
                .isEqualTo("Mine: nobody has signed here yet");
        assertThat(page.lacks())
                .isEqualTo(
                        "Mine: nobody has signed here yet. Sampled: no open month has a sample yet,"
                                + " draw one under Samples.");
    }

    @Test
    void walksRowsByKeyAndOpensARun(FxRobot robot) {
        open(robot);
        page.press(KeyCode.J).press(KeyCode.J).press(KeyCode.K).press(KeyCode.DOWN);
        assertThat(page.selectedIndex()).isEqualTo(2);
        String id = page.selected().runId();
        page.press(KeyCode.ENTER);
        assertThat(page.here()).isEqualTo(id);
        assertThat(page.trail()).containsExactly("Queue");
        page.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(page.here()).isEqualTo("Queue");
        assertThat(page.selected().runId()).isEqualTo(id);
        assertThat(page.table().isFocused()).isTrue();
    }

    @Test
    void filtersAsOneTypes(FxRobot robot) {
        open(robot);
        page.type("/");
        assertThat(page.typing()).isTrue();
        page.type("ledger?j");
        assertThat(page.typed()).as("letters are letters here").isEqualTo("ledger?j");
        assertThat(page.table().getItems()).isEmpty();
        page.press(KeyCode.BACK_SPACE).press(KeyCode.BACK_SPACE);
        assertThat(page.table().getItems())
                .isNotEmpty()
                .allMatch(row -> row.search().contains("ledger"));
        page.press(KeyCode.ENTER);
        assertThat(page.table().isFocused()).isTrue();
        page.press(KeyCode.ESCAPE);
        assertThat(page.table().getItems()).hasSize(60);
        assertThat(page.typed()).isEmpty();
    }

    @Test
    void chipsPickByClickAndKey(FxRobot robot) {
        open(robot);
        page.click("chip-blocked");
        assertThat(page.table().getItems()).hasSize(7);
        assertThat(page.count()).isEqualTo("7 of 60 waiting · 60 runs");
        page.press(KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(page.chip("blocked").isSelected()).isFalse();
        assertThat(page.table().getItems()).hasSize(60);
    }

    @Test
    void aSecondThatPassesLaysNoTableOutAgain(FxRobot robot) {
        open(robot);
        robot.interact(() -> time.pass(Duration.ofMinutes(17)));
        robot.interact(() -> time.pass(Duration.ofSeconds(1)));
        List<String> before = page.remaining();
        robot.interact(() -> {
            assertThat(page.table().isNeedsLayout()).isFalse();
            time.pass(Duration.ofSeconds(1));
            assertThat(page.table().isNeedsLayout()).as("a cell that ticks").isFalse();
        });
        assertThat(page.remaining()).isNotEqualTo(before);
    }

    @Test
    void ticksEachSecondOnlyWhileARowInSightIsUnderAnHour(FxRobot robot) {
        open(robot);
        Ticker ticker = window.desk().queue().model().ticker();
        robot.interact(() -> {
            window.desk().queue().model().textProperty().set("chg-1123");
            window.scene().getRoot().layout();
            time.pass(Duration.ofMinutes(1));
        });
        assertThat(ticker.pace()).isEqualTo(Ticker.Pace.MINUTE);
        assertThat(page.remaining()).contains("1h 15m left");
        robot.interact(() -> time.pass(Duration.ofMinutes(16)));
        assertThat(ticker.pace()).isEqualTo(Ticker.Pace.SECOND);
        var before = page.remaining();
        robot.interact(() -> time.pass(Duration.ofSeconds(1)));
        assertThat(page.remaining()).isNotEqualTo(before);
        page.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(ticker.pace()).as("out of sight").isEqualTo(Ticker.Pace.STOPPED);
    }

    @Test
    void thePreviewFollowsTheRowsByKey(FxRobot robot) {
        open(robot);
        assertThat(page.shows("queue-preview")).isFalse();
        page.press(KeyCode.P);
        assertThat(page.preview()).isEqualTo(page.selected().item().run().subject());
        page.press(KeyCode.J);
        assertThat(page.selectedIndex()).isOne();
        assertThat(page.preview()).isEqualTo(page.selected().item().run().subject());
        assertThat(page.mute()).isEmpty();
        page.press(KeyCode.SPACE);
        assertThat(page.shows("queue-preview")).isFalse();
        assertThat(page.table().isFocused()).isTrue();
        page.click("preview-toggle");
        assertThat(page.shows("queue-preview")).isTrue();
    }

    @Test
    void thePaletteFindsARunByALetterOrTwo(FxRobot robot) {
        open(robot);
        page.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(page.shows("palette")).isTrue();
        page.type("chg-1123");
        assertThat(page.found()).isOne();
        assertThat(page.text("palette-count")).startsWith("1 result ");
        page.press(KeyCode.ENTER);
        assertThat(page.shows("palette")).isFalse();
        assertThat(page.here()).isEqualTo("change-approval-d5336963eef0");
    }

    @Test
    void thePaletteFindsARunByItsHead(FxRobot robot) {
        open(robot);
        var run = page.selected().item().run();
        page.press(KeyCode.CONTROL, KeyCode.K).type(run.head().substring(0, 10));
        assertThat(page.found()).as("its id ends in the same digits").isEqualTo(2);
        assertThat(page.text("palette-count")).startsWith("2 results ");
        page.press(KeyCode.ENTER);
        assertThat(page.here()).isEqualTo(run.runId());
    }

    @Test
    void thePaletteFindsScreensAndActionsAndGivesKeysBack(FxRobot robot) {
        open(robot);
        page.press(KeyCode.CONTROL, KeyCode.K).type("integ").press(KeyCode.ENTER);
        assertThat(page.here()).isEqualTo("Integrity");
        page.press(KeyCode.CONTROL, KeyCode.DIGIT1).press(KeyCode.CONTROL, KeyCode.K);
        page.press(KeyCode.DOWN).press(KeyCode.ESCAPE);
        assertThat(page.shows("palette")).isFalse();
        assertThat(page.table().isFocused()).isTrue();
    }

    @Test
    void theKeysOfThisScreenAreAmongTheKeys(FxRobot robot) {
        open(robot);
        page.type("?");
        assertThat(page.shows("key-map")).isTrue();
        assertThat(robot.lookup("Open the run").tryQuery()).isPresent();
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("key-map")).isFalse();
    }

    @Test
    void onlyTheRowsInSightAreMade(FxRobot robot) {
        robot.interact(() -> {
            window.desk().queue().model().open(SampleQueue.of(100_000));
            workers.all();
        });
        assertThat(page.count()).isEqualTo("100,000 waiting · 100,000 runs");
        page.press(KeyCode.END);
        assertThat(page.rowsMade()).isLessThan(60);
    }

    private static final class Picker implements FilePicker {
        @Override
        public Optional<Path> log() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(folder);
        }
    }
}
