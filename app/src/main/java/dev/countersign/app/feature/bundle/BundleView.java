// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Keys;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.Rows;
import dev.countersign.app.text.BundleWords;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;

/// A bundle: its runs, and beside them what it is and what speaks against it.
public final class BundleView {
    private final BundleViewModel model;
    private final BundleActions actions;
    private final BundleHeader header;
    private final BundleSide side;
    private final TableView<BundleRow> table;
    private final VBox page;
    private final StackPane root = new StackPane();
    private boolean seen;

    /// @param model what is shown
    /// @param actions what leads out of it
    public BundleView(BundleViewModel model, BundleActions actions) {
        this.model = model;
        this.actions = actions;
        header = new BundleHeader(model, this::open, this::extract, this::showFolder);
        side = new BundleSide(actions.clipboard());
        table = BundleTable.of(model);
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox both = Boxes.row("sample-panes", table, side.root());
        both.getStyleClass().add("list-pane");
        VBox.setVgrow(both, Priority.ALWAYS);
        Rows.opens(table, this::open);
        page = Boxes.column("page", header.root(), both);
        page.setId("bundle-page");
        root.getStyleClass().add("bundle-screen");
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::inTable);
        model.stateProperty().subscribe(this::show);
        model.digestProperty().subscribe(end -> show(model.stateProperty().get()));
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Whether it shows how far something is that is under way.
    public ObservableBooleanValue working() {
        return header.working();
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("j / k", "Next and previous run (also the arrows)"),
                new KeyHint("Enter", "Open the run, read-only"),
                new KeyHint("x", "Extract into an empty folder"),
                new KeyHint("f", "Show the folder that it was extracted into, or lies in"),
                new KeyHint("c", "Copy why it was refused"),
                new KeyHint("F5", "Verify again"),
                new KeyHint("Esc", "Cancel verifying or extracting, else back"));
    }

    /// It comes into sight, or leaves it.
    public void inSight(boolean here) {
        seen = here;
        if (here) {
            focus();
        }
    }

    /// Hears a key that nothing in the screen wanted.
    public void keyPressed(KeyEvent e) {
        if (Keys.elsewhere(e) || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case J -> Rows.step(table, 1);
            case K -> Rows.step(table, -1);
            case X -> extract();
            case F -> showFolder();
            case C -> copy();
            case F5 -> model.again();
            case ESCAPE -> {
                if (model.stop()) {
                    e.consume();
                }
            }
            default -> {}
        }
    }

    private void inTable(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            open();
            e.consume();
        }
    }

    private void open() {
        BundleRow row = model.selectedProperty().get();
        Path place = row == null ? null : row.place();
        if (place != null) {
            actions.openRun().accept(place);
        }
    }

    private void extract() {
        if (model.stateProperty().get() instanceof BundleState.Verified) {
            actions.folder().get().ifPresent(model::extract);
        }
    }

    private void showFolder() {
        BundleState state = model.stateProperty().get();
        if (state instanceof BundleState.Verified verified
                && verified.extraction() instanceof BundleState.Extracting.Done(Path target)) {
            actions.shower().show(target);
        } else if (state instanceof BundleState.Refused(Path bundle, _)) {
            Path folder = bundle.getParent();
            if (folder != null) {
                actions.shower().show(folder);
            }
        }
    }

    private void focus() {
        Node button = root.lookup(".centre .button");
        (root.getChildren().contains(page) || button == null ? table : button).requestFocus();
    }

    private void show(BundleState state) {
        switch (state) {
            case BundleState.Closed _ -> root.getChildren().clear();
            case BundleState.Opening(Path bundle) ->
                    place(message(Mark.OPEN, "Reading", BundleWords.opening(bundle), List.of()));
            case BundleState.Refused(Path bundle, String sentence) ->
                    place(refused(bundle, sentence));
            case BundleState.Verifying now -> {
                header.show(now);
                if (!root.getChildren().contains(page)) {
                    side.show(now.bundle(), now.listing());
                    place(page);
                }
            }
            case BundleState.Stopped stopped -> {
                header.show(stopped);
                side.show(stopped.bundle(), stopped.listing());
                place(page);
            }
            case BundleState.Verified verified -> {
                header.show(verified);
                side.show(
                        verified.bundle(),
                        verified.listing(),
                        verified.report(),
                        model.digestProperty().get());
                place(page);
            }
        }
    }

    private Node refused(Path bundle, String sentence) {
        Button other = Boxes.button("Open another…", "Ctrl+O", Feather.FILE_TEXT, actions.open());
        other.setId("bundle-other");
        Boxes.accent(other, true);
        Button folder = Boxes.button("Show in folder", "f", Feather.FOLDER, this::showFolder);
        folder.setId("bundle-show-refused");
        Button copy = Boxes.button(BundleWords.COPY, "c", Feather.COPY, this::copy);
        copy.setId("bundle-copy");
        return message(
                Mark.FAILED,
                "Refused",
                BundleWords.refused(bundle),
                List.of(sentence),
                other,
                folder,
                copy,
                Messages.again("F5", model::again));
    }

    private void copy() {
        if (model.stateProperty().get() instanceof BundleState.Refused(_, String sentence)
                && root.lookup("#bundle-copy") instanceof Button button) {
            actions.clipboard().put(sentence);
            button.setText(BundleWords.COPIED);
        }
    }

    private static Node message(
            Mark mark, String word, String headline, List<String> details, Button... buttons) {
        Node pane = Messages.of(mark, word, headline, details, buttons);
        pane.setId("bundle-message");
        return pane;
    }

    private void place(Node node) {
        if (!root.getChildren().contains(node)) {
            root.getChildren().setAll(node);
            if (seen) {
                focus();
            }
        }
    }
}
