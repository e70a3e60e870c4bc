// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.reports.MatrixViewModel;
import dev.countersign.app.feature.reports.ReportsActions;
import dev.countersign.app.feature.reports.ReportsView;
import dev.countersign.app.feature.reports.ReportsViewModel;
import dev.countersign.app.feature.sign.SignState;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.shell.Screen;
import dev.countersign.core.reperformance.TestKind;

import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.BiConsumer;

/// Reports and the matrix of one window, and the sign sheet over them that signs results.
final class ReportsDesk {
    private final ReportsViewModel papers;
    private final ReportsView view;
    private final SignSheet sheet;
    private final Ticker ticker;
    private final StackPane root = new StackPane();

    /// Where it leads.
    ///
    /// @param openEvidence shows a run where a test looked
    /// @param openFolder asks for a folder of runs
    record Ways(BiConsumer<Path, TestKind> openEvidence, Runnable openFolder) {}

    /// @param save asks where to write
    ReportsDesk(
            OfficeDesk.Reports needed,
            Wiring.Services window,
            SavePicker save,
            SignSheet sheet,
            Ticker ticker,
            Ways ways) {
        this.sheet = sheet;
        this.ticker = ticker;
        papers = new ReportsViewModel(needed.papers(), window.jobs(), needed.names());
        view =
                new ReportsView(
                        papers,
                        new MatrixViewModel(needed.matrix(), window.jobs()),
                        new ReportsActions(
                                save,
                                window.clipboard(),
                                ways.openEvidence(),
                                sheet.model()::sign,
                                ways.openFolder()));
        root.getChildren().setAll(view.root(), sheet.view().root());
        sheet.model().stateProperty().subscribe(this::sheet);
    }

    /// Once the sheet is gone, keys go to the screen again.
    private void sheet(SignState state) {
        if (state instanceof SignState.Closed && root.getScene() != null) {
            view.focus();
        }
    }

    /// From now on the workpaper of a month can be made.
    void month(YearMonth month) {
        view.choose(false);
        papers.want(month);
    }

    Screen screen() {
        return new Screen("Reports", root, view.keys(), view::keyPressed, this::inSight);
    }

    private void inSight(boolean here) {
        ticker.every(here ? Ticker.Pace.MINUTE : Ticker.Pace.STOPPED);
        view.sight().come(here);
        if (here && sheet.model().isOpen()) {
            sheet.view().focus();
        }
    }

    /// Something was found or done.
    void news() {
        view.sight().news();
    }
}
