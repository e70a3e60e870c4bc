// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// What waits for a decision, the next to breach first.
public final class QueueView {
    private final QueueViewModel model;
    private final QueueActions actions;
    private final StackPane root = new StackPane();
    private final QueueHeader header;
    private final QueueTable table;
    private final VBox page;

    /// @param model what is shown
    /// @param actions what leads out of it
    public QueueView(QueueViewModel model, QueueActions actions) {
        this.model = model;
        this.actions = actions;
        header = new QueueHeader(model, this::toRows);
        table = new QueueTable(model, this::open, header.em());
        VBox.setVgrow(table.root(), Priority.ALWAYS);
        page = Boxes.column("page", header.root(), table.root());
        page.setId("queue-page");
        root.getStyleClass().add("queue-screen");
        header.filterField().enterFrom(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.stateProperty().subscribe(this::show);
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("j / k", "Next and previous row (also the arrows)"),
                new KeyHint("Enter", "Open the run"),
                new KeyHint("/", "Filter; Enter or the arrows go back to the rows"),
                new KeyHint("Alt+1 … 4", "Blocked, awaiting approval, failed, breached"),
                new KeyHint("Esc", "Show all again"),
                new KeyHint("F5", "Read again"));
    }

    /// It comes into sight, or leaves it; out of sight nothing ticks.
    public void inSight(boolean here) {
        model.ticker().every(here ? Ticker.Pace.MINUTE : Ticker.Pace.STOPPED);
        if (here) {
            focus();
        }
    }

    /// Hears a key that nothing in the screen wanted.
    public void keyPressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isMetaDown() || e.getTarget() instanceof TextInputControl) {
            return;
        }
        if (e.isAltDown()) {
            chip(e);
            return;
        }
        switch (e.getCode()) {
            case J -> table.step(1);
            case K -> table.step(-1);
            case F5 -> model.again();
            case ESCAPE -> {
                if (model.clear()) {
                    e.consume();
                }
            }
            default -> {}
        }
    }

    private void chip(KeyEvent e) {
        int at = e.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
        if (at >= 0 && at < Chip.values().length) {
            model.toggle(Chip.values()[at]);
            e.consume();
        }
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && table.root().isFocused()) {
            open();
            e.consume();
        }
    }

    private void toRows() {
        table.root().requestFocus();
    }

    private void open() {
        QueueRow row = model.selectedProperty().get();
        if (row != null) {
            actions.openRun().accept(row.item().run().directory());
        }
    }

    private void show(QueueState state) {
        switch (state) {
            case QueueState.Empty _ -> replace(QueuePanes.empty(actions));
            case QueueState.Loading loading -> replace(QueuePanes.loading(loading));
            case QueueState.Failed failed ->
                    replace(QueuePanes.failed(failed, actions, model::again));
            case QueueState.Ready ready -> {
                if (ready.snapshot().items().isEmpty()) {
                    replace(QueuePanes.nothing(ready, actions));
                } else {
                    header.show(ready);
                    replace(page);
                }
            }
        }
    }

    private void focus() {
        if (page.getScene() != null) {
            table.root().requestFocus();
        } else if (root.lookup(".button") != null) {
            root.lookup(".button").requestFocus();
        }
    }

    private void replace(Node node) {
        if (root.getChildren().size() != 1 || !root.getChildren().getFirst().equals(node)) {
            root.getChildren().setAll(node);
            if (root.getScene() != null) {
                focus();
            }
        }
    }
}
