// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.samples.SamplesActions;
import dev.countersign.app.feature.samples.SamplesView;
import dev.countersign.app.feature.samples.SamplesViewModel;
import dev.countersign.app.feature.sign.SignState;
import dev.countersign.app.shell.Screen;

import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.Consumer;

/// The samples of one window, and the sign sheet over them under which a run is observed.
final class SamplesDesk {
    private final SamplesViewModel model;
    private final SamplesView view;
    private final SignSheet sheet;
    private final Ticker ticker;
    private final StackPane root = new StackPane();

    /// Where it leads.
    ///
    /// @param openRun shows a run
    /// @param openFolder asks for a folder of runs
    /// @param bundle makes a bundle of what is shown
    /// @param report shows the workpaper of a month
    record Ways(
            Consumer<Path> openRun,
            Runnable openFolder,
            Runnable bundle,
            Consumer<YearMonth> report) {}

    SamplesDesk(
            OfficeDesk.Services services,
            Wiring.Services window,
            SignSheet sheet,
            Ticker ticker,
            Ways ways) {
        this.sheet = sheet;
        this.ticker = ticker;
        model = new SamplesViewModel(services.samples(), window.jobs(), window.clock());
        view =
                new SamplesView(
                        model,
                        new SamplesActions(
                                ways.openRun(),
                                sheet.model()::observe,
                                ways.openFolder(),
                                ways.bundle(),
                                ways.report(),
                                services.lists(),
                                window.clipboard()));
        root.getChildren().setAll(view.root(), sheet.view().root());
        sheet.model().onEnd(head -> model.refresh(), model::refresh);
        sheet.model().stateProperty().subscribe(this::sheet);
    }

    /// What is shown of it.
    SamplesViewModel model() {
        return model;
    }

    /// Once the sheet is gone, keys go to the runs again.
    private void sheet(SignState state) {
        if (state instanceof SignState.Closed && root.getScene() != null) {
            view.focus();
        }
    }

    Screen screen() {
        return new Screen("Samples", root, view.keys(), view::keyPressed, this::inSight);
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
