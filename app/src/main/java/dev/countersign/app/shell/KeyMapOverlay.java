// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.KeyMap;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/// The key map over the window: what works anywhere, and what works on this screen.
final class KeyMapOverlay {
    private static final List<KeyHint> EVERYWHERE =
            List.of(
                    new KeyHint("Ctrl+K", "Find a run, a record, a screen or an action"),
                    new KeyHint("Ctrl+1 … 7", "The places of the rail, in their order"),
                    new KeyHint("Esc", "Back (also Alt+Left)"),
                    new KeyHint("Ctrl+O", "Open a log, a bundle or a response"),
                    new KeyHint("Ctrl+Shift+O", "Open a folder"),
                    new KeyHint("Ctrl+L", "Light or dark"),
                    new KeyHint("Ctrl + / −", "Larger or smaller text; Ctrl+0 resets"),
                    new KeyHint("?", "Show or hide these keys (also F1)"));

    private final Overlay overlay;

    KeyMapOverlay(Overlay overlay) {
        this.overlay = overlay;
    }

    void show(Screen screen) {
        var done = new Button("Close");
        done.setDefaultButton(true);
        done.setOnAction(e -> overlay.close());
        var columns = new HBox(section("Everywhere", EVERYWHERE));
        if (!screen.keys().isEmpty()) {
            columns.getChildren().add(section(screen.title(), screen.keys()));
        }
        columns.getStyleClass().add("key-columns");
        var title = new Label("Keys");
        title.getStyleClass().add("title");
        overlay.show("key-map", new VBox(title, columns, done), Pos.CENTER, done);
    }

    private static VBox section(String name, List<KeyHint> hints) {
        var title = new Label(name);
        title.getStyleClass().add("section-title");
        var section = new VBox(title, new KeyMap(hints));
        section.getStyleClass().add("section");
        return section;
    }
}
