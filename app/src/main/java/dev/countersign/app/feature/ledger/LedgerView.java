// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.Rows;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// What was done at this desk: a list, and beside it the details of one entry.
public final class LedgerView {
    private static final double TABLE = 0.6;

    private final LedgerViewModel model;
    private final LedgerActions actions;
    private final StackPane root = new StackPane();
    private final LedgerHeader header;
    private final TableView<LedgerRow> table;
    private final LedgerDetail detail;
    private final VBox page;
    private boolean focusWanted;

    /// @param model what is shown
    /// @param actions what leads out of it
    public LedgerView(LedgerViewModel model, LedgerActions actions) {
        this.model = model;
        this.actions = actions;
        table = LedgerTable.of(model);
        detail = new LedgerDetail(actions.clipboard(), model.viewer());
        header = new LedgerHeader(model, actions, table::requestFocus);
        var panes = new MasterDetailPane(Side.RIGHT, table, detail, true);
        panes.setAnimated(false);
        panes.setDividerPosition(TABLE);
        panes.getStyleClass().add("list-pane");
        panes.addEventFilter(KeyEvent.KEY_PRESSED, this::inPanes);
        VBox.setVgrow(panes, Priority.ALWAYS);
        page = Boxes.column("page", header.root(), panes);
        page.setId("ledger-page");
        root.getStyleClass().add("ledger-screen");
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        table.sceneProperty().subscribe(this::entered);
        model.selectedProperty().subscribe(detail::show);
        model.stateProperty().subscribe(this::show);
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("j / k", "Next and previous event (also the arrows)"),
                new KeyHint("Enter", "Go to the details; Esc goes back"),
                new KeyHint("v", "Verify the ledger; Esc stops"),
                new KeyHint("e", "Export as JSONL"),
                new KeyHint("/", "Filter; Enter or the arrows go back to the rows"),
                new KeyHint("Esc", "Show all again"),
                new KeyHint("F5", "Read again"));
    }

    /// It comes into sight, and is read again; or leaves it.
    public void inSight(boolean here) {
        if (here) {
            model.refresh();
            focus();
        }
    }

    /// Hears a key that nothing in the screen wanted.
    public void keyPressed(KeyEvent e) {
        boolean elsewhere = e.isShortcutDown() || e.isMetaDown() || e.isAltDown();
        if (elsewhere || e.getTarget() instanceof TextInputControl) {
            return;
        }
        switch (e.getCode()) {
            case J -> Rows.step(table, 1);
            case K -> Rows.step(table, -1);
            case V -> model.verify();
            case E -> {
                if (model.stateProperty().get() instanceof LedgerState.Listed) {
                    header.export(actions);
                }
            }
            case F5 -> model.refresh();
            case ESCAPE -> {
                if (model.stop() || model.clear()) {
                    e.consume();
                }
            }
            default -> {}
        }
    }

    private void typed(KeyEvent e) {
        if (e.getCharacter().equals("/") && !header.filterField().isFocused()) {
            header.filterField().enter();
            e.consume();
        }
    }

    private void inPanes(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && table.isFocused()) {
            detail.requestFocus();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !table.isFocused()) {
            table.requestFocus();
            e.consume();
        }
    }

    private void show(LedgerState state) {
        switch (state) {
            case LedgerState.Loading _ ->
                    replace(message(Mark.OPEN, "Reading", "Reading the ledger…", ""));
            case LedgerState.Empty _ ->
                    replace(
                            message(
                                    Mark.OPEN,
                                    "Empty",
                                    "Nothing was done here yet",
                                    "What is done at this desk is written here, each event with the"
                                        + " hash of the one before: opening and verifying, findings"
                                        + " raised, policy changed, exports. Nothing can be changed"
                                        + " or taken out without showing."));
            case LedgerState.Failed(String sentence) ->
                    replace(
                            message(
                                    Mark.MALFORMED,
                                    "Not read",
                                    "The ledger could not be read",
                                    sentence));
            case LedgerState.Listed listed -> {
                header.show(listed);
                replace(page);
            }
        }
    }

    private Node message(Mark mark, String word, String headline, String detail) {
        Button again = Boxes.button("Read again", "F5", Feather.REFRESH_CW, model::refresh);
        again.setId("again");
        boolean reading = mark == Mark.OPEN && detail.isEmpty();
        Node pane =
                reading
                        ? Messages.of(mark, word, headline, List.of())
                        : Messages.of(mark, word, headline, List.of(detail), again);
        pane.setId("ledger-message");
        return pane;
    }

    private void focus() {
        boolean list = root.getChildren().contains(page);
        Node button = list ? null : root.lookup(".button");
        focusWanted = list && table.getScene() == null;
        if (list) {
            table.requestFocus();
        } else if (button != null) {
            button.requestFocus();
        }
    }

    /// The pane of list and details takes the list in when it is first laid out.
    private void entered(@Nullable Scene scene) {
        if (scene != null && focusWanted) {
            focusWanted = false;
            table.requestFocus();
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
