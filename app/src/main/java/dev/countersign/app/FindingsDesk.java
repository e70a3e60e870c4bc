// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.findings.FindingsActions;
import dev.countersign.app.feature.findings.FindingsSource;
import dev.countersign.app.feature.findings.FindingsView;
import dev.countersign.app.feature.findings.FindingsViewModel;
import dev.countersign.app.feature.sign.SignState;
import dev.countersign.app.shell.Screen;

import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The findings of one window, and the sign sheet over them that disposes of one.
final class FindingsDesk {
    private final FindingsViewModel model;
    private final FindingsView view;
    private final SignSheet sheet;
    private final Ticker ticker;
    private final StackPane root = new StackPane();

    /// Where it leads.
    ///
    /// @param openRun shows a run
    /// @param openChain shows its chain
    /// @param openFolder asks for a folder of runs
    record Ways(Consumer<Path> openRun, Consumer<Path> openChain, Runnable openFolder) {}

    FindingsDesk(
            FindingsSource source,
            Wiring.Services window,
            SignSheet sheet,
            Ticker ticker,
            Ways ways) {
        this.sheet = sheet;
        this.ticker = ticker;
        model = new FindingsViewModel(source, window.jobs(), window.clock());
        view =
                new FindingsView(
                        model,
                        new FindingsActions(
                                ways.openRun(),
                                ways.openChain(),
                                sheet.model()::dispose,
                                ways.openFolder(),
                                window.clipboard()));
        root.getChildren().setAll(view.root(), sheet.view().root());
        sheet.model().onEnd(head -> model.refresh(), model::refresh);
        sheet.model().stateProperty().subscribe(this::sheet);
    }

    /// Once the sheet is gone, keys go to the list again.
    private void sheet(SignState state) {
        if (state instanceof SignState.Closed && root.getScene() != null) {
            view.focus();
        }
    }

    Screen screen() {
        return new Screen("Findings", root, view.keys(), view::keyPressed, this::inSight);
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

    /// From now on the list shows this one.
    void pick(String finding) {
        boolean _ = model.clear();
        model.type(finding);
    }
}
