// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.response.OpenRun;
import dev.countersign.app.feature.run.ExportSelfCheck;
import dev.countersign.app.feature.run.RecordSearch;
import dev.countersign.app.feature.run.RunActions;
import dev.countersign.app.feature.run.RunState;
import dev.countersign.app.feature.run.RunTab;
import dev.countersign.app.feature.run.RunTime;
import dev.countersign.app.feature.run.RunView;
import dev.countersign.app.feature.run.RunViewModel;
import dev.countersign.app.feature.sign.SignState;
import dev.countersign.app.feature.sign.SignSubject;
import dev.countersign.app.feature.sign.SignView;
import dev.countersign.app.feature.sign.SignViewModel;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.app.feature.sign.SignerMemory;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.text.SignText;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.reperformance.TestKind;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.signing.Act;

import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The run screen of one window, and the sign sheet over it.
final class RunDesk {
    private static final int MOST_RECORDS = 50;

    private final RunViewModel model;
    private final RunView view;
    private final SignViewModel sheet;
    private final SignView sheetView;
    private final EscalationDesk escalation;
    private final SignerMemory memory;
    private final StackPane root = new StackPane();
    private final Ticker ticker;
    private final WindowServices services;
    private final ExportSelfCheck selfChecks;
    private final Ways ways;

    /// Where it leads.
    ///
    /// @param run shows a run
    /// @param integrity shows its log
    /// @param back goes to where one came from
    /// @param open asks for a file and opens it
    /// @param say says something that happened
    /// @param finding shows a finding
    record Ways(
            Consumer<Path> run,
            Consumer<Path> integrity,
            Runnable back,
            Runnable open,
            Consumer<String> say,
            Consumer<String> finding) {}

    RunDesk(
            WindowServices.Runs runs,
            WindowServices services,
            KeySheets keys,
            Supplier<OfficeHours> hours,
            Ways ways) {
        this.services = services;
        this.ways = ways;
        ticker = runs.ticker();
        WindowServices.Signatures signatures = runs.signatures();
        memory = signatures.memory();
        selfChecks = signatures.selfChecks();
        model = new RunViewModel(runs.reader(), signatures.finisher(), services.jobs());
        var signing = SignSheet.of(runs, services, keys, hours, ways.open());
        sheet = signing.model();
        sheetView = signing.view();
        escalation = new EscalationDesk(runs, services.jobs(), ways.say());
        view =
                new RunView(
                        model,
                        new RunTime(
                                ticker.nowProperty(),
                                runs.viewer(),
                                signing.time().clocks()::apply),
                        new RunActions(
                                ways.integrity(),
                                ways.back(),
                                this::decide,
                                this::otherSigner,
                                this::escalate,
                                this::resume,
                                this::selfCheck,
                                ways.finding()),
                        services.clipboard());
        root.getChildren().setAll(view.root(), sheetView.root());
        model.identityProperty().set(memory.last().identity());
        sheet.onEnd(model::againAt, model::again);
        sheet.stateProperty().subscribe(this::sheet);
        escalation.onHold(this::held);
    }

    private void decide(Act act) {
        if (model.stateProperty().get() instanceof RunState.Shown shown) {
            sheet.open(new SignSubject.OfRun(shown.run(), shown.policy()), act);
        }
    }

    private void resume() {
        if (model.stateProperty().get() instanceof RunState.Shown shown) {
            sheet.resume(new SignSubject.OfRun(shown.run(), shown.policy()));
        }
    }

    private void escalate() {
        if (model.stateProperty().get() instanceof RunState.Shown shown) {
            escalation.open(shown.run(), shown.policy());
        }
    }

    /// A run that is shown says that it is on hold from now on.
    private void held(Path directory) {
        if (directory.equals(model.directory())) {
            model.again();
        }
    }

    /// From now on sheets lie over this.
    void over(StackPane whole) {
        escalation.over(whole);
    }

    /// Takes runs to others.
    EscalationDesk escalation() {
        return escalation;
    }

    private void otherSigner() {
        memory.keep(new Signer("", memory.last().key()));
        model.identityProperty().set("");
        view.focus();
    }

    /// The run that is shown; null if none is.
    @Nullable OpenRun shown() {
        return model.stateProperty().get() instanceof RunState.Shown shown
                ? new OpenRun(shown.directory(), shown.run().runId())
                : null;
    }

    /// Shows a run again, at the record with this hash.
    void againAt(Path directory, String head) {
        ways.run().accept(directory);
        model.againAt(head);
    }

    /// Shows a run where a test looked.
    void evidence(Path directory, TestKind test) {
        if (test == TestKind.CHAIN) {
            ways.integrity().accept(directory);
            return;
        }
        ways.run().accept(directory);
        model.tabProperty()
                .set(
                        switch (test) {
                            case CHAIN, CLAIMS, RULES, VERDICT, APPROVALS -> RunTab.RESULTS;
                            case MODEL_OUTPUT -> RunTab.INPUT;
                            case ARTIFACTS -> RunTab.FILES;
                            case HANDOFF_HEAD, CLOCKS -> RunTab.CHECKS;
                        });
    }

    private void selfCheck() {
        Path run = model.directory();
        if (run != null) {
            services.picker().folder().ifPresent(folder -> selfCheck(run, folder));
        }
    }

    private void selfCheck(Path run, Path folder) {
        var _ =
                services.jobs()
                        .<Path>start(
                                new JobTitle("Writing the self-check", JobTitle.Unit.BYTES),
                                (progress, cancellation) -> selfChecks.export(run, folder),
                                progress -> {},
                                end ->
                                        ways.say()
                                                .accept(
                                                        switch (end) {
                                                            case JobEnd.Done<Path>(Path to, _) ->
                                                                    SignText.exported(to);
                                                            case JobEnd.Failed<Path>(String why) ->
                                                                    why;
                                                        }));
    }

    /// Once the sheet is gone, keys go to the run again.
    private void sheet(SignState state) {
        model.identityProperty().set(memory.last().identity());
        if (state instanceof SignState.Closed && root.getScene() != null) {
            view.focus();
        }
    }

    /// The screen, with a run in it; the same run again is not read again.
    Screen screen(Path directory) {
        if (!directory.equals(model.directory())) {
            leaveSheet();
            model.open(directory);
        }
        Path name = directory.getFileName();
        return new Screen(
                name == null ? "Run" : name.toString(),
                root,
                view.keys(),
                view::keyPressed,
                this::inSight);
    }

    /// What was typed there waits for whoever comes back.
    private void leaveSheet() {
        String about = sheet.draft().typing();
        sheet.close();
        if (!about.isEmpty()) {
            ways.say().accept(SignText.kept(about));
        }
    }

    /// The runs about which something was written and not signed or sent.
    Stream<String> unsigned() {
        return Stream.concat(sheet.draft().unsigned(), escalation.unsent());
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
            ways.run().accept(directory);
            model.show(event);
        }
    }

    private void inSight(boolean here) {
        ticker.every(here ? Ticker.Pace.SECOND : Ticker.Pace.STOPPED);
        view.inSight(here);
        if (here && sheet.isOpen()) {
            sheetView.focus();
        }
    }
}
