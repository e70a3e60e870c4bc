// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.ReportText;
import dev.countersign.core.report.Attainment;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// How clocks were kept: a bar for each kind, its shares by pattern and colour, and in numbers.
final class AttainmentChart {
    private AttainmentChart() {}

    static VBox of(List<Attainment> all) {
        VBox chart = Boxes.column("attainment-chart");
        chart.setId("attainment");
        if (all.isEmpty()) {
            chart.getChildren().add(Boxes.prose("No clock was started by any of these runs."));
            return chart;
        }
        chart.getChildren().add(legend());
        all.forEach(one -> chart.getChildren().add(row(one)));
        return chart;
    }

    private static Node legend() {
        return Boxes.row(
                "attainment-legend",
                sample("met", "In time"),
                sample("late", "Late"),
                sample("open", "Still open, not counted"));
    }

    private static Node sample(String style, String word) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("attainment-swatch", style);
        return Boxes.row("attainment-word", swatch, Boxes.label(word));
    }

    private static Node row(Attainment one) {
        Label name = Boxes.label(ClockText.name(one.kind()), "section-title");
        Label percent = Boxes.label(ReportText.percent(one), "attainment-percent", "mono");
        Label counts = Boxes.prose(ReportText.counts(one), "muted");
        var bar = new HBox();
        bar.getStyleClass().add("attainment-bar");
        bar.setAccessibleText(name.getText() + ": " + percent.getText() + ", " + counts.getText());
        long sum = one.met() + one.late() + one.open();
        piece(bar, "met", one.met(), sum);
        piece(bar, "late", one.late(), sum);
        piece(bar, "open", one.open(), sum);
        return Boxes.column(
                "attainment-row", Boxes.row("attainment-head", name, percent), bar, counts);
    }

    /// What is there at all is seen, however small its share.
    private static void piece(HBox bar, String style, long count, long sum) {
        if (count > 0) {
            var piece = new Region();
            piece.getStyleClass().addAll("attainment-piece", style);
            piece.setMinWidth(3);
            piece.setPrefWidth(0);
            piece.prefWidthProperty().bind(bar.widthProperty().multiply((double) count / sum));
            bar.getChildren().add(piece);
        }
    }
}
