// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.bundle.MakeOffer;
import dev.countersign.app.feature.checkpoint.CheckpointWays;
import dev.countersign.app.feature.queue.QueueActions;
import dev.countersign.app.feature.response.OpenRun;
import dev.countersign.app.feature.settings.SettingsActions;
import dev.countersign.app.feature.sign.SignDraft;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Route;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.theme.Themes;

import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All screens of one window that are about runs, and the sheets over them: what there is where
/// more than logs can be opened.
final class RunScreens {
    private final QueueDesk queue;
    private final RunDesk run;
    private final ResponseDesk responses;
    private final KeySheets keys;
    private final BundleDesk bundles;
    private final DemoDesk demo;
    private final List<SignDraft> drafts = new ArrayList<>();
    private final @Nullable OfficeDesk office;
    private final Ways ways;

    /// Where they lead.
    interface Ways {
        /// Goes to a place.
        void go(Route route);

        /// Goes to where one came from.
        void back();

        /// Opens what somebody points at.
        void open(Path path);

        /// Asks for a log and opens it.
        void openLog();

        /// Asks for a folder and opens it.
        void openFolder();

        /// Asks what to find.
        void find();

        /// Says something that happened.
        void say(String sentence);

        /// Shows the log of a run, and what it can be compared with.
        void compare(Path run);

        /// What others have seen of logs was imported.
        void seen();

        /// The place that is shown; null before the first.
        @Nullable Route here();
    }

    /// @param around what findings, ledger and settings need; null where they are not there
    RunScreens(
            WindowServices.Runs needed,
            WindowServices services,
            OfficeDesk.@Nullable Services around,
            Themes themes,
            Ways ways) {
        this.ways = ways;
        keys = new KeySheets(needed, services);
        demo = new DemoDesk(needed.demo(), services.jobs(), ways::open, ways::say);
        queue =
                new QueueDesk(
                        needed,
                        services.jobs(),
                        new QueueActions(
                                this::showRun,
                                ways::openFolder,
                                ways::find,
                                this::sample,
                                this::bundle,
                                demo::write));
        run =
                new RunDesk(
                        needed,
                        services,
                        keys,
                        queue::hours,
                        new RunDesk.Ways(
                                this::showRun,
                                this::showChain,
                                ways::back,
                                ways::openLog,
                                ways::say,
                                this::finding));
        responses =
                new ResponseDesk(
                        needed,
                        services,
                        run,
                        ways::say,
                        new CheckpointWays(this::finding, ways::compare, ways::seen));
        bundles =
                new BundleDesk(
                        needed.bundles(),
                        needed.signatures().files(),
                        needed.signatures().shower(),
                        services,
                        new BundleDesk.Ways(this::showRun, ways::openLog),
                        this::offers);
        office = around == null ? null : office(around, needed, services, themes);
    }

    private OfficeDesk office(
            OfficeDesk.Services around,
            WindowServices.Runs needed,
            WindowServices services,
            Themes themes) {
        WindowServices.Signatures signatures = needed.signatures();
        return new OfficeDesk(
                around,
                services,
                new OfficeDesk.Signing(
                        new KeptIdentity(
                                signatures.memory(),
                                signatures.keys().files(),
                                keys,
                                signatures.keys().authority()),
                        () -> sheet(needed, services),
                        needed.ticker()),
                themes,
                new OfficeDesk.Ways(
                        this::showRun,
                        this::showChain,
                        run::evidence,
                        ways::openFolder,
                        this::bundle,
                        () -> ways.go(new Route.Reports()),
                        new SettingsActions.Exchange(
                                () -> responses.checkpoints().bring(),
                                () -> responses.checkpoints().give())));
    }

    private SignSheet sheet(WindowServices.Runs needed, WindowServices services) {
        SignSheet made = SignSheet.of(needed, services, keys, queue::hours, ways::openLog);
        drafts.add(made.model().draft());
        return made;
    }

    /// The runs about which something was written and not signed or sent.
    List<String> unsigned() {
        return Stream.concat(run.unsigned(), drafts.stream().flatMap(SignDraft::unsigned))
                .distinct()
                .toList();
    }

    /// Shows the run that a log lies in.
    void runOf(Path log) {
        showRun(EscalationDesk.runOf(log));
    }

    private void showRun(Path directory) {
        ways.go(new Route.Run(directory));
    }

    private void showChain(Path log) {
        ways.go(new Route.Integrity(log));
    }

    /// Which runs a bundle would be made of where one is.
    private List<MakeOffer> offers() {
        return switch (ways.here()) {
            case Route.Run _ -> BundleDesk.ofRun(run);
            case Route.Samples _ when office != null -> BundleDesk.ofSample(office.sample());
            case null, default -> BundleDesk.ofQueue(queue);
        };
    }

    private void sample(YearMonth month) {
        if (office != null) {
            office.sample().show(month);
            ways.go(new Route.Samples());
        }
    }

    private void bundle() {
        bundles.make();
    }

    /// Shows a finding.
    void finding(String id) {
        if (office != null) {
            office.pick(id);
            ways.go(new Route.Findings());
        }
    }

    /// What waits.
    QueueDesk queue() {
        return queue;
    }

    /// What others have seen of logs.
    CheckpointDesk checkpoints() {
        return responses.checkpoints();
    }

    /// Takes runs to others.
    EscalationDesk escalation() {
        return run.escalation();
    }

    /// Takes what comes as a file from other desks.
    boolean takes(Path path, Pointed what) {
        return responses.takes(path, what);
    }

    /// From now on sheets lie over this.
    void over(StackPane whole) {
        responses.over(whole);
        run.over(whole);
        keys.over(whole);
        bundles.over(whole);
    }

    /// What the palette offers.
    List<PaletteItem> items() {
        List<PaletteItem> found = new ArrayList<>();
        found.add(demo.item());
        found.addAll(responses.items());
        found.add(bundles.item());
        OpenRun shown = ways.here() instanceof Route.Run ? run.shown() : null;
        if (office != null && shown != null) {
            found.add(office.custody(shown.runId()));
        }
        found.addAll(queue.found());
        return found;
    }

    /// What it finds: records of the run that is open, and runs.
    List<PaletteItem> asked(String typed) {
        List<PaletteItem> found = new ArrayList<>(run.asked(typed));
        found.addAll(queue.asked(typed));
        return found;
    }

    /// The screen of a place; null if there is none.
    @Nullable Screen screen(Route route) {
        return switch (route) {
            case Route.Integrity _ -> null;
            case Route.Run(Path directory) -> bundles.making(run.screen(directory));
            case Route.Bundle(Path bundle) -> bundles.screen(bundle);
            case Route.Queue _ -> bundles.making(queue.screen());
            case Route.Samples _ -> office == null ? null : bundles.making(office.samples());
            case Route.Findings _, Route.Reports _, Route.Ledger _, Route.Settings _ ->
                    office == null ? null : office.screen(route);
        };
    }
}
