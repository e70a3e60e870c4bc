// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.platform.TextClipboard;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;

/// The faults and, beside them, the evidence of the selected one. j and k step, Enter goes to the
/// evidence, Escape back.
final class FaultsPane {
    private final TableView<FaultRow> table;
    private final FaultDetail detail;
    private final MasterDetailPane root = new MasterDetailPane(Side.RIGHT);

    private boolean focusWanted;

    FaultsPane(IntegrityViewModel model, TextClipboard clipboard) {
        table = FaultsTable.of(model);
        detail = new FaultDetail(clipboard);
        root.setFocusTraversable(false); // what is in it takes keys, it does not
        model.selectedProperty().subscribe(detail::show);
        table.sceneProperty().subscribe(this::entered);
        root.setMasterNode(table);
        root.setDetailNode(detail);
        root.setAnimated(false);
        root.setDividerPosition(0.58);
        root.setShowDetailNode(true);
        root.getStyleClass().add("faults-pane");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Node root() {
        return root;
    }

    /// Where keys should go when a result appears. The pane takes its table in when it is first
    /// laid out.
    void focus() {
        if (table.getScene() == null) {
            focusWanted = true;
        } else {
            table.requestFocus();
        }
    }

    private void entered(@Nullable Scene scene) {
        if (scene != null && focusWanted) {
            focusWanted = false;
            table.requestFocus();
        }
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && table.isFocused()) {
            detail.requestFocus();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !table.isFocused()) {
            table.requestFocus();
            e.consume();
        }
    }

    /// Selects the next (1) or previous (-1) fault.
    void step(int by) {
        int size = table.getItems().size();
        if (size > 0) {
            int to =
                    Math.clamp(
                            (long) table.getSelectionModel().getSelectedIndex() + by, 0, size - 1);
            table.getSelectionModel().select(to);
            table.scrollTo(Math.max(0, to - 2));
        }
    }
}
