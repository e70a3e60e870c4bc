// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.Numbers;
import dev.countersign.core.chain.ChainReport;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// The chain of one log: empty, under way, or with its verdict, picture, faults and notes.
public final class IntegrityView {
    private final IntegrityViewModel model;
    private final OpenActions actions;
    private final TextClipboard clipboard;
    private final StackPane root = new StackPane();
    private final RunningPane running;
    private final FaultsPane faults;

    /// @param model what is shown
    /// @param actions how another log is opened
    /// @param clipboard where copied digests go
    public IntegrityView(IntegrityViewModel model, OpenActions actions, TextClipboard clipboard) {
        this.model = model;
        this.actions = actions;
        this.clipboard = clipboard;
        running = new RunningPane(model::cancel);
        faults = new FaultsPane(model, clipboard);
        root.getStyleClass().add("integrity");
        model.stateProperty().subscribe(this::show);
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("j / k", "Next and previous fault (also the arrows)"),
                new KeyHint("Enter", "Go to the evidence of the fault; Esc goes back"),
                new KeyHint("F5", "Verify again"),
                new KeyHint("Esc", "Stop verifying"));
    }

    /// Where keys should go when the screen comes into sight.
    public void focus() {
        faults.focus();
    }

    /// Hears a key that nothing in the screen wanted; takes Escape only to stop what runs.
    public void keyPressed(KeyEvent e) {
        if (e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
            return;
        }
        switch (e.getCode()) {
            case ESCAPE -> {
                if (model.stateProperty().get() instanceof IntegrityState.Running) {
                    model.cancel();
                    e.consume();
                }
            }
            case F5 -> model.again();
            case J -> faults.step(1);
            case K -> faults.step(-1);
            default -> {}
        }
    }

    private void show(IntegrityState state) {
        switch (state) {
            case IntegrityState.Empty _ -> replace(EmptyPane.of(actions));
            case IntegrityState.Running r -> {
                running.show(r);
                replace(running.root());
            }
            case IntegrityState.Finished f -> finished(f);
            case IntegrityState.Stopped s -> replace(MessagePane.stopped(s, actions, model::again));
            case IntegrityState.Failed f -> replace(MessagePane.failed(f, actions, model::again));
        }
    }

    private void finished(IntegrityState.Finished f) {
        ChainReport report = f.report();
        VBox page = Boxes.column("page", ResultHeader.of(f, clipboard, model::again));
        page.setId("result");
        if (!report.segments().isEmpty()) {
            page.getChildren().add(StripCard.of(report, model));
        }
        if (report.faultCount() > 0) {
            page.getChildren()
                    .add(grow(Boxes.column("section", faultsTitle(report), grow(faults.root()))));
        }
        ListView<String> notes = NotesList.of(report);
        if (!notes.getItems().isEmpty()) {
            int rows = Math.min(notes.getItems().size(), report.faultCount() > 0 ? 3 : 12);
            notes.prefHeightProperty().bind(notes.fixedCellSizeProperty().multiply(rows).add(12));
            notes.setMinHeight(Region.USE_PREF_SIZE);
            page.getChildren()
                    .add(Boxes.column("section", title("Notes", NotesList.count(report)), notes));
        }
        replace(page);
        faults.focus();
    }

    private static Node faultsTitle(ChainReport report) {
        HBox head = title("Faults", report.faultCount());
        head.getChildren()
                .add(Boxes.label("Records count from 0, lines from 1", "muted", "counting"));
        return head;
    }

    private static HBox title(String text, long count) {
        return Boxes.row(
                "section-head",
                Boxes.label(text, "section-title"),
                Boxes.label(Numbers.grouped(count), "count", "mono"));
    }

    private static Node grow(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    private void replace(Node node) {
        if (root.getChildren().size() != 1 || !root.getChildren().getFirst().equals(node)) {
            root.getChildren().setAll(node);
        }
    }
}
