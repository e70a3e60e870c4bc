// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.platform.PagePrinter;
import dev.countersign.app.preview.PageImage;
import dev.countersign.app.preview.PdfPages;
import dev.countersign.app.text.ReportText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Prints the pages of a report, and knows how far that is.
public final class PrintViewModel {
    /// Of a page of A4 at 300 dots an inch.
    private static final int WIDTH = 2480;

    private final ReportsSource source;
    private final PagePrinter printer;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<PrintState> state =
            new ReadOnlyObjectWrapper<>(new PrintState.Closed());
    private @Nullable MadeReport report;
    private @Nullable Job job;
    private int asked;

    /// @param source keeps that it was printed
    /// @param printer puts pages on paper
    /// @param jobs runs long work
    public PrintViewModel(ReportsSource source, PagePrinter printer, Jobs jobs) {
        this.source = source;
        this.printer = printer;
        this.jobs = jobs;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<PrintState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Another report is shown, or none: what was said of the last one is no longer true.
    public void about(@Nullable MadeReport other) {
        if (!Objects.equals(other, report)) {
            report = other;
            close();
        }
    }

    /// Looks which printers there are, and asks.
    public void ask() {
        MadeReport wanted = report;
        if (wanted == null || state.get() instanceof PrintState.Printing) {
            return;
        }
        int mine = ++asked;
        state.set(new PrintState.Looking());
        jobs.<List<String>>start(
                (progress, cancellation) -> printer.printers(),
                progress -> {},
                end -> {
                    if (mine == asked) {
                        state.set(found(end, wanted));
                    }
                });
    }

    private static PrintState found(JobEnd<List<String>> end, MadeReport report) {
        return switch (end) {
            case JobEnd.Failed<List<String>>(String sentence) -> new PrintState.Failed(sentence);
            case JobEnd.Done<List<String>>(List<String> printers, _) ->
                    printers.isEmpty()
                            ? new PrintState.NoPrinter()
                            : new PrintState.Asking(printers, report.pages().count());
        };
    }

    /// Prints pages of it.
    public void print(String name, PageSpan pages) {
        MadeReport printed = report;
        if (printed == null || !(state.get() instanceof PrintState.Asking)) {
            return;
        }
        state.set(new PrintState.Printing(name, 0, pages.count(), false));
        Job started =
                jobs.<PrintState>start(
                        (progress, cancellation) ->
                                print(printed, name, pages, progress, cancellation),
                        this::progressed,
                        this::ended);
        job = state.get() instanceof PrintState.Printing ? started : null;
    }

    private PrintState print(
            MadeReport printed,
            String name,
            PageSpan pages,
            Progress progress,
            Cancellation cancellation) {
        int taken =
                printer.print(
                        name,
                        printed.paper().report().title(),
                        pages.count(),
                        index -> {
                            progress.at(index, pages.count(), 0, 0);
                            return cancellation.requested()
                                    ? Optional.empty()
                                    : Optional.of(
                                            picture(printed.pages(), pages.first() - 1 + index));
                        });
        try {
            if (taken > 0) {
                int last = pages.first() + taken - 1;
                source.printed(printed, name, new PageSpan(pages.first(), last));
            }
        } catch (SourceException e) {
            return new PrintState.Unrecorded(ReportText.unrecorded(name, taken, e.getMessage()));
        }
        if (taken == pages.count()) {
            return new PrintState.Sent(name, pages);
        }
        return cancellation.requested()
                ? new PrintState.Stopped(taken)
                : new PrintState.Failed(ReportText.notPrinted(name, taken, pages.count()));
    }

    private static PagePrinter.Picture picture(PdfPages pages, int index) {
        PageImage page = pages.draw(index, WIDTH);
        return new PagePrinter.Picture(page.width(), page.height(), page.pixels());
    }

    private void progressed(JobProgress progress) {
        if (state.get() instanceof PrintState.Printing(String name, _, int of, boolean stopping)) {
            state.set(new PrintState.Printing(name, (int) progress.done(), of, stopping));
        }
    }

    private void ended(JobEnd<PrintState> end) {
        job = null;
        state.set(
                switch (end) {
                    case JobEnd.Done<PrintState>(PrintState how, _) -> how;
                    case JobEnd.Failed<PrintState>(String why) -> new PrintState.Failed(why);
                });
    }

    /// Does not print after all, or stops; false if there is nothing to leave.
    public boolean leave() {
        if (state.get() instanceof PrintState.Printing(String name, int taken, int of, _)) {
            state.set(new PrintState.Printing(name, taken, of, true));
            if (job != null) {
                job.cancel();
            }
            return true;
        }
        boolean open = !(state.get() instanceof PrintState.Closed);
        close();
        return open;
    }

    private void close() {
        if (!(state.get() instanceof PrintState.Printing)) {
            asked++;
            state.set(new PrintState.Closed());
        }
    }
}
