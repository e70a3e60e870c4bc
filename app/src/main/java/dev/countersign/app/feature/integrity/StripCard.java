// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.ChainStrip;
import dev.countersign.app.control.StripLegend;
import dev.countersign.app.text.Numbers;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Segment;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// The whole log as a picture, with the selected fault marked in it.
final class StripCard {
    private StripCard() {}

    static Node of(ChainReport report, IntegrityViewModel model) {
        var strip = new ChainStrip();
        strip.setId("strip");
        strip.segmentsProperty().set(report.segments());
        strip.markedProperty()
                .bind(model.selectedProperty().map(StripCard::recordOf).orElse(ChainStrip.NONE));
        strip.setOnRecord(model::selectNear);
        strip.setAccessibleText(describe(report));
        long last = report.segments().getLast().to() - 1;
        HBox.setHgrow(strip, Priority.ALWAYS);
        return Boxes.column(
                "strip-card",
                Boxes.row("strip-row", edge("0"), strip, edge(Numbers.grouped(last))),
                new StripLegend(report.segments()));
    }

    private static long recordOf(@Nullable FaultRow row) {
        return row == null ? ChainStrip.NONE : row.record();
    }

    private static Label edge(String text) {
        Label label = Boxes.label(text, "mono", "muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static String describe(ChainReport report) {
        Segment last = report.segments().getLast();
        return "The chain from record 0 to "
                + (last.to() - 1)
                + ": "
                + Numbers.count(report.faultCount(), "fault");
    }
}
