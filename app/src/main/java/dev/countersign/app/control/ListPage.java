// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;

/// A list with the details of its selected row beside it, or a message in their place. Enter goes
/// from the list to the details, Escape back.
public final class ListPage {
    private static final double LIST = 0.6;
    private static final double HALF = 0.5;

    private final StackPane root = new StackPane();
    private final TableView<?> table;
    private final Node detail;
    private final MasterDetailPane panes;
    private final VBox page;
    private boolean focusWanted;

    /// @param name of the screen, for its style and its id
    /// @param header above both
    public ListPage(String name, Node header, TableView<?> table, Node detail) {
        this.table = table;
        this.detail = detail;
        panes = new MasterDetailPane(Side.RIGHT, table, detail, true);
        panes.setAnimated(false);
        panes.setFocusTraversable(false); // what is in it takes keys, it does not
        panes.setDividerPosition(LIST);
        panes.getStyleClass().add("list-pane");
        panes.addEventFilter(KeyEvent.KEY_PRESSED, this::inPanes);
        VBox.setVgrow(panes, Priority.ALWAYS);
        page = Boxes.column("page", header, panes);
        page.setId(name + "-page");
        root.getStyleClass().add(name + "-screen");
        table.sceneProperty().subscribe(this::entered);
    }

    /// How much of the width is the list's.
    public void share(double share) {
        panes.setDividerPosition(share);
    }

    /// What to put into the window.
    public StackPane root() {
        return root;
    }

    /// Shows the details, or gives all of the room to the list.
    ///
    /// @param side where they stand
    public void detail(boolean shown, Side side) {
        panes.setDetailSide(side);
        panes.setShowDetailNode(shown);
        panes.setDividerPosition(side.isHorizontal() ? HALF : LIST);
        if (!shown && table.getScene() != null) {
            table.requestFocus();
        }
    }

    /// Shows the list.
    public void list() {
        message(page);
    }

    /// Shows something in its place.
    public void message(Node node) {
        if (root.getChildren().size() != 1 || !root.getChildren().getFirst().equals(node)) {
            root.getChildren().setAll(node);
            if (root.getScene() != null) {
                focus();
            }
        }
    }

    /// Goes to the details.
    public void toDetail() {
        detail.requestFocus();
    }

    /// Goes to the list, or to the message's first button.
    public void focus() {
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

    private void inPanes(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && table.isFocused()) {
            toDetail();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !table.isFocused()) {
            table.requestFocus();
            e.consume();
        }
    }
}
