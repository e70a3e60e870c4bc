// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Sight;
import dev.countersign.app.feature.sign.SignState;
import dev.countersign.app.shell.Screen;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.function.Consumer;

/// A screen with the sign sheet over it: while the sheet is there it has the keys, and the screen
/// once it is gone. Now moves while somebody looks.
final class SheetedScreen {
    private final StackPane root = new StackPane();
    private final Sight sight;
    private final Runnable focus;
    private final SignSheet sheet;
    private final Ticker ticker;

    /// @param view what the sheet lies over
    /// @param sight of the view
    /// @param focus gives the keys to what they should reach in it
    SheetedScreen(Node view, Sight sight, Runnable focus, SignSheet sheet, Ticker ticker) {
        this.sight = sight;
        this.focus = focus;
        this.sheet = sheet;
        this.ticker = ticker;
        root.getChildren().setAll(view, sheet.view().root());
        sheet.model().stateProperty().subscribe(this::sheet);
    }

    private void sheet(SignState state) {
        if (state instanceof SignState.Closed && root.getScene() != null) {
            focus.run();
        }
    }

    Screen screen(String title, List<KeyHint> keys, Consumer<KeyEvent> onKey) {
        return new Screen(title, root, keys, onKey, this::inSight);
    }

    private void inSight(boolean here) {
        ticker.every(here ? Ticker.Pace.MINUTE : Ticker.Pace.STOPPED);
        sight.come(here);
        if (here && sheet.model().isOpen()) {
            sheet.view().focus();
        }
    }
}
