// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.findings.FindingsActions;
import dev.countersign.app.feature.findings.FindingsSource;
import dev.countersign.app.feature.findings.FindingsView;
import dev.countersign.app.feature.findings.FindingsViewModel;
import dev.countersign.app.shell.Screen;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The findings of one window, and the sign sheet over them that disposes of one.
final class FindingsDesk {
    private final FindingsViewModel model;
    private final FindingsView view;
    private final Screen screen;

    /// Where it leads.
    ///
    /// @param openRun shows a run
    /// @param openChain shows its chain
    /// @param openFolder asks for a folder of runs
    record Ways(Consumer<Path> openRun, Consumer<Path> openChain, Runnable openFolder) {}

    FindingsDesk(
            FindingsSource source,
            WindowServices window,
            SignSheet sheet,
            Ticker ticker,
            Ways ways) {
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
        sheet.model().onEnd(head -> model.refresh(), model::refresh);
        screen =
                new SheetedScreen(view.root(), view.sight(), view::focus, sheet, ticker)
                        .screen("Findings", view.keys(), view::keyPressed);
    }

    Screen screen() {
        return screen;
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
