// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.findings.FindingsSource;
import dev.countersign.app.feature.ledger.LedgerActions;
import dev.countersign.app.feature.ledger.LedgerSource;
import dev.countersign.app.feature.ledger.LedgerView;
import dev.countersign.app.feature.ledger.LedgerViewModel;
import dev.countersign.app.feature.samples.SamplesSource;
import dev.countersign.app.feature.samples.SamplesViewModel;
import dev.countersign.app.feature.settings.IdentityDesk;
import dev.countersign.app.feature.settings.SettingsActions;
import dev.countersign.app.feature.settings.SettingsDesk;
import dev.countersign.app.feature.settings.SettingsView;
import dev.countersign.app.feature.settings.SettingsViewModel;
import dev.countersign.app.platform.CalendarPicker;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.ListPicker;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Route;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.theme.Themes;
import dev.countersign.core.reperformance.TestKind;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The screens around the queue: findings, samples, ledger, settings.
public final class OfficeDesk {
    private final FindingsDesk found;
    private final Screen findings;
    private final Screen reports;
    private final Consumer<String> custody;
    private final SamplesDesk sample;
    private final Screen samples;
    private final Screen ledger;
    private final Screen settings;

    /// What they need from outside.
    ///
    /// @param findings where findings come from
    /// @param samples populations and samples
    /// @param ledger what was done
    /// @param reports what is taken away
    /// @param settings policy and sources
    /// @param save asks where to write
    /// @param calendar asks for a file of holidays
    /// @param lists asks for another system's list
    /// @param shower shows a folder
    /// @param news takes who is to hear when something was found or put into the ledger
    public record Services(
            FindingsSource findings,
            SamplesSource samples,
            LedgerSource ledger,
            ReportsDesk.Services reports,
            SettingsDesk settings,
            SavePicker save,
            CalendarPicker calendar,
            ListPicker lists,
            FolderShower shower,
            Consumer<Runnable> news) {}

    /// Where they lead.
    ///
    /// @param openRun shows a run
    /// @param openChain shows its chain
    /// @param openEvidence shows a run where a test looked
    /// @param openFolder asks for a folder of runs
    /// @param bundle makes a bundle of what is shown
    /// @param openReports shows reports
    /// @param exchange checkpoints between desks
    record Ways(
            Consumer<Path> openRun,
            Consumer<Path> openChain,
            BiConsumer<Path, TestKind> openEvidence,
            Runnable openFolder,
            Runnable bundle,
            Runnable openReports,
            SettingsActions.Exchange exchange) {}

    /// Who signs, and how.
    ///
    /// @param identity who, and with which key
    /// @param sheets makes a sign sheet
    /// @param ticker owns now
    record Signing(IdentityDesk identity, Supplier<SignSheet> sheets, Ticker ticker) {}

    OfficeDesk(
            Services services, WindowServices window, Signing signing, Themes themes, Ways ways) {
        found =
                new FindingsDesk(
                        services.findings(),
                        window,
                        signing.sheets().get(),
                        signing.ticker(),
                        new FindingsDesk.Ways(ways.openRun(), ways.openChain(), ways.openFolder()));
        findings = found.screen();
        LedgerView log = ledger(services, window, ways.openFolder());
        ledger = new Screen("Ledger", log.root(), log.keys(), log::keyPressed, log.sight()::come);
        var papers =
                new ReportsDesk(
                        services.reports(),
                        window,
                        services.save(),
                        services.shower(),
                        signing.sheets().get(),
                        signing.ticker(),
                        new ReportsDesk.Ways(ways.openEvidence(), ways.openFolder()));
        reports = papers.screen();
        custody =
                run -> {
                    papers.custody(run);
                    ways.openReports().run();
                };
        sample =
                new SamplesDesk(
                        new SamplesDesk.Services(services.samples(), services.lists()),
                        window,
                        signing.sheets().get(),
                        signing.ticker(),
                        new SamplesDesk.Ways(
                                ways.openRun(),
                                ways.openFolder(),
                                ways.bundle(),
                                month -> {
                                    papers.month(month);
                                    ways.openReports().run();
                                }));
        samples = sample.screen();
        services.news()
                .accept(() -> {
                    found.news();
                    papers.news();
                    sample.news();
                    log.sight().news();
                });
        SettingsView pages = settings(services, window, signing, themes, ways);
        settings =
                new Screen(
                        "Settings",
                        pages.root(),
                        pages.keys(),
                        pages::keyPressed,
                        pages.sight()::come);
    }

    private static LedgerView ledger(
            Services services, WindowServices window, Runnable openFolder) {
        var done = new LedgerViewModel(services.ledger(), window.jobs(), window.clock());
        return new LedgerView(
                done, new LedgerActions(services.save(), openFolder, window.clipboard()));
    }

    private static SettingsView settings(
            Services services, WindowServices window, Signing signing, Themes themes, Ways ways) {
        var model =
                new SettingsViewModel(
                        services.settings(),
                        signing.identity(),
                        new ThemeLooks(themes),
                        window.jobs(),
                        window.clock());
        return new SettingsView(
                model,
                new SettingsActions(
                        window.picker()::folder,
                        services.calendar(),
                        services.shower(),
                        window.clipboard(),
                        ways.exchange()));
    }

    /// From now on the list of findings shows this one.
    void pick(String finding) {
        found.pick(finding);
    }

    /// The sample of the month that is shown.
    SamplesViewModel sample() {
        return sample.model();
    }

    /// The screen of samples.
    Screen samples() {
        return samples;
    }

    /// Leads to the report of who had a run when.
    PaletteItem custody(String runId) {
        return new PaletteItem(
                Feather.FILE_TEXT,
                "Custody of this run",
                "Action",
                "",
                () -> custody.accept(runId));
    }

    /// The screen of one of their places; null for any other.
    @Nullable Screen screen(Route route) {
        return switch (route) {
            case Route.Findings _ -> findings;
            case Route.Reports _ -> reports;
            case Route.Ledger _ -> ledger;
            case Route.Settings _ -> settings;
            case Route.Queue _, Route.Run _, Route.Bundle _, Route.Integrity _, Route.Samples _ ->
                    null;
        };
    }
}
