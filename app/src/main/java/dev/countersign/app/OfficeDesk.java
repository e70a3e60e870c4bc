// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.findings.FindingsActions;
import dev.countersign.app.feature.findings.FindingsSource;
import dev.countersign.app.feature.findings.FindingsView;
import dev.countersign.app.feature.findings.FindingsViewModel;
import dev.countersign.app.feature.ledger.LedgerActions;
import dev.countersign.app.feature.ledger.LedgerSource;
import dev.countersign.app.feature.ledger.LedgerView;
import dev.countersign.app.feature.ledger.LedgerViewModel;
import dev.countersign.app.feature.settings.SettingsActions;
import dev.countersign.app.feature.settings.SettingsDesk;
import dev.countersign.app.feature.settings.SettingsView;
import dev.countersign.app.feature.settings.SettingsViewModel;
import dev.countersign.app.platform.CalendarPicker;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.theme.Themes;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The screens around the queue: findings, ledger, settings.
public final class OfficeDesk {
    private final Screen findings;
    private final Screen ledger;
    private final Screen settings;

    /// What they need from outside.
    ///
    /// @param findings where findings come from
    /// @param ledger what was done
    /// @param settings policy and sources
    /// @param save asks where to write
    /// @param calendar asks for a file of holidays
    /// @param shower shows a folder
    /// @param news takes who is to hear when something was found or put into the ledger
    public record Services(
            FindingsSource findings,
            LedgerSource ledger,
            SettingsDesk settings,
            SavePicker save,
            CalendarPicker calendar,
            FolderShower shower,
            Consumer<Runnable> news) {}

    /// Where they lead.
    ///
    /// @param openRun shows a run
    /// @param openChain shows its chain
    /// @param openFolder asks for a folder of runs
    record Ways(Consumer<Path> openRun, Consumer<Path> openChain, Runnable openFolder) {}

    OfficeDesk(Services services, Wiring.Services window, Themes themes, Ways ways) {
        var found = new FindingsViewModel(services.findings(), window.jobs(), window.clock());
        var list =
                new FindingsView(
                        found,
                        new FindingsActions(
                                ways.openRun(),
                                ways.openChain(),
                                ways.openFolder(),
                                window.clipboard()));
        findings =
                new Screen("Findings", list.root(), list.keys(), list::keyPressed, list::inSight);
        var done = new LedgerViewModel(services.ledger(), window.jobs(), window.clock());
        var log = new LedgerView(done, new LedgerActions(services.save(), window.clipboard()));
        ledger = new Screen("Ledger", log.root(), log.keys(), log::keyPressed, log::inSight);
        services.news()
                .accept(() -> {
                    list.news();
                    log.news();
                });
        var set =
                new SettingsViewModel(
                        services.settings(), new ThemeLooks(themes), window.jobs(), window.clock());
        var pages =
                new SettingsView(
                        set,
                        new SettingsActions(
                                window.picker()::folder,
                                services.calendar(),
                                services.shower(),
                                window.clipboard()));
        settings =
                new Screen(
                        "Settings", pages.root(), pages.keys(), pages::keyPressed, pages::inSight);
    }

    Screen findings() {
        return findings;
    }

    Screen ledger() {
        return ledger;
    }

    Screen settings() {
        return settings;
    }
}
