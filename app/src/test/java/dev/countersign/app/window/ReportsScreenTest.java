// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.reports.Subject;
import dev.countersign.app.sample.SampleCustody;
import dev.countersign.app.sample.SamplePapers;
import dev.countersign.app.sample.SamplePapers.Kind;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The reports screen as a person uses it, by keyboard.
@ExtendWith(WindowExtension.class)
class ReportsScreenTest {
    private final SamplePapers source = SamplePapers.usual();
    private Stage stage;
    private ReportsPage page;

    @Start
    void start(Stage given) {
        HeadlessFx.install();
        stage = given;
    }

    @BeforeEach
    void open(FxRobot robot) {
        show(source, robot);
    }

    private void show(SamplePapers papers, FxRobot robot) {
        robot.interact(() -> {
            var window = new ReportsWindow(papers, 1180, 760);
            stage.setScene(window.scene);
            stage.show();
            page = new ReportsPage(window, robot);
        });
        page.settle();
    }

    private int pages() {
        return page.window().papers.pages().stateProperty().get().count();
    }

    private String page(int number) {
        return "Page " + number + " of " + pages();
    }

    @Test
    void aReportIsMadeLookedAtAndSavedByKeyboard() {
        assertThat(page.headline()).isEqualTo("Nothing was made yet");
        page.press(KeyCode.M);
        assertThat(page.text("report-title")).isEqualTo("Workpaper");
        assertThat(pages()).isGreaterThan(4);
        assertThat(page.text("page-where")).isEqualTo(page(1));
        assertThat(page.picture().getImage().getWidth()).isEqualTo(page.picture().getFitWidth());
        page.press(KeyCode.END);
        assertThat(page.text("page-where")).isEqualTo(page(pages()));
        page.press(KeyCode.HOME);
        page.press(KeyCode.W);
        double whole = page.picture().getFitWidth() * 1.414;
        assertThat(whole).isLessThan(page.pages().getViewportBounds().getHeight());
        page.press(KeyCode.PAGE_DOWN);
        assertThat(page.text("page-where")).isEqualTo(page(2));
        page.press(KeyCode.PAGE_UP);
        assertThat(page.text("page-where")).isEqualTo(page(1));
        page.press(KeyCode.S);
        assertThat(page.saved())
                .containsExactly(
                        "Saved PDF",
                        "/home/ada/workpaper-2026-q4.pdf. The ledger has its SHA-256:",
                        "5f0d6e7c8b9a…6778899a");
        page.robot()
                .interact(() ->
                        page.robot()
                                .from(page.node("report-saved"))
                                .lookup(".icon-button")
                                .queryButton()
                                .fire());
        assertThat(page.window().copied).containsExactly(SamplePapers.SHA256);
    }

    @Test
    void whatWasSavedIsOpenedAndShownInItsFolderByKeyboard() {
        page.press(KeyCode.M);
        page.press(KeyCode.O);
        page.press(KeyCode.F);
        assertThat(page.window().said).as("nothing was saved yet").isEmpty();
        page.press(KeyCode.S);
        page.press(KeyCode.O);
        page.press(KeyCode.F);
        page.fire("open-saved");
        page.fire("show-saved");
        assertThat(page.window().said)
                .containsExactly(
                        "open /home/ada/workpaper-2026-q4.pdf",
                        "show /home/ada",
                        "open /home/ada/workpaper-2026-q4.pdf",
                        "show /home/ada");
    }

    @Test
    void pagesArePrintedByKeyboard() {
        page.press(KeyCode.P);
        assertThat(page.there("print-bar")).as("nothing was made yet").isFalse();
        page.press(KeyCode.M);
        page.press(KeyCode.P);
        assertThat(page.node("printers").isFocused()).isTrue();
        assertThat(List.of(page.typed("print-first"), page.typed("print-last")))
                .containsExactly("1", Integer.toString(pages()));
        page.type("print-first", "2");
        page.type("print-last", "3");
        page.press(KeyCode.ENTER);
        assertThat(page.window().printer.printed)
                .containsExactly("Office, 2nd floor: Workpaper", "2480x3507", "2480x3507");
        assertThat(page.printing())
                .containsExactly(
                        "Sent to the printer",
                        "Office, 2nd floor, pages 2 to 3. The ledger has it.");
        assertThat(page.node("print").isFocused()).isTrue();
        page.press(KeyCode.M);
        assertThat(page.node("print-bar").isVisible()).as("it is of the last report").isFalse();
    }

    @Test
    void onlyPagesThatAreThereArePrinted() {
        page.press(KeyCode.M);
        page.press(KeyCode.P);
        for (String last : List.of("0", "99", "two", "")) {
            page.type("print-last", last);
            assertThat(page.node("print-pages").isDisabled()).as(last).isTrue();
            assertThat(page.text("wrong-pages"))
                    .isEqualTo("Write pages from 1 to " + pages() + ", the first before the last.");
            assertThat(page.node("wrong-pages").isVisible()).isTrue();
        }
        page.press(KeyCode.ENTER);
        assertThat(page.window().printer.printed).isEmpty();
        page.press(KeyCode.ESCAPE);
        assertThat(page.node("print-bar").isVisible()).isFalse();
        assertThat(page.node("print").isFocused()).isTrue();
    }

    @Test
    void withoutAPrinterThatIsSaid() {
        page.window().printer.names = List.of();
        page.press(KeyCode.M);
        page.fire("print");
        assertThat(page.printing())
                .containsExactly(
                        "No printer",
                        "This machine knows no printer. Save the PDF, and print it where there is"
                                + " one.");
    }

    @Test
    void aPrinterThatTakesNoMoreIsNamed() {
        page.window().printer.paper = 1;
        page.press(KeyCode.M);
        page.press(KeyCode.CONTROL, KeyCode.P);
        page.press(KeyCode.ENTER);
        assertThat(page.printing())
                .containsExactly(
                        "Not printed",
                        "Office, 2nd floor took 1 of "
                                + pages()
                                + " pages. Look at the printer, and print again.");
    }

    @Test
    void whatTheLedgerDoesNotTakeIsSaid() {
        page.window().printer.names = List.of("PDF");
        page.press(KeyCode.M);
        page.press(KeyCode.P);
        page.type("print-last", "1");
        page.press(KeyCode.ENTER);
        assertThat(page.printing())
                .containsExactly(
                        "Not in the ledger",
                        "1 page went to PDF. /srv/reviews/2026-q4/countersign.db is locked: try"
                                + " again.");
    }

    @Test
    void whatIsTooLongForPaperIsSaidSoAboveItsPages() {
        page.press(KeyCode.M);
        assertThat(page.there("report-abridged")).isFalse();
        page.robot().interact(() -> page.window().papers.by(new Names("long", "")));
        page.press(KeyCode.M);
        assertThat(page.there("report-abridged")).isTrue();
        assertThat(page.text("report-title")).isEqualTo("Workpaper");
    }

    @Test
    void aPageIsMadeLargerAndSmallerByKeyboard() {
        page.press(KeyCode.M);
        double fit = page.picture().getFitWidth();
        assertThat(page.text("page-size")).isEqualTo("100 %");
        assertThat(page.node("page-smaller").isDisabled()).isTrue();
        page.press(KeyCode.PLUS);
        page.press(KeyCode.EQUALS);
        assertThat(page.text("page-size")).isEqualTo("150 %");
        assertThat(page.picture().getFitWidth()).isCloseTo(fit * 1.5, within(2.0));
        assertThat(page.picture().getImage().getWidth()).isEqualTo(page.picture().getFitWidth());
        page.press(KeyCode.MINUS);
        assertThat(page.text("page-size")).isEqualTo("125 %");
        page.press(KeyCode.W);
        assertThat(page.text("page-size")).isEmpty();
        page.press(KeyCode.DIGIT0);
        assertThat(page.text("page-size")).isEqualTo("100 %");
        assertThat(page.picture().getFitWidth()).isEqualTo(fit);
        for (int i = 0; i < 4; i++) {
            page.fire("page-larger");
        }
        assertThat(page.text("page-size")).isEqualTo("300 %");
        assertThat(page.node("page-larger").isDisabled()).isTrue();
    }

    @Test
    void pageDownScrollsBeforeItTurns() {
        page.press(KeyCode.M);
        page.press(KeyCode.PAGE_DOWN);
        assertThat(page.text("page-where")).isEqualTo(page(1));
        assertThat(page.pages().getVvalue()).as("the rest of it is in sight").isEqualTo(1);
        page.press(KeyCode.PAGE_DOWN);
        assertThat(page.text("page-where")).isEqualTo(page(2));
        assertThat(page.pages().getVvalue()).isZero();
        page.press(KeyCode.PAGE_UP);
        assertThat(page.text("page-where")).isEqualTo(page(1));
        assertThat(page.pages().getVvalue()).isEqualTo(1);
    }

    @Test
    void whatIsThereAlreadyIsNotReplaced() {
        page.window().toPick = Path.of("/taken");
        page.press(KeyCode.M);
        page.fire("save-xlsx");
        assertThat(page.saved())
                .containsExactly(
                        "Not saved",
                        "/taken/workpaper-2026-q4.xlsx exists already: give it another name.");
    }

    @Test
    void aReportOfOneRunNeedsARun() {
        page.choose("run");
        assertThat(page.canMake()).isFalse();
        page.press(KeyCode.M);
        assertThat(page.headline()).isEqualTo("Nothing was made yet");
        page.type("subject-filter", "a62171");
        assertThat(page.subjects().getItems()).hasSize(1);
        page.robot().interact(() -> page.subjects().getSelectionModel().select(0));
        assertThat(page.canMake()).isTrue();
        page.fire("make");
        assertThat(page.text("report-title")).isEqualTo("Workpaper");
        page.choose("access");
        assertThat(page.canMake()).isFalse();
        assertThat(page.there("save-oscal")).as("what was made stays").isTrue();
    }

    @Test
    void namesAreRememberedWhenAReportIsMade() {
        page.type("preparer", "Ada Lovelace");
        page.type("reviewer", " Grace Hopper ");
        assertThat(source.names()).isEqualTo(Names.NONE);
        page.fire("make");
        assertThat(source.names()).isEqualTo(new Names("Ada Lovelace", "Grace Hopper"));
        show(source, page.robot());
        assertThat(page.typed("preparer")).isEqualTo("Ada Lovelace");
    }

    @Test
    void spacesCanBeTypedInANameAndLettersAreNoCommands() {
        page.robot().interact(() -> page.node("preparer").requestFocus());
        page.robot().write("Sam M");
        page.settle();
        assertThat(page.typed("preparer")).isEqualTo("Sam M");
        assertThat(page.headline()).isEqualTo("Nothing was made yet");
    }

    @Test
    void aPeriodIsOfDays() {
        page.choose("privileged");
        assertThat(page.canMake()).isTrue();
        page.type("period-from", "1 Nov");
        assertThat(page.canMake()).isFalse();
        assertThat(page.node("wrong-period").isVisible()).isTrue();
        page.type("period-from", "2026-11-30");
        page.type("period-to", "2026-11-01");
        assertThat(page.canMake()).as("in their order").isFalse();
        page.type("period-to", "2026-11-30");
        assertThat(page.canMake()).isTrue();
        assertThat(page.node("wrong-period").isVisible()).isFalse();
    }

    @Test
    void deadlinesAreAChartFirstAndPagesToo() {
        page.choose("attainment");
        page.fire("make");
        assertThat(page.robot().lookup(".attainment-bar").queryAllAs(Node.class))
                .extracting(Node::getAccessibleText)
                .containsExactly(
                        "Review: 100 %, 12 in time, 0 late, 0 still open",
                        "Approval: 30 %, 3 in time, 7 late, 0 still open",
                        "Observation: 0 %, 0 in time, 12 late, 0 still open");
        page.robot().interact(() -> ((ToggleButton) page.node("show-pages")).fire());
        assertThat(page.there("attainment")).isFalse();
        assertThat(page.there("pages")).isTrue();
    }

    @Test
    void makingCanBeStopped() {
        page.robot().interact(page.window().papers::make);
        page.robot().interact(page.window().steps::next);
        assertThat(page.text("report-progress")).isEqualTo("9 of 24 runs read");
        assertThat(page.canMake()).isFalse();
        page.robot().push(KeyCode.ESCAPE);
        assertThat(page.text("cancel-report")).isEqualTo("Stopping…");
        assertThat(page.node("cancel-report").isDisabled()).isTrue();
    }

    @Test
    void whatFailsSaysWhy() {
        page.type("preparer", "fails");
        page.fire("make");
        assertThat(page.headline()).isEqualTo("The report could not be made");
        assertThat(page.canMake()).isTrue();
    }

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
                        "grounded, record 7",
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
    void custodyIsOfAllRunsOrOfOneThatIsGone() {
        page.choose("custody");
        page.press(KeyCode.M);
        assertThat(page.text("report-title")).isEqualTo("Custody");
        assertThat(page.there("save-oscal")).isFalse();
        page.choose("run_custody");
        assertThat(page.canMake()).isFalse();
        page.type("subject-filter", "no longer here");
        assertThat(List.<Object>copyOf(page.subjects().getItems()))
                .containsExactly(
                        new Subject.Seen(SampleCustody.GONE, "No longer here: CHG-1108, trading"));
        page.robot().interact(() -> page.subjects().getSelectionModel().select(0));
        page.press(KeyCode.M);
        page.fire("save-csv");
        assertThat(page.saved()).contains("Saved CSV");
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

    @Test
    void withoutAFolderOneIsAskedFor(FxRobot robot) {
        show(new SamplePapers(Kind.NOTHING_OPEN, 1), robot);
        assertThat(page.headline()).isEqualTo("No workspace is open");
        page.fire("open-folder");
        assertThat(page.window().said).containsExactly("open");
    }

    @Test
    void withoutRunsTheLedgerIsStillReported(FxRobot robot) {
        show(new SamplePapers(Kind.EMPTY, 1), robot);
        assertThat(page.node("kind-workspace").isDisabled()).isTrue();
        page.fire("make");
        assertThat(page.text("report-title")).isEqualTo("Privileged acts");
        assertThat(page.there("save-oscal")).isFalse();
        page.press(KeyCode.ALT, KeyCode.DIGIT2);
        page.press(KeyCode.M);
        assertThat(page.headline()).isEqualTo("Nothing to re-perform");
    }

    @Test
    void whatCannotBeReadSaysWhyAndIsTriedAgain(FxRobot robot) {
        show(new SamplePapers(Kind.FAILING, 1), robot);
        assertThat(page.headline()).isEqualTo("The workspace could not be read");
        page.fire("again");
        assertThat(page.headline()).isEqualTo("The workspace could not be read");
    }
}
