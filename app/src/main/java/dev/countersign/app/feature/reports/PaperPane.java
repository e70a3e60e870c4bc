// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.workpaper.WorkpaperFormat;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What is ordered on the left, what came of it on the right.
final class PaperPane {
    private final ReportsViewModel model;
    private final OrderForm form;
    private final MadePane made;
    private final HBox root;

    PaperPane(ReportsViewModel model, PrintViewModel printing, ReportsActions actions) {
        this.model = model;
        form = new OrderForm(model);
        made = new MadePane(model, printing, actions);
        HBox.setHgrow(made.root(), Priority.ALWAYS);
        root = Boxes.row("paper-pane", form.root(), made.root());
    }

    HBox root() {
        return root;
    }

    /// Whether it shows how far its work is.
    ObservableBooleanValue working() {
        return made.working();
    }

    void focus() {
        form.focus();
    }

    void show(ReportsState.Open state) {
        form.show(state);
        made.show(state);
    }

    void print() {
        made.print();
    }

    void keyPressed(KeyEvent e) {
        switch (e.getCode()) {
            case M -> model.make();
            case S -> made.save(WorkpaperFormat.PDF);
            case P -> print();
            case O -> made.open();
            case F -> made.showFolder();
            case W -> made.pages().otherZoom();
            case PLUS, EQUALS, ADD -> made.pages().zoom(1);
            case MINUS, SUBTRACT -> made.pages().zoom(-1);
            case DIGIT0, NUMPAD0 -> made.pages().zoom(0);
            case PAGE_DOWN -> made.pages().turn(1);
            case PAGE_UP -> made.pages().turn(-1);
            case HOME -> made.pages().go(0);
            case END -> made.pages().go(Integer.MAX_VALUE);
            case ESCAPE -> {
                if (model.stop() || made.leavePrinting()) {
                    e.consume();
                }
            }
            default -> {}
        }
    }
}
