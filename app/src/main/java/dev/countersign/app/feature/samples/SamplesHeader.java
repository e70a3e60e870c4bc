// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.SamplesText;
import dev.countersign.app.text.SignOffText;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.SampleSignedOff;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.YearMonth;

/// Which month, how much of it was looked at, and until when.
final class SamplesHeader {
    private final SamplesViewModel model;
    private final Button before;
    private final Button after;
    private final Button bundle;
    private final Button report;
    private final MenuButton month = new MenuButton();
    private final HBox due = Boxes.row("sample-due");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label covered = Boxes.label("", "mono");
    private final HBox complete = Boxes.row("sample-due");
    private final Label counts = Boxes.prose("", "muted");
    private final VBox root;

    SamplesHeader(SamplesViewModel model, Runnable toBundle, Runnable toReport) {
        this.model = model;
        before = Boxes.button("Previous", "p", Feather.CHEVRON_LEFT, () -> model.step(-1));
        before.setId("month-before");
        after = Boxes.button("Next", "n", Feather.CHEVRON_RIGHT, () -> model.step(1));
        after.setId("month-after");
        bundle = Boxes.button("Bundle\u2026", "b", Feather.PACKAGE, toBundle);
        bundle.setId("sample-bundle");
        report = Boxes.button("Workpaper\u2026", "w", Feather.FILE_TEXT, toReport);
        report.setId("sample-report");
        month.setTooltip(new Tooltip("Another month (p, n)"));
        month.getStyleClass().addAll("flat", "month-menu");
        month.setId("sample-month");
        month.setMinWidth(Region.USE_PREF_SIZE);
        due.setId("sample-standing");
        covered.setId("sample-covered");
        counts.setId("sample-counts");
        bar.setAccessibleText("How much of the sample was observed");
        bar.getStyleClass().add("sample-bar");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new FlowPane(due, Boxes.row("list-title", bar, covered), counts, complete);
        line.getStyleClass().add("check-line");
        Boxes.within(line, counts);
        root =
                Boxes.column(
                        "list-header",
                        Boxes.row(
                                "list-title",
                                month,
                                gap,
                                Boxes.row("buttons", before, after, bundle, report)),
                        line);
    }

    VBox root() {
        return root;
    }

    void show(SamplesReading.Read read, Comparison comparison) {
        SampleCoverage coverage = read.coverage();
        Population population = coverage.population();
        before.setDisable(!model.canStep(-1));
        after.setDisable(!model.canStep(1));
        bundle.setDisable(coverage.rows().isEmpty());
        month.setText("Sample of " + SamplesText.month(read.month()));
        report.setDisable(coverage.draw() == null);
        month.getItems()
                .setAll(
                        read.months().reversed().stream()
                                .map(one -> item(one, read.standings().get(one)))
                                .toArray(MenuItem[]::new));
        bar.setProgress(coverage.rows().isEmpty() ? 0 : coverage.percent() / 100.0);
        covered.setText(SamplesText.coverage(coverage));
        counts.setText(of(population, coverage.draw() != null));
        complete.getChildren().setAll(CompletenessMark.of(comparison));
        due.getChildren().setAll(mark(read));
        if (!read.vanished().isEmpty()) {
            String gone = SamplesText.gone(read.vanished().size());
            due.getChildren().add(VerdictMark.inline(Mark.MALFORMED, gone));
        }
    }

    /// What the sample is of, and why there is no workpaper before it was drawn.
    private static String of(Population population, boolean drawn) {
        return "Population: "
                + Numbers.count(population.members().size(), "run")
                + ", "
                + Numbers.count(population.approvals().size(), "approval")
                + (drawn ? "" : ". Draw the sample before its workpaper.");
    }

    private MenuItem item(YearMonth other, @Nullable MonthStanding standing) {
        String month = SamplesText.month(other);
        var item =
                new MenuItem(
                        switch (standing) {
                            case null -> month;
                            case SIGNED_OFF -> month + ", signed off";
                            case OVERDUE -> month + ", overdue";
                            case DRAWN -> month + ", drawn";
                            case NOT_DRAWN -> month + ", not drawn";
                        });
        item.setOnAction(e -> model.show(other));
        return item;
    }

    private VerdictMark mark(SamplesReading.Read read) {
        boolean breached = read.clock() != null && read.clock().clock().breached(read.now());
        String due =
                SamplesText.due(
                        read.month(),
                        read.clock(),
                        read.signedOff(),
                        read.now(),
                        read.coverage().population().zone(),
                        model.viewer());
        VerdictMark mark;
        if (read.signOffs().isEmpty()) {
            mark = VerdictMark.inline(breached ? Mark.FAILED : Mark.NOTE, due);
        } else {
            SampleSignedOff best = SignOffMark.best(read.signOffs());
            mark =
                    VerdictMark.inline(
                            SignOffMark.of(best), due + SignOffText.lacks(best.verdict()));
        }
        mark.setId("sample-due");
        return mark;
    }
}
