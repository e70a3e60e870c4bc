// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.samples.SamplesActions;
import dev.countersign.app.feature.samples.SamplesView;
import dev.countersign.app.feature.samples.SamplesViewModel;
import dev.countersign.app.sample.SampleSamples;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.Steps;
import dev.countersign.app.shell.Findable;
import dev.countersign.app.shell.Place;
import dev.countersign.app.shell.Route;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.shell.ShellActions;
import dev.countersign.app.shell.ShellParts;
import dev.countersign.app.shell.ShellView;
import dev.countersign.app.theme.Themes;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A window with the screen of samples on made-up months.
final class SamplesWindow {
    final List<String> said = new ArrayList<>();
    final Steps steps = new Steps();
    final SamplesViewModel model;
    final Scene scene;
    final Themes themes;
    final SampleSamples samples;
    Path toPick = Path.of("/srv/exports/changes.csv");

    SamplesWindow(SampleSamples samples, double width, double height) {
        this.samples = samples;
        var jobs = new Jobs(Runnable::run, steps, steps);
        var working = new SimpleBooleanProperty();
        model = new SamplesViewModel(samples, jobs.on(working), ScriptedVerifier.CLOCK);
        var view =
                new SamplesView(
                        model,
                        new SamplesActions(
                                path -> said.add("run " + path.getFileName()),
                                path -> said.add("observe " + path.getFileName()),
                                (month, note) -> said.add("sign off " + month + " " + note),
                                () -> said.add("open"),
                                () -> said.add("bundle"),
                                month -> said.add("report " + month),
                                () -> Optional.of(toPick),
                                said::add));
        working.bind(view.working());
        var screen =
                new Screen(
                        "Samples", view.root(), view.keys(), view::keyPressed, view.sight()::come);
        var root = new StackPane();
        scene = new Scene(root, width, height);
        themes = new Themes(scene);
        var parts =
                new ShellParts(
                        new ShellActions(
                                () -> {}, () -> {}, path -> {}, themes::toggle, () -> {}, i -> {}),
                        Place.all(),
                        route -> screen,
                        Findable.nothing(),
                        jobs.shown());
        new ShellView(root, parts, new Route.Samples()).attach(scene);
    }
}
