// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.app.feature.run.RunActions;
import dev.countersign.app.feature.run.RunTab;
import dev.countersign.app.feature.run.RunTime;
import dev.countersign.app.feature.run.RunView;
import dev.countersign.app.feature.run.RunViewModel;
import dev.countersign.app.sample.SampleRuns;
import dev.countersign.app.sample.Steps;
import dev.countersign.app.theme.Themes;
import dev.countersign.core.clock.Deadlines;
import dev.countersign.core.policy.DefaultPolicy;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.ZoneId;

/// Draws the run screen in one state, in the room that rail and bar of the window leave to it.
final class RunPictures {
    private static final double RAIL_EMS = 14.5;
    private static final double BAR_EMS = 3.4;
    private static final double[] SIZES = {13, 13 * 1.125, 13 * 1.25};

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
        var model = new RunViewModel(reader, run -> {}, new Jobs(Runnable::run, steps, steps));
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
        var frame = new BorderPane(view.root());
        frame.getStyleClass().add("shell");
        double em = SIZES[look.larger()];
        frame.setLeft(gap(RAIL_EMS * em, 0, "rail"));
        frame.setTop(gap(0, BAR_EMS * em, "top-bar"));
        var scene = new Scene(frame, look.width(), look.height());
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
        model.tabProperty().set(tab);
        for (int pass = 0; pass < 4; pass++) { // lists make their cells in the second pass
            frame.applyCss();
            frame.layout();
        }
        return scene;
    }

    private static Region gap(double width, double height, String style) {
        var gap = new Region();
        gap.getStyleClass().add(style);
        gap.setMinSize(width, height);
        return gap;
    }
}
