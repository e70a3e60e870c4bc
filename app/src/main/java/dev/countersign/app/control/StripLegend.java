// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.StateText;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Segment;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the strip's colours mean: the states that occur, each with its shape, its word, and how
/// many records are in it.
public final class StripLegend extends FlowPane {
    private final Map<RecordState, Label> entries = new EnumMap<>(RecordState.class);

    /// Nothing yet.
    public StripLegend() {
        getStyleClass().add("strip-legend");
    }

    /// Shows what occurs now.
    ///
    /// @param segments as in the strip
    /// @param whole whether all of the log was read
    public void show(List<Segment> segments, boolean whole) {
        Map<RecordState, Long> counts = new EnumMap<>(RecordState.class);
        segments.forEach(s -> counts.merge(s.state(), s.length(), Long::sum));
        counts.forEach((state, count) -> {
            Label entry = entries.computeIfAbsent(state, StripLegend::entry);
            entry.setText(text(state, count, whole));
            entry.setAccessibleText(entry.getText() + ". " + StateText.meaning(state));
        });
        List<Label> shown = counts.keySet().stream().map(entries::get).toList();
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    private static String text(RecordState state, long count, boolean whole) {
        String about = !whole && state == RecordState.UNREAD ? " about " : " ";
        String word = whole ? StateText.word(state) : StateText.soFar(state);
        return word + about + Numbers.grouped(count);
    }

    private static Label entry(RecordState state) {
        var shape = new StateShape();
        shape.show(state);
        var label = new Label("", shape);
        label.setTooltip(new Tooltip(StateText.meaning(state)));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
