// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.sample.SamplePapers;
import dev.countersign.app.sample.ScriptedPrinter;
import dev.countersign.app.sample.Steps;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

class PrintViewModelTest {
    private static final String OFFICE = "Office, 2nd floor";

    private final Steps screen = new Steps();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final ScriptedPrinter printer = new ScriptedPrinter();
    private final PrintViewModel model =
            new PrintViewModel(
                    SamplePapers.usual(), printer, new Jobs(waiting::add, screen, screen));

    /// Four pages.
    private static MadeReport report() {
        return MadeReports.of(
                new ReportOrder(ReportKind.WORKSPACE, null, Period.ALL, Names.NONE),
                IntStream.range(0, 150).mapToObj(i -> "row " + i).toList());
    }

    private PrintState state() {
        return model.stateProperty().get();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        screen.all();
    }

    @Test
    void whatIsStoppedSaysHowMuchThePrinterHas() {
        MadeReport report = report();
        model.about(report);
        model.ask();
        assertThat(state()).isEqualTo(new PrintState.Looking());
        work();
        int count = report.pages().count();
        assertThat(state()).isEqualTo(new PrintState.Asking(List.of(OFFICE, "PDF"), count));
        model.print(OFFICE, new PageSpan(2, 4));
        assertThat(state()).isEqualTo(new PrintState.Printing(OFFICE, 0, 3, false));
        printer.before =
                () -> {
                    if (printer.printed.size() == 2) {
                        screen.all();
                        assertThat(model.leave()).isTrue();
                    }
                };
        waiting.removeFirst().run();
        assertThat(state()).isEqualTo(new PrintState.Printing(OFFICE, 0, 3, true));
        work();
        assertThat(state()).isEqualTo(new PrintState.Stopped(1));
        assertThat(printer.printed).containsExactly(OFFICE + ": T", "2480x3507");
        assertThat(model.leave()).isTrue();
        assertThat(state()).isEqualTo(new PrintState.Closed());
        assertThat(model.leave()).as("nothing is left to leave").isFalse();
    }

    @Test
    void whoeverLeavesBeforePrintersAreFoundIsNotAsked() {
        model.about(report());
        model.ask();
        model.leave();
        work();
        assertThat(state()).isEqualTo(new PrintState.Closed());
    }

    @Test
    void anotherReportDoesNotHidePrintingAndNothingElseIsPrintedMeanwhile() {
        model.about(report());
        model.ask();
        work();
        model.print(OFFICE, new PageSpan(1, 1));
        model.about(null);
        model.ask();
        assertThat(state()).isEqualTo(new PrintState.Printing(OFFICE, 0, 1, false));
        work();
        assertThat(state()).isEqualTo(new PrintState.Sent(OFFICE, new PageSpan(1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"1,8,true", " 2 ,2,true", "0,1,false", "3,2,false", "1,9,false", "a,2,false"})
    void pagesAreAsTheyAreThere(String first, String last, boolean there) {
        assertThat(PageSpan.read(first, last, 8).isPresent()).isEqualTo(there);
    }
}
