// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.run.RecordSearch;
import dev.countersign.app.feature.run.RunActions;
import dev.countersign.app.feature.run.RunTime;
import dev.countersign.app.feature.run.RunView;
import dev.countersign.app.feature.run.RunViewModel;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Screen;
import dev.countersign.core.clock.Deadlines;
import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.run.RunEvent;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The run screen of one window.
final class RunDesk {
    private static final int MOST_RECORDS = 50;

    private final RunViewModel model;
    private final RunView view;
    private final Ticker ticker;
    private final Consumer<Path> openRun;

    /// Where it leads.
    ///
    /// @param run shows a run
    /// @param integrity shows its log
    /// @param back goes to where one came from
    record Ways(Consumer<Path> run, Consumer<Path> integrity, Runnable back) {}

    RunDesk(
            Wiring.RunServices runs,
            Wiring.Services services,
            Supplier<BusinessCalendar> calendar,
            Ways ways) {
        openRun = ways.run();
        ticker = runs.ticker();
        model = new RunViewModel(runs.reader(), services.jobs());
        view =
                new RunView(
                        model,
                        new RunTime(
                                ticker.nowProperty(),
                                runs.viewer(),
                                (clock, now) -> Deadlines.reading(clock, calendar.get(), now)),
                        new RunActions(ways.integrity(), ways.back()),
                        services.clipboard());
    }

    /// The screen, with a run in it; the same run again is not read again.
    Screen screen(Path directory) {
        if (!directory.equals(model.directory())) {
            model.open(directory);
        }
        Path name = directory.getFileName();
        return new Screen(
                name == null ? "Run" : name.toString(),
                view.root(),
                view.keys(),
                view::keyPressed,
                this::inSight);
    }

    /// Records of the run that is open.
    List<PaletteItem> asked(String typed) {
        return RecordSearch.find(model.events(), typed, MOST_RECORDS).stream()
                .map(this::item)
                .toList();
    }

    private PaletteItem item(RecordSearch.Hit hit) {
        return new PaletteItem(
                Feather.HASH, hit.title(), hit.detail(), "", hit.text(), () -> goTo(hit.event()));
    }

    private void goTo(RunEvent event) {
        Path directory = model.directory();
        if (directory != null) {
            openRun.accept(directory);
            model.show(event);
        }
    }

    private void inSight(boolean here) {
        ticker.every(here ? Ticker.Pace.SECOND : Ticker.Pace.STOPPED);
        view.inSight(here);
    }
}
