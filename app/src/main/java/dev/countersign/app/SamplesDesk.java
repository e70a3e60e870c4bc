// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.samples.SamplesActions;
import dev.countersign.app.feature.samples.SamplesSource;
import dev.countersign.app.feature.samples.SamplesView;
import dev.countersign.app.feature.samples.SamplesViewModel;
import dev.countersign.app.platform.ListPicker;
import dev.countersign.app.shell.Screen;

import javafx.beans.property.SimpleBooleanProperty;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.Consumer;

/// The samples of one window, and the sign sheet over them under which a run is observed and the
/// month signed off.
final class SamplesDesk {
    private final SamplesViewModel model;
    private final SamplesView view;
    private final Screen screen;

    /// What it needs from outside.
    ///
    /// @param samples populations and samples
    /// @param lists asks for another system's list
    record Services(SamplesSource samples, ListPicker lists) {}

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
            Services services, WindowServices window, SignSheet sheet, Ticker ticker, Ways ways) {
        var working = new SimpleBooleanProperty();
        model = new SamplesViewModel(services.samples(), window.jobs().on(working), window.clock());
        view =
                new SamplesView(
                        model,
                        new SamplesActions(
                                ways.openRun(),
                                sheet.model()::observe,
                                sheet.model()::signOff,
                                ways.openFolder(),
                                ways.bundle(),
                                ways.report(),
                                services.lists(),
                                window.clipboard()));
        working.bind(view.working());
        sheet.model().onEnd(head -> model.refresh(), model::refresh);
        screen =
                new SheetedScreen(view.root(), view.sight(), view::focus, sheet, ticker)
                        .screen("Samples", view.keys(), view::keyPressed);
    }

    /// What is shown of it.
    SamplesViewModel model() {
        return model;
    }

    Screen screen() {
        return screen;
    }

    /// Something was found or done.
    void news() {
        view.sight().news();
    }
}
