// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of the palette: shape, name, what else it is known by, its keys.
final class PaletteCell extends ListCell<PaletteItem> {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label keys = new Label();
    private final HBox row = new HBox(icon, title, detail, keys);

    PaletteCell() {
        row.getStyleClass().add("palette-row");
        title.setMinWidth(Region.USE_PREF_SIZE);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("muted");
        keys.getStyleClass().addAll("muted", "palette-keys");
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        setPrefWidth(0); // never wider than the list
    }

    @Override
    protected void updateItem(@Nullable PaletteItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(item.icon());
        title.setText(item.title());
        detail.setText(item.detail());
        keys.setText(item.keys());
        setGraphic(row);
        setAccessibleText(item.title() + ", " + item.detail());
    }
}
