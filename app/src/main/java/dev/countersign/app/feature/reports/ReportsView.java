// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.Sight;
import dev.countersign.app.text.ReportText;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;

/// Papers to take away, and what was performed again: one of the two at a time.
public final class ReportsView {
    private final ReportsViewModel model;
    private final MatrixViewModel matrix;
    private final ReportsActions actions;
    private final PaperPane paper;
    private final MatrixPane matrixPane;
    private final ToggleButton papers = section("Reports", "section-papers", false);
    private final ToggleButton runs = section("Re-performance", "section-matrix", true);
    private final BorderPane root = new BorderPane();
    private boolean showsMatrix;
    private final Sight sight;
    private @Nullable Path workspace;

    /// @param model papers
    /// @param matrix what was performed again
    /// @param printing puts papers on paper
    /// @param actions what leads out of it
    public ReportsView(
            ReportsViewModel model,
            MatrixViewModel matrix,
            PrintViewModel printing,
            ReportsActions actions) {
        this.model = model;
        this.matrix = matrix;
        this.actions = actions;
        paper = new PaperPane(model, printing, actions);
        matrixPane = new MatrixPane(matrix, actions);
        var sections = new SegmentedButton(papers, runs);
        sections.setMaxWidth(Double.NEGATIVE_INFINITY);
        root.getStyleClass().add("reports-screen");
        root.setTop(Boxes.row("settings-sections", sections));
        sight = new Sight(model::refresh, this::focus);
        model.stateProperty().subscribe(this::show);
        matrix.stateProperty().subscribe(matrixPane::show);
        choose(false);
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Whether it shows how far a paper is.
    public ObservableBooleanValue making() {
        return paper.working();
    }

    /// Whether it shows how far performing again is.
    public ObservableBooleanValue performing() {
        return matrixPane.working();
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Alt+1, 2", "Reports, re-performance"),
                new KeyHint("m", "Make the report; re-perform the runs"),
                new KeyHint("Esc", "Stop"),
                new KeyHint("s", "Save the report as PDF"),
                new KeyHint("o / f", "Open what was saved, show its folder"),
                new KeyHint("p, Ctrl+P", "Print the report"),
                new KeyHint("PgDn / PgUp", "Next and previous page"),
                new KeyHint("Home / End", "First and last page"),
                new KeyHint("w", "Page as wide as the window, or whole"),
                new KeyHint("+ / - / 0", "Page larger, smaller, as wide as the window"),
                new KeyHint("g", "Save and sign the results"),
                new KeyHint("d", "Only runs that differ, or all"),
                new KeyHint("Alt+Up, Down", "Less or more room for the matrix"),
                new KeyHint("Enter", "Open the evidence of the test"),
                new KeyHint("F5", "Look again what there is"));
    }

    /// Shows the matrix, or the papers.
    public void choose(boolean wantsMatrix) {
        showsMatrix = wantsMatrix;
        papers.setSelected(!wantsMatrix);
        runs.setSelected(wantsMatrix);
        show(model.stateProperty().get());
    }

    /// It looks what there is when it comes into sight, and at news; what was made stays as it was
    /// made.
    public Sight sight() {
        return sight;
    }

    /// Gives the keys to what they should reach.
    public void focus() {
        if (showsMatrix) {
            matrixPane.focus();
        } else if (paper.root().equals(root.getCenter())) {
            paper.focus();
        } else {
            root.requestFocus();
        }
    }

    /// Hears a key that nothing in the screen wanted.
    public void keyPressed(KeyEvent e) {
        boolean typing = e.getTarget() instanceof TextInputControl;
        if (e.isAltDown() && e.getCode() == KeyCode.DIGIT1) {
            choose(false);
            focus();
            e.consume();
        } else if (e.isAltDown() && e.getCode() == KeyCode.DIGIT2) {
            choose(true);
            focus();
            e.consume();
        } else if (!e.isAltDown() && e.isShortcutDown() && e.getCode() == KeyCode.P) {
            print();
            e.consume();
        } else if (!e.isAltDown() && !e.isShortcutDown() && !e.isMetaDown() && !typing) {
            if (e.getCode() == KeyCode.F5) {
                model.refresh();
            } else if (showsMatrix) {
                matrixPane.keyPressed(e);
            } else {
                paper.keyPressed(e);
            }
        }
    }

    private void print() {
        if (!showsMatrix) {
            paper.print();
        }
    }

    private void show(ReportsState state) {
        Path now = state instanceof ReportsState.Open open ? open.offer().workspace() : null;
        if (workspace != null && !workspace.equals(now)) {
            matrix.forget();
        }
        workspace = now;
        switch (state) {
            case ReportsState.Loading _ ->
                    center(
                            message(
                                    Messages.of(
                                            Mark.OPEN,
                                            "Reading",
                                            "Looking what there is…",
                                            List.of())));
            case ReportsState.NothingOpen _ -> center(nothingOpen());
            case ReportsState.Failed(String sentence) ->
                    center(
                            message(
                                    Messages.failed(
                                            "Not read",
                                            "The workspace could not be read",
                                            sentence,
                                            Messages.again("F5", model::refresh))));
            case ReportsState.Open open -> {
                paper.show(open);
                center(showsMatrix ? matrixPane.root() : paper.root());
            }
        }
    }

    private void center(Node node) {
        if (!node.equals(root.getCenter())) {
            root.setCenter(node);
        }
    }

    private Node nothingOpen() {
        Button open =
                Boxes.button("Open folder…", "Ctrl+Shift+O", Feather.FOLDER, actions.openFolder());
        open.setId("open-folder");
        Boxes.accent(open, true);
        return message(
                Messages.of(
                        Mark.OPEN,
                        "Nothing open",
                        "No workspace is open",
                        List.of(ReportText.NOTHING_OPEN),
                        open));
    }

    private static Node message(Node pane) {
        pane.setId("reports-message");
        return pane;
    }

    private ToggleButton section(String word, String id, boolean matrixWanted) {
        var button = new ToggleButton(word);
        button.setId(id);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setAccessibleText("Section: " + word);
        button.setOnAction(e -> choose(matrixWanted));
        return button;
    }
}
