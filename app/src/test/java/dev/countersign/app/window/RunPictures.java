// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.app.feature.run.RunActions;
import dev.countersign.app.feature.run.RunState;
import dev.countersign.app.feature.run.RunTab;
import dev.countersign.app.feature.run.RunTime;
import dev.countersign.app.feature.run.RunView;
import dev.countersign.app.feature.run.RunViewModel;
import dev.countersign.app.sample.SampleRuns;
import dev.countersign.app.sample.Steps;
import dev.countersign.app.shell.Findable;
import dev.countersign.app.shell.Place;
import dev.countersign.app.shell.Route;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.shell.ShellActions;
import dev.countersign.app.shell.ShellParts;
import dev.countersign.app.shell.ShellView;
import dev.countersign.app.theme.Themes;
import dev.countersign.core.clock.Deadlines;
import dev.countersign.core.policy.DefaultPolicy;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// Draws the run screen in one state, in the window around it.
final class RunPictures {
    private RunPictures() {}

    /// The time that the pictures show.
    static RunTime time() {
        var calendar = DefaultPolicy.get().calendar();
        return new RunTime(
                new SimpleObjectProperty<>(SampleRuns.NOW),
                ZoneId.of("Europe/Oslo"),
                (clock, now) -> Deadlines.reading(clock, calendar, now));
    }

    /// @param reader reads it
    /// @param directory what is opened; null for nothing
    static WritableImage draw(
            Pictures.Look look, ReadRun reader, @Nullable Path directory, RunTab tab) {
        return scene(look, reader, directory, tab).snapshot(null);
    }

    /// The screen itself, laid out.
    static Scene scene(Pictures.Look look, ReadRun reader, @Nullable Path directory, RunTab tab) {
        var steps = new Steps();
        var jobs = new Jobs(Runnable::run, steps, steps);
        var model = new RunViewModel(reader, run -> {}, jobs);
        var view =
                new RunView(
                        model,
                        time(),
                        new RunActions(
                                path -> {},
                                () -> {},
                                act -> {},
                                () -> {},
                                () -> {},
                                () -> {},
                                () -> {},
                                id -> {}),
                        text -> {});
        var root = new StackPane();
        var scene = new Scene(root, look.width(), look.height());
        var themes = new Themes(scene);
        themes.choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            themes.resize(1);
        }
        if (directory != null) {
            model.open(directory);
            if (!directory.endsWith("loading")) {
                steps.all();
            }
        }
        var screen =
                new Screen(
                        model.stateProperty().get() instanceof RunState.Shown shown
                                ? shown.run().runId()
                                : "change-approval-0155cb2f963b",
                        view.root(),
                        view.keys(),
                        view::keyPressed,
                        here -> {});
        var queue = new Screen("Queue", new Pane(), List.of(), e -> {}, here -> {});
        var shell =
                new ShellView(
                        root,
                        new ShellParts(
                                new ShellActions(
                                        () -> {},
                                        () -> {},
                                        path -> {},
                                        () -> {},
                                        () -> {},
                                        i -> {}),
                                Place.all(),
                                route -> route instanceof Route.Run ? screen : queue,
                                Findable.nothing(),
                                jobs.shown()),
                        new Route.Queue());
        shell.attach(scene);
        shell.go(new Route.Run(directory == null ? Path.of("none") : directory));
        model.tabProperty().set(tab);
        for (int pass = 0; pass < 4; pass++) { // lists make their cells in the second pass
            root.applyCss();
            root.layout();
        }
        return scene;
    }
}
