// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.reports.MatrixSource;
import dev.countersign.app.feature.reports.MatrixViewModel;
import dev.countersign.app.feature.reports.NamesMemory;
import dev.countersign.app.feature.reports.PrintViewModel;
import dev.countersign.app.feature.reports.ReportsActions;
import dev.countersign.app.feature.reports.ReportsSource;
import dev.countersign.app.feature.reports.ReportsView;
import dev.countersign.app.feature.reports.ReportsViewModel;
import dev.countersign.app.platform.FileOpener;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.PagePrinter;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.shell.Screen;
import dev.countersign.core.reperformance.TestKind;

import javafx.beans.property.SimpleBooleanProperty;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.BiConsumer;

/// Reports and the matrix of one window, and the sign sheet over them that signs results.
public final class ReportsDesk {
    private final ReportsViewModel papers;
    private final ReportsView view;
    private final Screen screen;

    /// What it needs from outside.
    ///
    /// @param papers makes them
    /// @param matrix performs runs again
    /// @param names who stood on the last one
    /// @param opener opens what was saved
    /// @param printer prints it
    public record Services(
            ReportsSource papers,
            MatrixSource matrix,
            NamesMemory names,
            FileOpener opener,
            PagePrinter printer) {}

    /// Where it leads.
    ///
    /// @param openEvidence shows a run where a test looked
    /// @param openFolder asks for a folder of runs
    record Ways(BiConsumer<Path, TestKind> openEvidence, Runnable openFolder) {}

    /// @param save asks where to write
    /// @param shower shows the folder of what was written
    ReportsDesk(
            Services needed,
            WindowServices window,
            SavePicker save,
            FolderShower shower,
            SignSheet sheet,
            Ticker ticker,
            Ways ways) {
        var making = new SimpleBooleanProperty();
        var performing = new SimpleBooleanProperty();
        papers = new ReportsViewModel(needed.papers(), window.jobs().on(making), needed.names());
        view =
                new ReportsView(
                        papers,
                        new MatrixViewModel(needed.matrix(), window.jobs().on(performing)),
                        new PrintViewModel(needed.papers(), needed.printer(), window.jobs()),
                        new ReportsActions(
                                new ReportsActions.Files(save, needed.opener(), shower),
                                window.clipboard(),
                                ways.openEvidence(),
                                sheet.model()::sign,
                                ways.openFolder()));
        making.bind(view.making());
        performing.bind(view.performing());
        screen =
                new SheetedScreen(view.root(), view.sight(), view::focus, sheet, ticker)
                        .screen("Reports", view.keys(), view::keyPressed);
    }

    /// From now on the workpaper of a month can be made.
    void month(YearMonth month) {
        view.choose(false);
        papers.want(month);
    }

    /// From now on it can be made who had a run when.
    void custody(String runId) {
        view.choose(false);
        papers.wantCustody(runId);
    }

    Screen screen() {
        return screen;
    }

    /// Something was found or done.
    void news() {
        view.sight().news();
    }
}
