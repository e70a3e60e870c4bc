// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.reports.Subject;
import dev.countersign.app.sample.SampleCustody;
import dev.countersign.app.sample.SamplePapers;
import dev.countersign.app.sample.SamplePapers.Kind;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;

/// Reports as a person makes and saves them, by keyboard.
class ReportsScreenTest extends ReportsScreen {
    @Test
    void aReportIsMadeLookedAtAndSavedByKeyboard() {
        assertThat(page.headline()).isEqualTo("No report yet");
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
    void whatIsToBeReportedIsFlushWithTheButtonBelow() {
        page.robot()
                .interact(() -> {
                    double button = page.node("make").localToScene(0, 0).getX();
                    double heading =
                            page.robot()
                                    .lookup(".order-form .section-title")
                                    .query()
                                    .localToScene(0, 0)
                                    .getX();
                    assertThat(heading).isEqualTo(button);
                });
    }

    @Test
    void aPageThatIsBeingDrawnSaysSo() {
        page.robot().push(KeyCode.M);
        page.robot()
                .interact(() -> {
                    while (!page.there("page-where") || page.text("page-where").isEmpty()) {
                        page.window().steps.next();
                    }
                });
        assertThat(page.node("page-drawing").isVisible()).isTrue();
        page.robot().interact(page.window().steps::all);
        assertThat(page.node("page-drawing").isVisible()).isFalse();
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
        assertThat(page.headline()).isEqualTo("No report yet");
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
        assertThat(page.headline()).isEqualTo("No report yet");
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
        page.fire("open-folder");
        assertThat(page.window().said).containsExactly("open");
    }

    @Test
    void whatCannotBeReadSaysWhyAndIsTriedAgain(FxRobot robot) {
        show(new SamplePapers(Kind.FAILING, 1), robot);
        assertThat(page.headline()).isEqualTo("The workspace could not be read");
        page.fire("again");
        assertThat(page.headline()).isEqualTo("The workspace could not be read");
    }
}
