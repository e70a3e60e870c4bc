// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.feature.findings.FindingsReading;
import dev.countersign.app.feature.ledger.LedgerFilter;
import dev.countersign.app.feature.ledger.LedgerVerdict;
import dev.countersign.app.feature.settings.Holidays;
import dev.countersign.app.feature.settings.SettingsState;
import dev.countersign.app.sample.SampleFindings;
import dev.countersign.app.sample.SampleLedger;
import dev.countersign.app.sample.SampleSettings;
import dev.countersign.app.shell.Route;

import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Draws findings, ledger and settings in one state without showing them. On the screen's thread.
final class DesksPictures {
    /// Every state there is a picture of.
    static final List<String> STATES =
            List.of(
                    "findings",
                    "findings-filtered",
                    "findings-evidence",
                    "findings-unchecked",
                    "findings-none",
                    "findings-gaps",
                    "findings-failed",
                    "ledger",
                    "ledger-intact",
                    "ledger-broken",
                    "ledger-verifying",
                    "ledger-exported",
                    "ledger-empty",
                    "ledger-failed",
                    "settings-default",
                    "settings-policy",
                    "settings-policy-end",
                    "settings-invalid",
                    "settings-nothing-holds",
                    "settings-holidays",
                    "settings-sources",
                    "settings-no-sources",
                    "settings-appearance",
                    "settings-failed");

    private DesksPictures() {}

    /// The window itself, laid out.
    static Scene scene(Pictures.Look look, String name) {
        var window =
                new DesksWindow(
                        findings(name), ledger(name), settings(name), look.width(), look.height());
        window.themes.choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            window.themes.resize(1);
        }
        if (name.startsWith("ledger")) {
            window.shell.jump(new Route.Ledger());
        } else if (name.startsWith("settings")) {
            window.shell.jump(new Route.Settings());
        }
        window.steps.all();
        act(window, name);
        lay(window);
        scroll(window, name);
        lay(window);
        return window.scene;
    }

    private static void lay(DesksWindow window) {
        for (int pass = 0; pass < 4; pass++) { // lists make their cells in the second pass
            window.scene.getRoot().applyCss();
            window.scene.getRoot().layout();
        }
    }

    private static void act(DesksWindow window, String name) {
        switch (name) {
            case "findings-filtered" -> {
                window.findings.toggle(2);
                window.findings.type("nobody");
            }
            case "findings-evidence" ->
                    window.findings.selectedProperty().set(window.findings.rows().get(2));
            case "ledger-intact", "ledger-broken" -> window.ledger.verify();
            case "ledger-verifying" -> {
                window.ledger.verify();
                window.steps.next();
                return;
            }
            case "ledger-exported" -> {
                window.ledger.pick(LedgerFilter.ALL.toActor("ada@example.org"));
                window.ledger.export(Path.of("/home/ada/ledger.jsonl"));
            }
            case "settings-holidays" ->
                    window.settings.preview(new Holidays.Wanted.OfFile(Path.of("holidays.ics")));
            case "settings-sources", "settings-no-sources" ->
                    window.settings.show(SettingsState.Section.SOURCES);
            case "settings-appearance" -> window.settings.show(SettingsState.Section.APPEARANCE);
            default -> {}
        }
        window.steps.all();
    }

    private static void scroll(DesksWindow window, String name) {
        String pane =
                switch (name) {
                    case "findings-evidence" -> "#finding-detail";
                    case "settings-policy-end", "settings-holidays" -> "#settings-scroll";
                    default -> "";
                };
        if (!pane.isEmpty() && window.scene.lookup(pane) instanceof ScrollPane scroll) {
            scroll.setVvalue(1);
        }
    }

    private static Optional<FindingsReading> findings(String name) {
        return switch (name) {
            case "findings-unchecked" -> Optional.of(SampleFindings.unchecked());
            case "findings-none" -> Optional.of(SampleFindings.none());
            case "findings-gaps" -> Optional.of(SampleFindings.gaps());
            case "findings-failed" -> Optional.empty();
            default -> Optional.of(SampleFindings.some());
        };
    }

    private static SampleLedger ledger(String name) {
        return switch (name) {
            case "ledger-empty" -> SampleLedger.of(0);
            case "ledger-failed" -> new SampleLedger(3, new LedgerVerdict.Nothing(), true);
            case "ledger-broken" ->
                    new SampleLedger(
                            60,
                            new LedgerVerdict.Broken(
                                    41, "the hash it carries is not the hash of what it says."),
                            false);
            default -> SampleLedger.of(60);
        };
    }

    private static SampleSettings settings(String name) {
        return switch (name) {
            case "settings-default", "settings-no-sources" -> SampleSettings.absent();
            case "settings-invalid" -> SampleSettings.invalid();
            case "settings-nothing-holds" -> SampleSettings.nothingHolds();
            case "settings-failed" -> SampleSettings.failing();
            default -> SampleSettings.valid();
        };
    }
}
