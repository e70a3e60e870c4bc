// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.findings.FindingsActions;
import dev.countersign.app.feature.findings.FindingsReading;
import dev.countersign.app.feature.findings.FindingsView;
import dev.countersign.app.feature.findings.FindingsViewModel;
import dev.countersign.app.feature.ledger.LedgerActions;
import dev.countersign.app.feature.ledger.LedgerView;
import dev.countersign.app.feature.ledger.LedgerViewModel;
import dev.countersign.app.feature.settings.SettingsActions;
import dev.countersign.app.feature.settings.SettingsView;
import dev.countersign.app.feature.settings.SettingsViewModel;
import dev.countersign.app.sample.SampleFindings;
import dev.countersign.app.sample.SampleIdentity;
import dev.countersign.app.sample.SampleLedger;
import dev.countersign.app.sample.SampleLooks;
import dev.countersign.app.sample.SampleSettings;
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
import dev.countersign.core.source.SourceException;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A window with the screens of findings, ledger and settings on sample data.
final class DesksWindow {
    final List<String> said = new ArrayList<>();
    final List<String> copied = new ArrayList<>();
    final Steps steps = new Steps();
    final FindingsViewModel findings;
    final LedgerViewModel ledger;
    final SettingsViewModel settings;
    final SampleIdentity identity = new SampleIdentity();
    final Scene scene;
    final Themes themes;
    final ShellView shell;
    Path toPick = Path.of("/srv/more/runs");

    /// @param read the findings; null where they cannot be read
    DesksWindow(
            Optional<FindingsReading> read,
            SampleLedger entries,
            SampleSettings desk,
            double width,
            double height) {
        var jobs = new Jobs(Runnable::run, steps, steps);
        var clock = ScriptedVerifier.CLOCK;
        findings = new FindingsViewModel(() -> reading(read), jobs, clock);
        ledger = new LedgerViewModel(entries, jobs, clock);
        settings = new SettingsViewModel(desk, identity, new SampleLooks(), jobs, clock);
        var findingsView =
                new FindingsView(
                        findings,
                        new FindingsActions(
                                path -> said.add("run " + path.getFileName()),
                                path -> said.add("chain " + path.getFileName()),
                                finding -> said.add("dispose " + finding),
                                () -> said.add("add"),
                                copied::add));
        var ledgerView =
                new LedgerView(
                        ledger,
                        new LedgerActions(
                                (title, name) -> Optional.of(toPick.resolve(name)),
                                () -> said.add("open a folder"),
                                copied::add));
        var settingsView =
                new SettingsView(
                        settings,
                        new SettingsActions(
                                () -> Optional.of(toPick),
                                () -> Optional.of(toPick.resolve("holidays.ics")),
                                folder -> said.add("show " + folder),
                                copied::add,
                                new SettingsActions.Exchange(
                                        () -> said.add("import a checkpoint"),
                                        () -> said.add("export checkpoints"))));
        var findingsScreen =
                new Screen(
                        "Findings",
                        findingsView.root(),
                        findingsView.keys(),
                        findingsView::keyPressed,
                        findingsView.sight()::come);
        var ledgerScreen =
                new Screen(
                        "Ledger",
                        ledgerView.root(),
                        ledgerView.keys(),
                        ledgerView::keyPressed,
                        ledgerView.sight()::come);
        var settingsScreen =
                new Screen(
                        "Settings",
                        settingsView.root(),
                        settingsView.keys(),
                        settingsView::keyPressed,
                        settingsView.sight()::come);
        var root = new StackPane();
        scene = new Scene(root, width, height);
        themes = new Themes(scene);
        var parts =
                new ShellParts(
                        new ShellActions(
                                () -> {}, () -> {}, path -> {}, themes::toggle, () -> {}, i -> {}),
                        Place.all(),
                        route ->
                                switch (route) {
                                    case Route.Ledger _ -> ledgerScreen;
                                    case Route.Settings _ -> settingsScreen;
                                    default -> findingsScreen;
                                },
                        Findable.nothing(),
                        jobs.shown());
        shell = new ShellView(root, parts, new Route.Findings());
        shell.attach(scene);
    }

    private static FindingsReading reading(Optional<FindingsReading> read) throws SourceException {
        return read.orElseThrow(() ->
                new SourceException(
                        Path.of("/srv/reviews/2026-q4/countersign.db"),
                        "/srv/reviews/2026-q4/countersign.db may not be read by this user:"
                                + " ask for read permission."));
    }

    /// The usual data.
    static DesksWindow usual(double width, double height) {
        return new DesksWindow(
                Optional.of(SampleFindings.some()),
                SampleLedger.of(60),
                SampleSettings.valid(),
                width,
                height);
    }
}
