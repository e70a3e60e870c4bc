// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.reports.PageSpan;
import dev.countersign.app.feature.reports.ReportKind;
import dev.countersign.app.feature.reports.ReportOffer;
import dev.countersign.app.feature.reports.ReportsState;
import dev.countersign.app.sample.SamplePapers;
import dev.countersign.app.sample.SamplePapers.Kind;
import dev.countersign.app.workpaper.WorkpaperFormat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;

import java.nio.file.Path;
import java.util.List;

/// Draws the reports screen in one state without showing it. On the screen's thread.
final class ReportsPictures {
    /// Every state there is a picture of.
    static final List<String> STATES =
            List.of(
                    "reports-nothing-open",
                    "reports-empty",
                    "reports-failed",
                    "reports-ready",
                    "reports-pick-month",
                    "reports-pick-run",
                    "reports-working",
                    "reports-not-made",
                    "reports-made",
                    "reports-abridged",
                    "reports-whole-page",
                    "reports-larger-page",
                    "reports-saved",
                    "reports-not-saved",
                    "reports-print",
                    "reports-printed",
                    "reports-no-printer",
                    "reports-chart",
                    "reports-ledger",
                    "reports-custody",
                    "reports-pick-custody",
                    "matrix-ready",
                    "matrix-working",
                    "matrix-listed",
                    "matrix-differences",
                    "matrix-added",
                    "matrix-stopped",
                    "matrix-empty",
                    "matrix-failed");

    private ReportsPictures() {}

    /// The window itself, laid out.
    static Scene scene(Pictures.Look look, String name) {
        var source =
                switch (name) {
                    case "reports-nothing-open" -> new SamplePapers(Kind.NOTHING_OPEN, 1);
                    case "reports-empty", "matrix-empty" -> new SamplePapers(Kind.EMPTY, 1);
                    case "matrix-failed" -> new SamplePapers(Kind.NOT_PERFORMED, 1);
                    case "matrix-stopped" -> new SamplePapers(Kind.STOPPED, 1);
                    case "matrix-added" -> new SamplePapers(Kind.ADDED_RULES, 1);
                    case "reports-failed" -> new SamplePapers(Kind.FAILING, 1);
                    default -> SamplePapers.usual();
                };
        var window = new ReportsWindow(source, look.width(), look.height());
        window.themes.choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            window.themes.resize(1);
        }
        window.steps.all();
        lay(window);
        act(window, name);
        lay(window);
        if (!name.endsWith("-working")) {
            window.steps.all();
            lay(window);
        }
        return window.scene;
    }

    private static void lay(ReportsWindow window) {
        for (int pass = 0; pass < 4; pass++) { // lists make their cells in the second pass
            window.scene.getRoot().applyCss();
            window.scene.getRoot().layout();
        }
    }

    /// Selects the first row at its last column.
    private static <T> void last(TableView<T> table) {
        var column = table.getColumns().getLast();
        table.getSelectionModel().clearAndSelect(0, column);
        table.getFocusModel().focus(0, column);
    }

    private static void act(ReportsWindow window, String name) {
        if (name.startsWith("matrix-")) {
            window.view.choose(true);
            if (!name.equals("matrix-ready")) {
                window.matrix.perform();
            }
            switch (name) {
                case "matrix-working" -> window.steps.next();
                case "matrix-differences" -> {
                    window.steps.all();
                    window.matrix.onlyDifferences(true);
                }
                case "matrix-added" -> {
                    window.steps.all();
                    lay(window);
                    last((TableView<?>) window.scene.lookup("#matrix"));
                }
                default -> {}
            }
            return;
        }
        window.papers.by(new Names("Ada Lovelace", ""));
        switch (name) {
            case "reports-pick-month" -> {
                window.papers.choose(ReportKind.MONTH);
                window.papers.about(offer(window).months().getFirst());
            }
            case "reports-pick-run" -> {
                window.papers.choose(ReportKind.RUN);
                window.papers.about(offer(window).runs().get(2));
            }
            case "reports-working" -> {
                window.papers.make();
                window.steps.next();
            }
            case "reports-not-made" -> {
                window.papers.by(new Names("fails", ""));
                window.papers.make();
            }
            case "reports-made" -> made(window, ReportKind.WORKSPACE);
            case "reports-abridged" -> {
                window.papers.by(new Names("long", ""));
                made(window, ReportKind.WORKSPACE);
            }
            case "reports-whole-page" -> {
                made(window, ReportKind.WORKSPACE);
                ((ToggleButton) window.scene.lookup("#page-whole")).setSelected(true);
                window.papers.pages().go(2);
            }
            case "reports-larger-page" -> {
                made(window, ReportKind.WORKSPACE);
                ((Button) window.scene.lookup("#page-larger")).fire();
                ((Button) window.scene.lookup("#page-larger")).fire();
                window.papers.pages().go(2);
            }
            case "reports-saved", "reports-not-saved" -> {
                made(window, ReportKind.WORKSPACE);
                Path folder = Path.of(name.equals("reports-saved") ? "/home/ada" : "/taken");
                window.papers.save(WorkpaperFormat.PDF, folder.resolve("workpaper-2026-q4.pdf"));
            }
            case "reports-print", "reports-printed", "reports-no-printer" -> {
                made(window, ReportKind.WORKSPACE);
                if (name.equals("reports-no-printer")) {
                    window.printer.names = List.of();
                }
                window.printing.ask();
                window.steps.all();
                if (name.equals("reports-printed")) {
                    window.printing.print("Office, 2nd floor", new PageSpan(1, 8));
                }
            }
            case "reports-chart" -> made(window, ReportKind.ATTAINMENT);
            case "reports-custody" -> made(window, ReportKind.CUSTODY);
            case "reports-pick-custody" -> {
                window.papers.choose(ReportKind.RUN_CUSTODY);
                window.papers.about(offer(window).seen().getLast());
            }
            case "reports-ledger" -> made(window, ReportKind.FAILED_ACCESS);
            default -> {}
        }
    }

    private static void made(ReportsWindow window, ReportKind kind) {
        window.papers.choose(kind);
        window.papers.make();
        window.steps.all();
        lay(window);
        window.steps.all();
    }

    private static ReportOffer offer(ReportsWindow window) {
        return ((ReportsState.Open) window.papers.stateProperty().get()).offer();
    }
}
