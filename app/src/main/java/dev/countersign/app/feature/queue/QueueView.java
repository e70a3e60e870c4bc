// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Keys;
import dev.countersign.app.control.ListPage;
import dev.countersign.app.control.WorkCard;
import dev.countersign.app.text.QueueText;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Side;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;

/// What waits for a decision: broken chains, then the next to breach.
public final class QueueView {
    /// From so many ems on the preview stands beside the rows.
    private static final double BESIDE = 76;

    private final QueueViewModel model;
    private final QueueActions actions;
    private final QueueHeader header;
    private final QueueTable table;
    private final ListPage page;
    private final WorkCard reading;

    /// @param model what is shown
    /// @param actions what leads out of it
    public QueueView(QueueViewModel model, QueueActions actions) {
        this.model = model;
        this.actions = actions;
        header = new QueueHeader(model, actions, this::toRows);
        table = new QueueTable(model, this::open, header.em());
        reading = new WorkCard("queue", model::stop);
        page =
                new ListPage(
                        "queue",
                        header.root(),
                        table.root(),
                        new QueuePreview(model, this::open, header.em()));
        header.filterField().enterFrom(page.root());
        page.root().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.previewProperty().subscribe(this::preview);
        page.root().widthProperty().subscribe(this::preview);
        model.stateProperty().subscribe(this::show);
    }

    /// What to put into the window.
    public Parent root() {
        return page.root();
    }

    /// Whether it shows how far reading is.
    public ObservableBooleanValue working() {
        return reading.inSight();
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("j / k", "Next and previous row (also the arrows)"),
                new KeyHint("Shift+j / k", "Select the next or previous row, too (Ctrl+A: all)"),
                new KeyHint("Enter", "Open the run"),
                new KeyHint("p / Space", "Show or hide the preview of the selected row"),
                new KeyHint("/", "Filter; Enter or the arrows go back to the rows"),
                new KeyHint("Alt+1 … 4", "Blocked, awaiting approval, failed, breached"),
                new KeyHint("Esc", "Show all again; stops reading"),
                new KeyHint("F5", "Read again"));
    }

    /// It comes into sight, or leaves it; out of sight nothing ticks.
    public void inSight(boolean here) {
        model.ticker().every(here ? Ticker.Pace.MINUTE : Ticker.Pace.STOPPED);
        if (here) {
            model.lookWho();
            page.focus();
        }
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
            case J -> step(1, e.isShiftDown());
            case K -> step(-1, e.isShiftDown());
            case P -> togglePreview();
            case F5 -> model.again();
            case ESCAPE -> {
                if (model.stop() || model.clear()) {
                    e.consume();
                }
            }
            default -> {}
        }
    }

    private void step(int by, boolean too) {
        if (too) {
            table.extend(by);
        } else {
            table.step(by);
        }
    }

    private void chip(KeyEvent e) {
        int at = e.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
        if (at >= 0 && at < Pick.values().length) {
            model.toggle(Pick.values()[at]);
            e.consume();
        }
    }

    private void pressed(KeyEvent e) {
        if (!table.root().isFocused()) {
            return;
        }
        if (e.getCode() == KeyCode.ENTER) {
            open();
            e.consume();
        } else if (e.getCode() == KeyCode.SPACE) {
            togglePreview();
            e.consume();
        }
    }

    private void togglePreview() {
        model.previewProperty().set(!model.previewProperty().get());
    }

    /// Beside the rows, or below them where there is little room.
    private void preview() {
        boolean wide = page.root().getWidth() >= BESIDE * header.em().doubleValue();
        page.detail(model.previewProperty().get(), wide ? Side.RIGHT : Side.BOTTOM);
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
            case QueueState.Empty _ -> page.message(QueuePanes.empty(actions));
            case QueueState.Loading loading -> {
                reading.show(
                        QueueText.READING,
                        loading.progress().total() > 0 ? loading.progress().fraction() : -1,
                        QueueText.reading(
                                loading.name(),
                                loading.progress().done(),
                                loading.progress().total()),
                        false);
                page.message(reading.root());
            }
            case QueueState.Failed failed ->
                    page.message(QueuePanes.failed(failed, actions, model::again));
            case QueueState.Ready ready -> {
                if (ready.snapshot().items().isEmpty()) {
                    page.message(QueuePanes.nothing(ready, actions));
                } else {
                    header.show(ready);
                    page.list();
                }
            }
        }
    }
}
