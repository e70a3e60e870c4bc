// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Keys;
import dev.countersign.app.control.ListPage;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.Sight;

import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What somebody has to answer for: a list, and beside it the evidence of one finding.
public final class FindingsView {
    /// Leaves the detail room for its buttons on one line.
    private static final double LIST = 0.565;

    private final FindingsViewModel model;
    private final FindingsActions actions;
    private final FindingsHeader header;
    private final TableView<FindingRow> table;
    private final ListPage page;
    private final Sight sight;

    /// @param model what is shown
    /// @param actions what leads out of it
    public FindingsView(FindingsViewModel model, FindingsActions actions) {
        this.model = model;
        this.actions = actions;
        table = FindingsTable.of(model);
        Rows.opens(table, () -> open(actions.openRun()));
        var detail = new FindingDetail(actions, model.viewer());
        header = new FindingsHeader(model, table::requestFocus, actions.openRun());
        page = new ListPage("findings", header.root(), table, detail);
        page.share(LIST);
        header.filterField().enterFrom(page.root());
        page.root().addEventFilter(KeyEvent.KEY_PRESSED, this::inList);
        sight = new Sight(model::refresh, page::focus);
        model.selectedProperty().subscribe(detail::show);
        model.stateProperty().subscribe(this::show);
    }

    /// What to put into the window.
    public Parent root() {
        return page.root();
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("j / k", "Next and previous finding (also the arrows)"),
                new KeyHint("Enter", "Open the run (also o)"),
                new KeyHint("Space", "Go to the evidence; Esc goes back"),
                new KeyHint("i", "Open its log in Integrity"),
                new KeyHint("d", "Close it by a signed disposition"),
                new KeyHint("/", "Filter; Enter or the arrows go back to the rows"),
                new KeyHint("Alt+1 … 4", "Only SEV-1 … SEV-4"),
                new KeyHint("Esc", "Show all again"),
                new KeyHint("F5", "Read again"));
    }

    /// It is read when it comes into sight, and at news.
    public Sight sight() {
        return sight;
    }

    /// Where keys should go.
    public void focus() {
        page.focus();
    }

    /// Hears a key that nothing in the screen wanted.
    public void keyPressed(KeyEvent e) {
        if (Keys.elsewhere(e)) {
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
            case D -> dispose();
            case F5 -> model.refresh();
            case ESCAPE -> {
                if (model.clear()) {
                    e.consume();
                }
            }
            default -> {}
        }
    }

    /// A finding of no run that is here has only its evidence.
    private void inList(KeyEvent e) {
        if (!table.isFocused()) {
            return;
        }
        FindingRow row = model.selectedProperty().get();
        boolean there = row != null && row.entry().run() != null;
        if (e.getCode() == KeyCode.ENTER && there) {
            open(actions.openRun());
            e.consume();
        } else if (e.getCode() == KeyCode.SPACE) {
            page.toDetail();
            e.consume();
        }
    }

    private void chip(KeyEvent e) {
        int severity = e.getCode().ordinal() - KeyCode.DIGIT0.ordinal();
        if (severity >= 1 && severity <= 4) {
            model.toggle(severity);
            e.consume();
        }
    }

    private void dispose() {
        FindingRow row = model.selectedProperty().get();
        if (row != null && row.standing() != FindingRow.Standing.CLOSED) {
            actions.dispose().accept(row.id());
        }
    }

    private void open(Consumer<Path> action) {
        FindingRow row = model.selectedProperty().get();
        Path run = row == null ? null : row.entry().run();
        if (run != null) {
            action.accept(run);
        }
    }

    private void show(FindingsState state) {
        switch (state) {
            case FindingsState.Loading _ -> page.message(FindingsPanes.loading());
            case FindingsState.Unchecked(Coverage coverage) ->
                    page.message(FindingsPanes.unchecked(coverage, actions));
            case FindingsState.None(Coverage coverage) ->
                    page.message(FindingsPanes.none(coverage, model, actions));
            case FindingsState.Failed(String sentence) ->
                    page.message(FindingsPanes.failed(sentence, model::refresh));
            case FindingsState.Listed listed -> {
                header.show(listed);
                page.list();
            }
        }
    }
}
