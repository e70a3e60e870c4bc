// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.samples.SamplesState;
import dev.countersign.app.sample.SampleSamples;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;

/// Samples as a person draws, assigns, compares and signs them off, by keyboard.
@ExtendWith(WindowExtension.class)
class SamplesWindowTest {
    private static final String UNASKED = "not assigned";

    private Stage stage;
    private SamplesWindow window;
    private SamplesPage page;
    private FxRobot robot;

    @Start
    void start(Stage shown) {
        HeadlessFx.install();
        stage = shown;
    }

    private void on(FxRobot given, SampleSamples samples) {
        robot = given;
        robot.interact(() -> {
            window = new SamplesWindow(samples, 1280, 800);
            stage.setScene(window.scene);
            stage.show();
            window.steps.all();
        });
        page = new SamplesPage(robot, window);
    }

    @AfterEach
    void release() {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        robot.interact(window.steps::all);
    }

    private List<String> row(int index) {
        return robot.lookup("#sample .table-row-cell").queryAll().stream()
                .filter(node -> node instanceof IndexedCell<?> row && row.getIndex() == index)
                .flatMap(row -> robot.from(row).lookup(".label").queryAllAs(Labeled.class).stream())
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void theSampleIsShownInDrawOrderAndARunIsOpened(FxRobot given) {
        on(given, SampleSamples.some());
        assertThat(page.text("sample-month")).isEqualTo("Sample of October 2026");
        assertThat(page.text("sample-covered")).isEqualTo("2 of 10 observed, 20 %");
        assertThat(page.states()).startsWith("Observed", "Not proven", "Observed", "Not observed");
        assertThat(page.table().isFocused()).isTrue();
        assertThat(row(0)).as("whoever has looked need not be asked to").doesNotContain(UNASKED);
        assertThat(row(1)).as("what would prove it").contains("needs a signature");
        assertThat(row(3)).contains(UNASKED);
        press(KeyCode.J);
        press(KeyCode.ENTER);
        assertThat(window.said).containsExactly("run " + page.runs().get(1));
    }

    @Test
    void monthsAreReachedByKeyAndEndWhereRunsEnd(FxRobot given) {
        on(given, SampleSamples.some());
        press(KeyCode.N);
        assertThat(page.text("sample-month")).isEqualTo("Sample of November 2026");
        assertThat(page.text("sample-due")).isEqualTo("Month not over: its clock has not started");
        assertThat(page.possible("month-after")).isFalse();
        press(KeyCode.N);
        assertThat(page.text("sample-month")).isEqualTo("Sample of November 2026");
        press(KeyCode.P);
        press(KeyCode.P);
        assertThat(page.text("sample-month")).isEqualTo("Sample of September 2026");
        assertThat(page.text("sample-due")).isEqualTo("Was due before this desk first looked");
        assertThat(page.possible("month-before")).isFalse();
    }

    @Test
    void aSampleIsDrawnByChanceOnce(FxRobot given) {
        on(given, SampleSamples.undrawn());
        assertThat(page.text("sample-covered")).isEqualTo("Not drawn yet · 0 of 5 observed, 0 %");
        Labeled empty = (Labeled) page.table().getPlaceholder();
        assertThat(empty.getText()).isEqualTo("Not drawn yet: what is drawn will be listed here.");
        assertThat(page.text("sample-counts"))
                .isEqualTo(
                        "Population: 24 runs, 19 approvals. Draw the sample before its workpaper.");
        assertThat(page.possible("sample-report")).isFalse();
        press(KeyCode.D);
        assertThat(page.focused("rate")).isTrue();
        assertThat(page.text("would-draw")).isEqualTo("Draws 5 of 19 approvals.");
        page.type("rate", "many");
        assertThat(page.possible("draw")).isFalse();
        page.type("rate", "50");
        page.fire("draw");
        assertThat(window.samples.done()).containsExactly("drawn 0.5 by chance");
        assertThat(page.shows("draw")).isFalse();
        assertThat(page.text("sample-act"))
                .isEqualTo("The sample of October 2026 was drawn, and the ledger says so.");
        assertThat(page.runs()).hasSize(15);
        assertThat(empty.getText()).isEqualTo("No run of this month needs to be observed.");
        assertThat(page.text("sample-counts")).isEqualTo("Population: 24 runs, 19 approvals");
        assertThat(page.possible("sample-report")).isTrue();
    }

    @Test
    void aGivenSeedIsAWholeNumber(FxRobot given) {
        on(given, SampleSamples.undrawn());
        page.fire("by-chance");
        assertThat(page.text("would-draw")).isEqualTo("A seed is a whole number.");
        page.type("seed", "7");
        page.fire("draw");
        assertThat(window.samples.done()).containsExactly("drawn 0.25 7");
        assertThat(page.runs()).startsWith(SampleSamples.some().firstDrawn());
    }

    @Test
    void aSampleIsDrawnAgainWithAReasonAndBothAreShown(FxRobot given) {
        on(given, SampleSamples.some());
        press(KeyCode.D);
        assertThat(page.focused("draw-again")).isTrue();
        page.fire("draw-again");
        assertThat(page.focused("rate")).isTrue();
        assertThat(page.text("would-draw")).isEqualTo("Say why the earlier draw is not to count.");
        assertThat(page.possible("draw")).isFalse();
        page.type("draw-reason", " too few ");
        page.type("rate", "50");
        assertThat(page.text("would-draw")).isEqualTo("Draws 10 of 19 approvals.");
        page.fire("draw");
        assertThat(window.samples.done()).containsExactly("drawn 0.5 by chance because too few");
        assertThat(page.runs()).hasSize(15);
        assertThat(page.says("sample-side"))
                .contains(
                        "Drawn again too few",
                        "Earlier draw",
                        "Does not count any more: too few",
                        "5 runs, rate 25\u00a0%",
                        "10 runs, rate 50\u00a0%");
        assertThat(page.shows("draw-again")).isTrue();
        on(given, SampleSamples.signed());
        assertThat(page.shows("draw-again")).isFalse();
    }

    @Test
    void whatCannotBeDrawnSaysWhy(FxRobot given) {
        on(given, SampleSamples.undrawn());
        window.samples.changes();
        page.fire("draw");
        assertThat(page.text("sample-act"))
                .isEqualTo(
                        "The sample of 2026-10 was not drawn: its runs changed meanwhile. Look"
                                + " again.");
        assertThat(page.shows("draw")).isTrue();
    }

    @Test
    void aRunIsObservedAndTheMonthReportedAndAnyMonthIsOneClickAway(FxRobot given) {
        on(given, SampleSamples.some());
        press(KeyCode.O);
        press(KeyCode.W);
        page.fire("sample-bundle");
        assertThat(window.said)
                .containsExactly("observe " + page.runs().getFirst(), "report 2026-10", "bundle");
        robot.interact(() -> {
            var months = robot.lookup("#sample-month").queryAs(MenuButton.class).getItems();
            assertThat(months)
                    .extracting(MenuItem::getText)
                    .containsExactly(
                            "November 2026, not drawn",
                            "October 2026, drawn",
                            "September 2026, signed off");
            months.getLast().fire();
            window.steps.all();
        });
        assertThat(page.text("sample-month")).isEqualTo("Sample of September 2026");
    }

    @Test
    void aRunIsAssignedByKey(FxRobot given) {
        on(given, SampleSamples.some());
        String run = page.table().getSelectionModel().getSelectedItem().runId();
        press(KeyCode.A);
        assertThat(page.possible("assign")).as("to nobody").isFalse();
        robot.write("bob");
        assertThat(page.possible("assign")).isTrue();
        press(KeyCode.ENTER);
        assertThat(window.samples.done()).containsExactly("assigned " + run + " bob");
        assertThat(page.text("sample-act")).isEqualTo(run + " goes to bob.");
        press(KeyCode.ESCAPE);
        assertThat(page.table().isFocused()).isTrue();
    }

    @Test
    void whatIsWrittenForAMonthStaysWithIt(FxRobot given) {
        on(given, SampleSamples.all());
        page.type("sign-off-note", "all se");
        press(KeyCode.N);
        assertThat(page.typed("sign-off-note")).isEmpty();
        press(KeyCode.P);
        assertThat(page.typed("sign-off-note")).isEqualTo("all se");
    }

    @Test
    void anAssignmentThatIsRefusedIsNotTypedAgain(FxRobot given) {
        on(given, SampleSamples.some());
        window.samples.changes();
        press(KeyCode.A);
        robot.write("bob");
        press(KeyCode.ENTER);
        assertThat(page.text("sample-act")).contains("changed meanwhile");
        assertThat(page.typed("assign-to")).isEqualTo("bob");
    }

    @Test
    void signingOffWaitsUntilAllIsObservedAndAsksForAKey(FxRobot given) {
        on(given, SampleSamples.some());
        assertThat(page.possible("sign-off")).isFalse();
        assertThat(page.shows("sign-off-unsigned")).isFalse();
        assertThat(page.text("sign-off-why"))
                .isEqualTo(
                        "Not yet: 2 of 10 runs are observed. 1 is not proven: a signature that"
                                + " holds would prove it.");
        on(given, SampleSamples.all());
        press(KeyCode.S);
        assertThat(page.focused("sign-off-note")).isTrue();
        page.type("sign-off-note", "all seen");
        press(KeyCode.ENTER);
        page.fire("sign-off");
        assertThat(window.said)
                .containsExactly("sign off 2026-10 all seen", "sign off 2026-10 all seen");
        assertThat(window.samples.done()).isEmpty();
    }

    @Test
    void whoeverHasNoKeyLeavesAnEntry(FxRobot given) {
        on(given, SampleSamples.all());
        page.type("sign-off-note", "all seen");
        page.fire("sign-off-unsigned");
        assertThat(window.said).isEmpty();
        assertThat(window.samples.done()).containsExactly("signed off 2026-10 all seen");
        assertThat(page.text("sample-act"))
                .isEqualTo(
                        "October 2026 was signed off without a signature, and the ledger says so.");
        assertThat(page.says("sample-side"))
                .contains("None: an entry under the name of the session.");
        assertThat(page.text("sample-due")).startsWith("Signed off on ").endsWith(", unsigned");
        assertThat(given.lookup("#sample-due").query().getStyleClass())
                .contains("mark-note")
                .doesNotContain("mark-verified");
        assertThat(page.shows("sign-off")).isFalse();
    }

    @Test
    void aRunThatIsGoneHasAWordAShapeAndAWarningColour(FxRobot given) {
        on(given, SampleSamples.changed());
        assertThat(page.states()).startsWith("Observed", "Not proven", "Observed", "Gone");
        assertThat(given.lookup("#sample .mark-malformed").lookup("Gone").queryAll()).isNotEmpty();
        assertThat(page.says("sample-standing")).contains("Gone: 1 run");
        page.fire("tab-completeness");
        assertThat(page.text("gone")).isEqualTo("Gone: 1 run");
        assertThat(given.lookup("#gone").query().getStyleClass()).contains("mark-malformed");
        assertThat(page.says("sample-side"))
                .contains("Seen here in this month", "Compare the runs of this month with another");
    }

    @Test
    void theSourceIsAskedByKey(FxRobot given) {
        on(given, SampleSamples.some());
        assertComplete(given, "Completeness not checked", "mark-open");
        press(KeyCode.C);
        assertThat(page.text("compared")).isEqualTo("The list and the runs do not agree.");
        assertComplete(given, "Completeness failed", "mark-failed");
        assertThat(page.says("sample-side"))
                .contains("In the list, and no run is about it: 2", "CHG-1119\nCHG-1120");
        window.toPick = Path.of("/srv/exports/agrees.csv");
        press(KeyCode.C);
        assertThat(page.text("compared"))
                .isEqualTo(
                        "The list has 24 entries and the month 24 runs: each entry has a run, and"
                                + " each run is in the list.");
        assertComplete(given, "Completeness verified", "mark-verified");
        window.toPick = Path.of("/srv/exports/wrong.csv");
        press(KeyCode.C);
        assertThat(page.text("compared"))
                .isEqualTo("/srv/exports/wrong.csv is not a source list: it is empty.");
        assertComplete(given, "Completeness not checked", "mark-open");
        press(KeyCode.G);
        assertThat(page.text("compared"))
                .isEqualTo("Something is missing. A gap may have a good reason; find it.");
    }

    /// Beside the count, whatever page is shown.
    private void assertComplete(FxRobot given, String said, String mark) {
        assertThat(page.text("sample-completeness")).isEqualTo(said);
        assertThat(given.lookup("#sample-completeness").query().getStyleClass()).contains(mark);
    }

    @Test
    void theCalculatorSaysHowMany(FxRobot given) {
        on(given, SampleSamples.some());
        press(KeyCode.ALT, KeyCode.DIGIT3);
        assertThat(page.focused("confidence")).isTrue();
        page.fire("size");
        assertThat(page.text("calculated"))
                .isEqualTo(
                        "Look at 59; none may deviate. Then at 95\u00a0% confidence fewer than"
                                + " 5\u00a0% deviate (risk 4.85\u00a0%). Binomial, for a large"
                                + " population.");
        page.type("looked-at", "59");
        page.type("deviations", "1");
        page.fire("evaluate");
        assertThat(page.text("calculated"))
                .isEqualTo(
                        "1 of 59 deviate, 1.69\u00a0%. At 95\u00a0% confidence at most 7.79\u00a0%"
                            + " of all do, more than is tolerable (5\u00a0%). Binomial, for a large"
                            + " population.");
        page.type("confidence", "sure");
        page.fire("size");
        assertThat(page.text("calculated"))
                .isEqualTo("Confidence takes a percentage, such as 95 or 0.5.");
    }

    @Test
    void whatCannotBeReadSaysWhy(FxRobot given) {
        on(given, SampleSamples.failing());
        assertThat(page.text("headline")).isEqualTo("The sample could not be read");
        assertThat(page.focused("again")).isTrue();
        assertThat(window.model.stateProperty().get()).isInstanceOf(SamplesState.Failed.class);
    }
}
