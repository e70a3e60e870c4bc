// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.control.Boxes;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.function.Function;

/// A day and what it is; dates stand under each other.
final class DayCell<T> extends ListCell<T> {
    private final Function<T, LocalDate> on;
    private final Function<T, String> words;
    private final Label date = Boxes.label("", "mono");
    private final Label what = Boxes.label("");
    private final Region row = Boxes.row("day-row", date, what);

    DayCell(Function<T, LocalDate> on, Function<T, String> words) {
        this.on = on;
        this.words = words;
        date.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable T day, boolean empty) {
        super.updateItem(day, empty);
        if (empty || day == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        date.setText(on.apply(day).toString());
        what.setText(words.apply(day));
        setGraphic(row);
        setAccessibleText(date.getText() + " " + what.getText());
    }
}
