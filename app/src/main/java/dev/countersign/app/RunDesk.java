// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.run.RunActions;
import dev.countersign.app.feature.run.RunTime;
import dev.countersign.app.feature.run.RunView;
import dev.countersign.app.feature.run.RunViewModel;
import dev.countersign.app.shell.Screen;
import dev.countersign.core.clock.Deadlines;
import dev.countersign.core.policy.BusinessCalendar;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The run screen of one window.
final class RunDesk {
    private final RunViewModel model;
    private final RunView view;
    private final Ticker ticker;

    RunDesk(
            Wiring.RunServices runs,
            Wiring.Services services,
            Supplier<BusinessCalendar> calendar,
            Consumer<Path> integrity,
            Runnable back) {
        ticker = runs.ticker();
        model = new RunViewModel(runs.reader(), services.jobs());
        view =
                new RunView(
                        model,
                        new RunTime(
                                ticker.nowProperty(),
                                runs.viewer(),
                                (clock, now) -> Deadlines.reading(clock, calendar.get(), now)),
                        new RunActions(integrity, back),
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

    private void inSight(boolean here) {
        ticker.every(here ? Ticker.Pace.SECOND : Ticker.Pace.STOPPED);
        view.inSight(here);
    }
}
