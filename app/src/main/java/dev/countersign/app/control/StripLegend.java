// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.StateText;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Segment;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the strip's colours and heights mean: the states that occur, and how many records are in
/// each.
public final class StripLegend extends FlowPane {
    /// @param segments as in the strip
    public StripLegend(List<Segment> segments) {
        getStyleClass().add("strip-legend");
        Map<RecordState, Long> counts = new EnumMap<>(RecordState.class);
        segments.forEach(s -> counts.merge(s.state(), s.length(), Long::sum));
        counts.forEach((state, count) -> getChildren().add(entry(state, count)));
    }

    private static Label entry(RecordState state, long count) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", ChainStripSkin.styleClass(state));
        swatch.setMaxHeight(Math.max(2, 12 * ChainStripSkin.height(state)));
        swatch.setMinHeight(swatch.getMaxHeight());
        var box = new StackPane(swatch);
        box.getStyleClass().add("swatch-box");
        var label = new Label(StateText.word(state) + " " + Numbers.grouped(count), box);
        label.setTooltip(new Tooltip(StateText.meaning(state)));
        label.setMinWidth(USE_PREF_SIZE);
        label.setAccessibleText(label.getText() + ". " + StateText.meaning(state));
        return label;
    }
}
