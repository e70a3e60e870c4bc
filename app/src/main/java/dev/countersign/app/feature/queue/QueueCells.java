// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.control.ElidedId;
import dev.countersign.app.control.StatusMark;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Instant;

/// The cells of the queue, one kind a column.
final class QueueCells {
    private QueueCells() {}

    /// Where the run stands; below it the chain and the severity where they have no column.
    static final class State extends QueueCell {
        private final StatusMark mark = new StatusMark();
        private final ChainLabel chain = new ChainLabel();
        private final WorthLabel worth = new WorthLabel();
        private final VBox content = new VBox(mark, chain, worth);
        private final ObservableValue<QueueLayout> layout;

        State(QueueViewModel model, ObservableValue<QueueLayout> layout) {
            super(model, true);
            this.layout = layout;
            follow(layout);
        }

        @Override
        Node make() {
            content.getStyleClass().addAll("cell-lines", "state-lines");
            return content;
        }

        @Override
        void show(QueueRow row, Instant now) {
            mark.show(row.status(), row.item().integrity());
            chain.show(row.item().integrity());
            worth.show(row.severity(now));
            boolean below = layout.getValue().below(QueueLayout.WIDE);
            there(chain, below);
            there(worth, layout.getValue().below(QueueLayout.NARROW) && worth.says());
            setAccessibleText(below ? mark.getText() + ", " + chain.words() : mark.getText());
        }
    }

    /// What it is about, and the run's id.
    static final class What extends QueueCell {
        private final Label subject = new Label();
        private final Label run = new Label();
        private final ElidedId end = new ElidedId();
        private final Tooltip whole = new Tooltip();
        private final ObservableValue<QueueLayout> layout;

        What(QueueViewModel model, ObservableValue<QueueLayout> layout) {
            super(model, false);
            this.layout = layout;
            follow(layout);
        }

        @Override
        Node make() {
            run.getStyleClass().add("mono");
            run.setMinHeight(Region.USE_PREF_SIZE);
            end.getStyleClass().add("cell-second");
            end.setMinHeight(Region.USE_PREF_SIZE);
            VBox lines = lines(subject, run);
            lines.getChildren().add(end);
            return lines;
        }

        @Override
        void show(QueueRow row, Instant now) {
            QueueLayout room = layout.getValue();
            boolean narrow = room.below(QueueLayout.NARROW);
            subject.setWrapText(narrow);
            subject.setText(row.what());
            String id = row.what().equals(row.runId()) ? "" : row.runId();
            boolean system = room.below(QueueLayout.WIDE) && !row.system().isEmpty();
            say(run, narrow ? "" : system ? id + (id.isEmpty() ? "" : " · ") + row.system() : id);
            end.show(id);
            there(end, narrow && !id.isEmpty());
            explain(
                    whole,
                    row.what()
                            + "\n"
                            + (row.system().isEmpty() ? "" : row.system() + "\n")
                            + row.item().run().directory());
        }
    }

    /// The system it is about.
    static final class Subject extends QueueCell {
        private final Label name = new Label();

        Subject(QueueViewModel model) {
            super(model, false);
        }

        @Override
        Node make() {
            return name;
        }

        @Override
        void show(QueueRow row, Instant now) {
            name.setText(row.system());
            setAccessibleText(row.system().isEmpty() ? "No system named" : row.system());
        }
    }

    /// The role that has to act, and on which clock.
    static final class WaitingFor extends QueueCell {
        private final Label role = new Label();
        private final Label clock = new Label();

        WaitingFor(QueueViewModel model) {
            super(model, false);
        }

        @Override
        Node make() {
            return lines(role, clock);
        }

        @Override
        void show(QueueRow row, Instant now) {
            role.setText(row.waitsFor());
            clock.setText(row.onClock());
            setAccessibleText(role.getText() + ", " + clock.getText());
        }
    }

    /// What it is worth.
    static final class Worth extends QueueCell {
        private final WorthLabel word = new WorthLabel();

        Worth(QueueViewModel model) {
            super(model, true);
        }

        @Override
        Node make() {
            return word;
        }

        @Override
        void show(QueueRow row, Instant now) {
            word.show(row.severity(now));
            setAccessibleText(word.says() ? word.getText() : "No severity");
        }
    }

    /// Whether the chain holds.
    static final class Chain extends QueueCell {
        private final ChainLabel word = new ChainLabel();

        Chain(QueueViewModel model) {
            super(model, false);
        }

        @Override
        Node make() {
            return word;
        }

        @Override
        void show(QueueRow row, Instant now) {
            word.show(row.item().integrity());
            setAccessibleText(word.words());
        }
    }
}
