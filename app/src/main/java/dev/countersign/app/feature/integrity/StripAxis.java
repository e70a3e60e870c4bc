// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.StripWindow;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.RowText;
import dev.countersign.core.chain.RecordLine;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import java.util.ArrayList;
import java.util.List;

/// What stands under a strip: the numbers of records, or the times at which they say they were
/// written. Times are read when they are asked for.
final class StripAxis extends Pane {
    private static final int MOST = 7;
    private static final double ROOM = 190;

    private final RecordsModel records;
    private final BooleanProperty times = new SimpleBooleanProperty(this, "times");
    private final List<Label> labels = new ArrayList<>();

    StripAxis(RecordsModel records) {
        this.records = records;
        getStyleClass().add("strip-axis");
        for (int i = 0; i < MOST; i++) {
            labels.add(Boxes.label("", "mono", "muted"));
        }
        getChildren().setAll(labels);
        times.subscribe(this::requestLayout);
        widthProperty().subscribe(this::requestLayout);
        records.windowProperty().subscribe(this::requestLayout);
        records.arrivalsProperty()
                .subscribe(() -> {
                    if (times.get()) {
                        requestLayout();
                    }
                });
    }

    /// Whether times are shown instead of numbers.
    BooleanProperty timesProperty() {
        return times;
    }

    @Override
    protected void layoutChildren() {
        StripWindow shown = records.windowProperty().get();
        int ticks = (int) Math.min(Math.clamp((long) (getWidth() / ROOM), 2, MOST), shown.size());
        for (int i = 0; i < MOST; i++) {
            Label label = labels.get(i);
            label.setVisible(i < ticks);
            if (i < ticks) {
                double place = ticks == 1 ? 0 : (double) i / (ticks - 1);
                long record = shown.from() + Math.round(place * (shown.size() - 1));
                label.setText(text(record));
                double width = label.prefWidth(-1);
                double x = Math.round(place * (getWidth() - width));
                label.resizeRelocate(x, 0, width, label.prefHeight(-1));
            }
        }
    }

    private String text(long record) {
        if (!times.get()) {
            return Numbers.grouped(record);
        }
        RecordLine line = records.line(record);
        return line == null ? "…" : RowText.time(line);
    }

    @Override
    protected double computePrefHeight(double width) {
        return labels.getFirst().prefHeight(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * ROOM;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
