// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.app.feature.reports.Names;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The pages of a report as a person looks at them and prints them, by keyboard.
class ReportPagesTest extends ReportsScreen {
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
}
