// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.queue.QueueActions;
import dev.countersign.app.feature.queue.QueueState;
import dev.countersign.app.feature.queue.QueueView;
import dev.countersign.app.feature.queue.QueueViewModel;
import dev.countersign.app.feature.sign.SignerMemory;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Screen;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunSummary;

import javafx.beans.property.SimpleBooleanProperty;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The queue of one window.
public final class QueueDesk {
    /// Fewer digits of a head name nothing.
    private static final int DIGITS = 6;

    private final WindowServices.Runs services;
    private final QueueViewModel model;
    private final Screen screen;
    private final Consumer<Path> openRun;

    QueueDesk(WindowServices.Runs services, Jobs jobs, QueueActions actions) {
        this.services = services;
        openRun = actions.openRun();
        SignerMemory memory = services.signatures().memory();
        var reading = new SimpleBooleanProperty();
        model =
                new QueueViewModel(
                        jobs.on(reading),
                        services.ticker(),
                        services.viewer(),
                        () -> memory.last().identity());
        var view = new QueueView(model, actions);
        reading.bind(view.working());
        screen = new Screen("Queue", view.root(), view.keys(), view::keyPressed, view::inSight);
    }

    /// What is shown of it.
    public QueueViewModel model() {
        return model;
    }

    Screen screen() {
        return screen;
    }

    /// Shows what waits in a folder.
    void open(Path folder) {
        services.opened().accept(folder);
        model.open(services.sources().apply(folder));
    }

    /// The owner's hours in what is open.
    OfficeHours hours() {
        return model.stateProperty().get() instanceof QueueState.Ready ready
                ? ready.snapshot().hours()
                : OfficeHours.of(DefaultPolicy.get());
    }

    /// Its runs.
    List<PaletteItem> found() {
        return model.stateProperty().get() instanceof QueueState.Ready ready
                ? ready.snapshot().runs().stream().map(this::item).toList()
                : List.of();
    }

    /// Its runs by the first digits of their heads.
    List<PaletteItem> asked(String typed) {
        String digits = typed.strip().toLowerCase(Locale.ROOT);
        return digits.length() >= DIGITS
                        && model.stateProperty().get() instanceof QueueState.Ready ready
                ? ready.snapshot().runs().stream()
                        .filter(run -> run.head() != null && run.head().startsWith(digits))
                        .map(run -> item(run, "head " + run.head()))
                        .toList()
                : List.of();
    }

    private PaletteItem item(RunSummary run) {
        String system = run.system() == null ? "" : " · " + run.system();
        return item(run, run.subject() + system);
    }

    private PaletteItem item(RunSummary run, String detail) {
        return new PaletteItem(
                Feather.FILE_TEXT, run.runId(), detail, "", () -> openRun.accept(run.directory()));
    }
}
