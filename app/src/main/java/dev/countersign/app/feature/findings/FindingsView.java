// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Rows;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What somebody has to answer for: a list, and beside it the evidence of one finding.
public final class FindingsView {
    private static final double TABLE = 0.6;

    private final FindingsViewModel model;
    private final FindingsActions actions;
    private final StackPane root = new StackPane();
    private final FindingsHeader header;
    private final TableView<FindingRow> table;
    private final FindingDetail detail;
    private final VBox page;
    private boolean focusWanted;

    /// @param model what is shown
    /// @param actions what leads out of it
    public FindingsView(FindingsViewModel model, FindingsActions actions) {
        this.model = model;
        this.actions = actions;
        table = FindingsTable.of(model);
        detail = new FindingDetail(actions, model.viewer());
        header = new FindingsHeader(model, table::requestFocus);
        var panes = new MasterDetailPane(Side.RIGHT, table, detail, true);
        panes.setAnimated(false);
        panes.setDividerPosition(TABLE);
        panes.getStyleClass().add("list-pane");
        panes.addEventFilter(KeyEvent.KEY_PRESSED, this::inPanes);
        VBox.setVgrow(panes, Priority.ALWAYS);
        page = Boxes.column("page", header.root(), panes);
        page.setId("findings-page");
        root.getStyleClass().add("findings-screen");
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
                new KeyHint("j / k", "Next and previous finding (also the arrows)"),
                new KeyHint("Enter", "Go to the evidence; Esc goes back"),
                new KeyHint("o", "Open the run"),
                new KeyHint("i", "Open its chain"),
                new KeyHint("/", "Filter; Enter or the arrows go back to the rows"),
                new KeyHint("Alt+1 … 4", "Only SEV-1 … SEV-4"),
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
        if (e.isShortcutDown() || e.isMetaDown() || e.getTarget() instanceof TextInputControl) {
            return;
        }
        if (e.isAltDown()) {
            chip(e);
            return;
        }
        switch (e.getCode()) {
            case J -> Rows.step(table, 1);
            case K -> Rows.step(table, -1);
            case O -> open(actions.openRun());
            case I -> open(actions.openChain());
            case F5 -> model.refresh();
            case ESCAPE -> {
                if (model.clear()) {
                    e.consume();
                }
            }
            default -> {}
        }
    }

    private void chip(KeyEvent e) {
        int severity = e.getCode().ordinal() - KeyCode.DIGIT0.ordinal();
        if (severity >= 1 && severity <= 4) {
            model.toggle(severity);
            e.consume();
        }
    }

    private void open(Consumer<Path> action) {
        FindingRow row = model.selectedProperty().get();
        Path run = row == null ? null : row.entry().run();
        if (run != null) {
            action.accept(run);
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

    private void show(FindingsState state) {
        switch (state) {
            case FindingsState.Loading _ -> replace(FindingsPanes.loading());
            case FindingsState.Unchecked(Coverage coverage) ->
                    replace(FindingsPanes.unchecked(coverage, actions));
            case FindingsState.None(Coverage coverage) ->
                    replace(FindingsPanes.none(coverage, model.viewer(), model::refresh));
            case FindingsState.Failed(String sentence) ->
                    replace(FindingsPanes.failed(sentence, model::refresh));
            case FindingsState.Listed listed -> {
                header.show(listed);
                replace(page);
            }
        }
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
