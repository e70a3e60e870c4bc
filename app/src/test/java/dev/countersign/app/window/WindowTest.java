// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.WindowServices;
import dev.countersign.app.Wiring;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.StripWindow;
import dev.countersign.app.feature.integrity.RecoveryState;
import dev.countersign.app.platform.FilePicker;
import dev.countersign.app.sample.SampleFaults;
import dev.countersign.app.sample.SampleReports;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.Steps;
import dev.countersign.app.text.FaultText;

import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(WindowExtension.class)
class WindowTest {
    private final ScriptedVerifier verifier = new ScriptedVerifier();
    private final Steps workers = new Steps();
    private final List<String> copied = new ArrayList<>();
    private final Path toPick = ScriptedVerifier.log("intact");
    private Wiring.Window window;
    private IntegrityPage page;

    @Start
    void start(Stage stage) {
        HeadlessFx.install();
        var jobs = new Jobs(workers, Runnable::run, new Steps());
        window =
                Wiring.window(
                        new WindowServices(
                                verifier,
                                jobs,
                                new Picker(),
                                copied::add,
                                ScriptedVerifier.CLOCK,
                                null),
                        1180,
                        760);
        stage.setScene(window.scene());
        stage.show();
    }

    @BeforeEach
    void page(FxRobot robot) {
        page = new IntegrityPage(robot);
    }

    private void open(FxRobot robot, String name) {
        robot.interact(() -> {
            window.model().open(ScriptedVerifier.log(name));
            workers.all();
        });
    }

    private void drop(FxRobot robot, Path path) {
        robot.interact(() -> {
            window.desk().dropped(path);
            workers.next();
        });
    }

    @Test
    void opensALogByKeyAndSaysWhatItIs(FxRobot robot) {
        assertThat(page.shows("empty")).isTrue();
        page.press(KeyCode.CONTROL, KeyCode.O);
        robot.interact(workers::next);
        assertThat(page.shows("running")).isTrue();
        robot.interact(workers::all);
        assertThat(page.headline())
                .isEqualTo("Log intact; a file check failed: 19 records, head 7c1e5d0a94f3…");
        assertThat(page.verdict()).isEqualTo("Intact");
        assertThat(robot.lookup("#verdict").queryAs(Label.class).getStyleClass())
                .contains(Mark.FAILED.styleClass());
        assertThat(robot.lookup("#around-failed").queryAs(Label.class).getText())
                .isEqualTo("state.json has other approvals than the log.");
        assertThat(page.everyControlSpeaks()).isTrue();
    }

    @Test
    void aFileDroppedOnAnOpenLogIsAskedAbout(FxRobot robot) throws Exception {
        open(robot, "broken");
        Path copy = ScriptedVerifier.log("intact");
        drop(robot, copy);
        assertThat(robot.lookup("#drop-question").query().isVisible()).isTrue();
        Region card = robot.lookup("#drop-question").queryAs(Region.class);
        assertThat(card.getBackground()).as("it covers what is below").isNotNull();
        assertThat(window.scene().getFocusOwner().getId()).isEqualTo("drop-compare");
        page.press(KeyCode.ESCAPE);
        assertThat(robot.lookup("#drop-question").query().isVisible()).isFalse();
        assertThat(verifier.asked).hasSize(1);
        drop(robot, copy);
        page.press(KeyCode.SPACE);
        robot.interact(workers::all);
        assertThat(page.shows("choose-copy") && page.saysAll(copy.toString())).isTrue();
        assertThat(robot.lookup(".key-letter").<Text>queryAllAs(Text.class))
                .extracting(Text::getText)
                .as("a letter is on one button")
                .contains("c")
                .doesNotHaveDuplicates();
        drop(robot, copy);
        page.click("drop-open");
        robot.interact(workers::all);
        assertThat(page.verdict()).isEqualTo("Intact");
    }

    @Test
    void opensARunDirectoryByButton(FxRobot robot) {
        page.click("open-folder");
        robot.interact(workers::next);
        assertThat(page.shows("running")).isTrue();
    }

    @Test
    void escapeStopsAndNothingIsSaidAboutTheRest(FxRobot robot) {
        page.click("open-log");
        robot.interact(workers::next);
        page.press(KeyCode.ESCAPE);
        robot.interact(workers::all);
        assertThat(page.headline())
                .isEqualTo(
                        "Stopped after 7,158,278 records: 3 faults so far, the rest was not read");
        assertThat(page.shows("verdict")).isFalse();
        page.press(KeyCode.F5);
        assertThat(page.shows("running")).isTrue();
    }

    @Test
    void stepsThroughFaultsByKey(FxRobot robot) {
        open(robot, "broken");
        assertThat(page.selectedRecord()).isEqualTo(12);
        page.press(KeyCode.N).press(KeyCode.N);
        assertThat(page.selectedRecord()).isEqualTo(46);
        page.press(KeyCode.P).press(KeyCode.DOWN).press(KeyCode.J).press(KeyCode.UP);
        assertThat(page.selectedRecord()).isEqualTo(30);
        page.press(KeyCode.K);
        assertThat(page.selectedRecord()).isEqualTo(29);
        assertThat(page.faultSentence())
                .isEqualTo(FaultText.sentence(SampleReports.broken().faults().get(1)));
        page.press(KeyCode.ENTER);
        assertThat(page.records().isFocused()).isFalse();
        page.press(KeyCode.ESCAPE);
        assertThat(page.records().isFocused()).isTrue();
    }

    @Test
    void aClickInThePictureSelectsWhatIsThere(FxRobot robot) {
        open(robot, "broken");
        page.clickStrip(0.999);
        assertThat(page.selectedRecord()).isEqualTo(239);
        page.clickStrip(29.5 / 240);
        assertThat(page.faultSentence())
                .isEqualTo(FaultText.sentence(SampleReports.broken().faults().get(1)));
    }

    @Test
    void everythingOfTheScreenIsReachedByKeys(FxRobot robot) {
        open(robot, "broken");
        page.press(KeyCode.EQUALS).press(KeyCode.EQUALS);
        assertThat(window.model().records().windowProperty().get().size()).isEqualTo(60);
        page.press(KeyCode.MINUS).press(KeyCode.DIGIT0);
        assertThat(window.model().records().windowProperty().get())
                .isEqualTo(StripWindow.whole(240));
        page.press(KeyCode.END);
        assertThat(window.model().records().selectedProperty().get()).isEqualTo(239);
        page.press(KeyCode.HOME).press(KeyCode.PAGE_DOWN).press(KeyCode.PAGE_UP);
        assertThat(window.model().records().selectedProperty().get()).isZero();
        robot.write("/");
        robot.write("130");
        page.press(KeyCode.ENTER);
        assertThat(window.model().records().selectedProperty().get()).isEqualTo(130);
        page.press(KeyCode.ESCAPE);
        assertThat(page.records().isFocused()).isTrue();
        page.press(KeyCode.P).press(KeyCode.R);
        robot.interact(workers::all);
        assertThat(window.model().recovery().stateProperty().get())
                .as("what is out of place is not searched for")
                .isEqualTo(new RecoveryState.Idle());
        page.press(KeyCode.HOME).press(KeyCode.N).press(KeyCode.R);
        robot.interact(workers::all);
        assertThat(page.text("recover-words")).contains("This is the text the hash was made from");
        page.press(KeyCode.DIGIT2).press(KeyCode.DIGIT4).press(KeyCode.DIGIT1);
        assertThat(page.shows("records")).isTrue();
        assertThat(axis(robot)).contains("0", "239");
        page.press(KeyCode.T);
        robot.interact(workers::all);
        assertThat(axis(robot)).contains("2026-03-02 08:00:00").doesNotContain("0", "239");
        Node strip = robot.lookup("#strip").query();
        robot.interact(() -> strip.fireEvent(wheel(strip, 40)));
        assertThat(window.model().records().windowProperty().get().size()).isLessThan(240);
        robot.interact(() -> strip.fireEvent(wheel(strip, -40)));
        assertThat(window.model().records().windowProperty().get())
                .isEqualTo(StripWindow.whole(240));
    }

    private static List<String> axis(FxRobot robot) {
        return robot.lookup(".strip-axis .label").<Label>queryAllAs(Label.class).stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .toList();
    }

    private static ScrollEvent wheel(Node over, double by) {
        return new ScrollEvent(
                over,
                over,
                ScrollEvent.SCROLL,
                100,
                10,
                100,
                10,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                by,
                0,
                by,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void copiesAllOfADigest(FxRobot robot) {
        open(robot, "edited");
        robot.interact(
                () -> robot.lookup("#fault-detail .bytes-diff .icon-button").queryButton().fire());
        assertThat(copied).containsExactly(SampleFaults.STORED);
    }

    @Test
    void anIntactLogHasANextStepAndATime(FxRobot robot) {
        open(robot, "intact");
        assertThat(page.shows("import-checkpoint")).isTrue();
        assertThat(robot.lookup("#result .fact-value").<Label>queryAllAs(Label.class))
                .extracting(Label::getText)
                .as("of so little work a rate says nothing")
                .anyMatch(text -> text.endsWith(" s"))
                .noneMatch(text -> text.endsWith("/s"));
        assertThat(page.text("checked")).isEqualTo("2026-11-21 03:55");
        open(robot, "edited");
        assertThat(page.shows("next-step")).isFalse();
    }

    @Test
    void aLogWithoutARecordSaysWhatToDo(FxRobot robot) {
        open(robot, "nothing");
        assertThat(page.shows("no-record")).isTrue();
        assertThat(page.saysAll("What to do")).isTrue();
        assertThat(robot.lookup("#no-record #other").tryQuery()).isPresent();
        open(robot, "intact");
        assertThat(page.shows("no-record")).isFalse();
    }

    @Test
    void saysItInTheseWords(FxRobot robot) {
        assertThat(
                        page.saysAll(
                                "no fault found; a cut end needs a checkpoint to show",
                                "no record found: nothing is confirmed"))
                .isTrue();
        page.click("bar-keys");
        assertThat(page.saysAll("Larger or smaller text; Ctrl+0 resets")).isTrue();
        page.press(KeyCode.ESCAPE).press(KeyCode.CONTROL, KeyCode.O);
        robot.interact(workers::next);
        assertThat(page.saysAll("Time left")).isTrue();
        robot.interact(workers::all);
        assertThat(
                        page.saysAll(
                                "Other checks",
                                "To check that nothing is missing, compare with what somebody else"
                                        + " has seen earlier."))
                .isTrue();
        open(robot, "nothing");
        assertThat(page.saysAll("not recognised", "no record found")).isTrue();
        open(robot, "edited");
        assertThat(
                        page.saysAll(
                                "Line 8, from byte 2100 of the file, 299 bytes long. Records count"
                                        + " from 0, lines from 1.",
                                "The hashes have nothing in common, as after any edit."))
                .isTrue();
        assertThat(robot.lookup("#fault-detail .bytes-name").<Label>queryAllAs(Label.class))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(l -> l.getText().matches("(Stored|Computed) \\d+–\\d+"));
        assertThat(robot.lookup("#fault-detail .differs").queryAll()).isEmpty();
    }

    @Test
    void noRowOfFaultsIsCut(FxRobot robot) {
        open(robot, "many");
        page.press(KeyCode.DIGIT2);
        robot.interact(page.faults()::requestFocus);
        var table = page.faults();
        robot.interact(() -> {
            table.applyCss();
            table.getScene().getRoot().layout();
        });
        double end = table.localToScene(0, table.getHeight()).getY();
        double row = table.getFixedCellSize();
        var inSight =
                robot.lookup("#faults .table-row-cell").<Node>queryAllAs(Node.class).stream()
                        .filter(r -> r.isVisible() && r.localToScene(0, 0).getY() < end - 8)
                        .map(r -> r.localToScene(0, row).getY())
                        .toList();
        assertThat(inSight).isNotEmpty().allMatch(y -> y <= end);
    }

    @Test
    void aHundredThousandFaultsMakeOnlyTheRowsInSight(FxRobot robot) {
        open(robot, "many");
        page.press(KeyCode.DIGIT2);
        robot.interact(page.faults()::requestFocus);
        assertThat(page.faults().getItems()).hasSize(100_000);
        page.press(KeyCode.END);
        assertThat(window.model().records().selectedProperty().get()).isEqualTo(1_000_000);
        assertThat(page.rowsMade()).isLessThan(60);
    }

    @Test
    void aFailureNamesTheFileAndOffersToTryAgain(FxRobot robot) {
        open(robot, "failed");
        assertThat(page.detail()).startsWith(ScriptedVerifier.log("failed").toString());
        assertThat(page.headline()).isEqualTo("The log could not be read");
        assertThat(page.text("again")).isEqualTo("Try again");
        assertThat(page.text("other")).isEqualTo("Open another…");
        page.click("again");
        assertThat(verifier.asked).hasSize(1);
        robot.interact(workers::all);
        assertThat(verifier.asked).hasSize(2);
    }

    @Test
    void notesAreListed(FxRobot robot) {
        open(robot, "large");
        page.press(KeyCode.DIGIT3);
        assertThat(page.notes().getItems()).hasSize(3);
    }

    @Test
    void theKeyMapComesAndGoes(FxRobot robot) {
        robot.interact(() -> {});
        page.click("bar-keys");
        assertThat(page.shows("key-map")).isTrue();
        page.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(page.shows("key-map")).as("keys go nowhere else").isTrue();
        assertThat(workers.waiting()).isZero();
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("key-map")).isFalse();
        robot.write("?");
        assertThat(page.shows("key-map")).isTrue();
        robot.write("?");
        assertThat(page.shows("key-map")).isFalse();
    }

    @Test
    void switchesBetweenLightAndDark(FxRobot robot) {
        ColorScheme before = window.themes().shownProperty().get();
        page.press(KeyCode.CONTROL, KeyCode.L);
        assertThat(window.themes().shownProperty().get()).isNotEqualTo(before);
        page.press(KeyCode.CONTROL, KeyCode.L);
        assertThat(window.themes().shownProperty().get()).isEqualTo(before);
    }

    private final class Picker implements FilePicker {
        @Override
        public Optional<Path> log() {
            return Optional.of(toPick);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(toPick.getParent().resolve("audit.jsonl"));
        }
    }
}
