// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Keys;
import dev.countersign.app.control.ListPage;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.Sight;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Objects;

/// What was done at this desk: a list, and beside it the details of one entry.
public final class LedgerView {
    private final LedgerViewModel model;
    private final LedgerActions actions;
    private final LedgerHeader header;
    private final TableView<LedgerRow> table;
    private final LedgerDetail detail;
    private @Nullable LedgerVerdict known;
    private final ListPage page;
    private final Sight sight;

    /// @param model what is shown
    /// @param actions what leads out of it
    public LedgerView(LedgerViewModel model, LedgerActions actions) {
        this.model = model;
        this.actions = actions;
        table = LedgerTable.of(model);
        detail = new LedgerDetail(actions.clipboard(), model.viewer());
        header = new LedgerHeader(model, actions, table::requestFocus);
        page = new ListPage("ledger", header.root(), table, detail);
        header.filterField().enterFrom(page.root());
        sight = new Sight(model::refresh, page::focus);
        model.selectedProperty().subscribe(this::detail);
        model.stateProperty().subscribe(this::show);
    }

    /// What to put into the window.
    public Parent root() {
        return page.root();
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

    /// It is read when it comes into sight, and at news.
    public Sight sight() {
        return sight;
    }

    /// Hears a key that nothing in the screen wanted.
    public void keyPressed(KeyEvent e) {
        if (Keys.elsewhere(e) || e.isAltDown()) {
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

    private void show(LedgerState state) {
        switch (state) {
            case LedgerState.Loading _ ->
                    page.message(
                            named(
                                    Messages.of(
                                            Mark.OPEN,
                                            "Reading",
                                            "Reading the ledger…",
                                            List.of())));
            case LedgerState.Empty _ -> page.message(named(empty()));
            case LedgerState.Failed(String sentence) ->
                    page.message(
                            named(
                                    Messages.failed(
                                            "Not read",
                                            "The ledger could not be read",
                                            sentence,
                                            Messages.again("F5", model::refresh))));
            case LedgerState.Listed listed -> {
                verdict(listed.check());
                header.show(listed);
                page.list();
            }
        }
    }

    private void detail(@Nullable LedgerRow row) {
        detail.show(row, row != null && model.broken(row));
    }

    /// A new verdict may be about the event that is shown.
    private void verdict(LedgerCheck check) {
        LedgerVerdict now =
                check instanceof LedgerCheck.Checked(LedgerVerdict verdict, var _) ? verdict : null;
        if (!Objects.equals(now, known)) {
            known = now;
            table.refresh();
            detail(model.selectedProperty().get());
        }
    }

    private Node empty() {
        Button open =
                Boxes.button("Open folder…", "Ctrl+Shift+O", Feather.FOLDER, actions.openFolder());
        open.setId("open-folder");
        Boxes.accent(open, true);
        Button again = Boxes.button("Read again", "F5", Feather.REFRESH_CW, model::refresh);
        again.setId("again");
        return Messages.of(
                Mark.OPEN,
                "Empty",
                "Nothing was done here yet",
                List.of(
                        "The ledger records what is done at this desk: runs opened and verified,"
                                + " findings raised, policy changes, exports. Each event carries"
                                + " the hash of the one before, so a change or a removal shows."
                                + " Open a folder of runs to begin."),
                open,
                again);
    }

    private static Node named(Node pane) {
        pane.setId("ledger-message");
        return pane;
    }
}
