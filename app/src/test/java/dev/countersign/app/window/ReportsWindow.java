// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.reports.MatrixViewModel;
import dev.countersign.app.feature.reports.PrintViewModel;
import dev.countersign.app.feature.reports.ReportsActions;
import dev.countersign.app.feature.reports.ReportsView;
import dev.countersign.app.feature.reports.ReportsViewModel;
import dev.countersign.app.sample.SamplePapers;
import dev.countersign.app.sample.ScriptedPrinter;
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

/// A window with the reports screen on sample data.
final class ReportsWindow {
    final List<String> said = new ArrayList<>();
    final List<String> copied = new ArrayList<>();
    final Steps steps = new Steps();
    final ScriptedPrinter printer = new ScriptedPrinter();
    final ReportsViewModel papers;
    final MatrixViewModel matrix;
    final PrintViewModel printing;
    final ReportsView view;
    final Scene scene;
    final Themes themes;
    Path toPick = Path.of("/home/ada");

    ReportsWindow(SamplePapers source, double width, double height) {
        var jobs = new Jobs(Runnable::run, steps, steps);
        var making = new SimpleBooleanProperty();
        var performing = new SimpleBooleanProperty();
        papers = new ReportsViewModel(source, jobs.on(making), source);
        matrix = new MatrixViewModel(source, jobs.on(performing));
        printing = new PrintViewModel(source, printer, jobs);
        view =
                new ReportsView(
                        papers,
                        matrix,
                        printing,
                        new ReportsActions(
                                new ReportsActions.Files(
                                        (title, name) -> Optional.of(toPick.resolve(name)),
                                        file -> said.add("open " + file),
                                        folder -> said.add("show " + folder)),
                                copied::add,
                                (path, test) -> said.add(path.getFileName() + " " + test.word()),
                                (results, file) ->
                                        said.add("sign " + results.rows().size() + " " + file),
                                () -> said.add("open")));
        making.bind(view.making());
        performing.bind(view.performing());
        var screen =
                new Screen(
                        "Reports", view.root(), view.keys(), view::keyPressed, view.sight()::come);
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
        new ShellView(root, parts, new Route.Reports()).attach(scene);
    }
}
