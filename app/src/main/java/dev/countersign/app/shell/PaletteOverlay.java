// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import dev.countersign.app.text.Numbers;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// Finds anything by some letters of its name, and does it. Keyboard only, if one likes.
final class PaletteOverlay {
    private static final String PROMPT = "Find a run, a record, a screen or an action";
    private static final String KEYS = "   ↑ ↓ choose   Enter goes there   Esc closes";
    private static final int SHOWN = 50;
    private static final int IN_SIGHT = 9;

    private final Overlay overlay;

    PaletteOverlay(Overlay overlay) {
        this.overlay = overlay;
    }

    /// @param items all that can be found, in the order shown when nothing is typed
    /// @param asked what else answers what is typed
    void show(List<PaletteItem> items, Function<String, List<PaletteItem>> asked) {
        var query = new TextField();
        query.setId("palette-query");
        query.setPromptText(PROMPT);
        query.setAccessibleText(PROMPT);
        var list = new ListView<PaletteItem>();
        list.setId("palette-list");
        list.setAccessibleText("Found");
        list.setFocusTraversable(false);
        list.setCellFactory(v -> new PaletteCell());
        list.prefHeightProperty().bind(list.fixedCellSizeProperty().multiply(IN_SIGHT).add(2));
        var nothing = new Label("Nothing has these letters");
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        var count = new Label();
        count.setId("palette-count");
        count.getStyleClass().addAll("muted", "palette-count");
        query.textProperty()
                .subscribe(text -> {
                    Fuzzy.Found found = Fuzzy.best(items, asked.apply(text), text, SHOWN);
                    list.getItems().setAll(found.best());
                    list.getSelectionModel().selectFirst();
                    list.scrollTo(0);
                    count.setText(counted(found) + KEYS);
                });
        query.addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, list));
        list.setOnMouseClicked(e -> run(list.getSelectionModel().getSelectedItem()));
        var card = new VBox(query, list, count);
        card.getStyleClass().add("palette");
        overlay.show("palette", card, Pos.TOP_CENTER, query);
    }

    private static String counted(Fuzzy.Found found) {
        String all = Numbers.count(found.all(), "result");
        return found.best().size() == found.all() ? all : "The first " + SHOWN + " of " + all;
    }

    private void pressed(KeyEvent e, ListView<PaletteItem> list) {
        switch (e.getCode()) {
            case DOWN -> step(list, 1);
            case UP -> step(list, -1);
            case PAGE_DOWN -> step(list, IN_SIGHT);
            case PAGE_UP -> step(list, -IN_SIGHT);
            case ENTER -> run(list.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        e.consume();
    }

    private static void step(ListView<PaletteItem> list, int by) {
        int size = list.getItems().size();
        if (size > 0) {
            int to =
                    Math.clamp(
                            (long) list.getSelectionModel().getSelectedIndex() + by, 0, size - 1);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - IN_SIGHT + 2));
        }
    }

    private void run(@Nullable PaletteItem item) {
        if (item != null) {
            overlay.close();
            item.run().run();
        }
    }
}
