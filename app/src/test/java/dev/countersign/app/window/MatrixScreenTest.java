// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.app.sample.SamplePapers;
import dev.countersign.app.sample.SamplePapers.Kind;

import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.Objects;

/// The matrix of re-performance as a person uses it, by keyboard.
class MatrixScreenTest extends ReportsScreen {
    @Test
    void theMatrixLeadsToTheEvidence() {
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(page.headline()).isEqualTo("No run was re-performed yet");
        page.press(KeyCode.M);
        assertThat(page.text("matrix-count")).isEqualTo("24 runs re-performed, 1 differs");
        assertThat(page.matrix().getItems()).hasSize(24);
        page.press(KeyCode.D);
        assertThat(page.matrix().getItems()).hasSize(1);
        assertThat(page.detail())
                .contains(
                        "Claims of change-approval-24697f3d8a1f",
                        "Differs",
                        "2 things differ from what was recorded.",
                        "Claims grounded, record 7",
                        "ITGC-CM-02  Approver independent of the author",
                        "Nobody approves their own change.",
                        "Approver and author are the same.");
        page.press(KeyCode.ENTER);
        assertThat(page.window().said).containsExactly("change-approval-24697f3d8a1f claims");
        page.press(KeyCode.D);
        assertThat(page.matrix().getItems()).hasSize(24);
        assertThat(Objects.requireNonNull(page.window().matrix.selectedProperty().get()).runId())
                .as("what was selected stays selected")
                .isEqualTo("change-approval-24697f3d8a1f");
    }

    @Test
    void whatAFirmsOwnRulesGaveIsAColumnOfItsOwn(FxRobot robot) {
        show(new SamplePapers(Kind.ADDED_RULES, 1), robot);
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        TableColumn<?, ?> added = page.matrix().getColumns().getLast();
        assertThat(added.getText()).isEqualTo("Added rules");
        assertThat(added.isVisible()).isTrue();
        for (int column = 2; column < page.matrix().getColumns().size() - 1; column++) {
            page.press(KeyCode.RIGHT);
        }
        assertThat(page.detail())
                .contains(
                        "Not checked: the rules of com.harbourbank.controls.TicketRules failed:"
                                + " java.lang.IllegalStateException: no ticket in the payload");
        page.press(KeyCode.UP);
        assertThat(page.detail()).contains("Nothing found");
        page.press(KeyCode.UP);
        page.press(KeyCode.UP);
        assertThat(page.detail())
                .contains(
                        "1 result. Not checked: rules that could not be loaded, or failed.",
                        "Not checked",
                        "1 found",
                        "Nothing found")
                .contains("HB-SEC-7: deployed 2026-03-05, in the freeze of the quarter's end");
        assertThat(robot.lookup(".matrix-table .table-cell").queryAllAs(Labeled.class))
                .filteredOn(cell -> "Partly, 1".equals(cell.getText()))
                .singleElement()
                .satisfies(cell -> assertThat(cell.getStyleClass()).contains("mark-open"));
        page.press(KeyCode.ENTER);
        assertThat(page.window().said).hasSize(1).first().asString().endsWith(" rules");
    }

    @Test
    void besideAddedRulesIdsShowMoreThanTheirEndsInLargerText() {
        var look = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2);
        page.robot()
                .interact(() -> {
                    var scene = ReportsPictures.scene(look, "matrix-added");
                    assertThat(scene.getRoot().lookupAll(".matrix-table .id-start .text"))
                            .isNotEmpty()
                            .extracting(node -> ((Text) node).getText())
                            .allMatch(shown -> shown.length() > "personal-t".length());
                });
    }

    @Test
    void whereNobodyAddedRulesThereIsNoColumnOfThem() {
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        assertThat(page.matrix().getVisibleLeafColumns())
                .extracting(TableColumn::getText)
                .doesNotContain("Added rules");
    }

    @Test
    void aClickOnACellLeadsThereToo() {
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        page.robot().clickOn("Differs");
        assertThat(page.window().said).containsExactly("change-approval-24697f3d8a1f claims");
    }

    @Test
    void theArrowsGoFromCellToCell() {
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        for (KeyCode key :
                new KeyCode[] {KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT}) {
            page.press(key);
        }
        page.press(KeyCode.ENTER);
        assertThat(page.window().said).containsExactly("change-approval-a165073a11bd rules");
    }

    @Test
    void theMatrixAndWhatIsSaidBelowShareTheRoomByKeyboard() {
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        assertThat(page.matrix().isFocused()).isTrue();
        assertThat(page.divider()).isCloseTo(0.6, within(0.01));
        page.press(KeyCode.ALT, KeyCode.UP);
        page.press(KeyCode.ALT, KeyCode.UP);
        assertThat(page.divider()).isCloseTo(0.4, within(0.01));
        page.press(KeyCode.ALT, KeyCode.DOWN);
        assertThat(page.divider()).isCloseTo(0.5, within(0.01));
        assertThat(page.detail()).as("the same cell is selected").contains("Differs");
    }

    @Test
    void runsAreToldApartHoweverNarrowTheirColumnIs() {
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.robot().interact(() -> page.window().themes.resize(1));
        page.robot().interact(() -> page.window().themes.resize(1));
        page.press(KeyCode.M);
        assertThat(
                        page.robot().lookup(".elided-id").queryAll().stream()
                                .map(id ->
                                        (Labeled) ((Parent) id).getChildrenUnmodifiable().get(1)))
                .isNotEmpty()
                .allSatisfy(tail ->
                        assertThat(tail.getWidth()).isGreaterThanOrEqualTo(tail.prefWidth(-1)));
        assertThat(page.robot().lookup(".column-header .label").queryAllAs(Label.class))
                .filteredOn(Node::isVisible)
                .allSatisfy(head ->
                        assertThat(head.getWidth())
                                .as(head.getText())
                                .isGreaterThanOrEqualTo(Math.floor(head.prefWidth(-1))));
    }

    @Test
    void tenThousandRunsCostNoMoreThanThoseInSight(FxRobot robot) {
        show(new SamplePapers(Kind.USUAL, 420), robot);
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        assertThat(page.matrix().getItems()).hasSize(10_080);
        robot.interact(() -> {
            long start = System.nanoTime();
            for (int row = 0; row < 10_000; row += 200) {
                page.matrix().scrollTo(row);
                page.matrix().layout();
            }
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        });
        assertThat(robot.from(page.matrix()).lookup(".table-cell").queryAll().size())
                .isLessThan(600);
    }

    @Test
    void aStoppedMatrixSaysHowMuchItSays() {
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.robot().interact(page.window().matrix::perform);
        page.robot().interact(page.window().steps::next);
        assertThat(page.text("matrix-progress")).isEqualTo("7 of 24 runs");
        page.robot().push(KeyCode.ESCAPE);
        assertThat(page.text("cancel-matrix")).isEqualTo("Stopping…");
    }

    @Test
    void whatWasNotPerformedIsSaid(FxRobot robot) {
        show(new SamplePapers(Kind.STOPPED, 1), robot);
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        assertThat(page.text("matrix-count")).isEqualTo("7 runs re-performed, 1 differs");
        assertThat(
                        robot.lookup("17 of 24 runs were not re-performed, and have no result.")
                                .tryQuery())
                .isPresent();
        show(new SamplePapers(Kind.NOT_PERFORMED, 1), robot);
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        assertThat(page.headline()).isEqualTo("It could not be done");
    }
}
