// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.control.ClockMark;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.MarkIcon;
import dev.countersign.app.control.StatusMark;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.QueueText;
import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.queue.Severity;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Instant;
import java.util.List;

/// The cells of the queue, one kind a column.
final class QueueCells {
    private QueueCells() {}

    /// Where the run stands.
    static final class State extends QueueCell {
        private final StatusMark mark = new StatusMark();

        State(QueueViewModel model) {
            super(model, false);
        }

        @Override
        Node make() {
            return mark;
        }

        @Override
        void show(QueueRow row, Instant now) {
            mark.show(row.status());
            setAccessibleText(mark.getText());
        }
    }

    /// What it is about, and the run's id.
    static final class What extends QueueCell {
        private final Label subject = new Label();
        private final Label run = new Label();
        private final Tooltip whole = new Tooltip();

        private final ObservableBooleanValue withSystem;

        /// @param withSystem whether the system stands here
        What(QueueViewModel model, ObservableBooleanValue withSystem) {
            super(model, false);
            this.withSystem = withSystem;
        }

        @Override
        Node make() {
            run.getStyleClass().add("mono");
            return lines(subject, run);
        }

        @Override
        void show(QueueRow row, Instant now) {
            subject.setText(row.what());
            String id = row.what().equals(row.runId()) ? "" : row.runId();
            boolean system = withSystem.get() && !row.system().isEmpty();
            say(run, system ? id + (id.isEmpty() ? "" : " · ") + row.system() : id);
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
            role.setText(QueueText.waitingFor(row.item().waitingFor()));
            clock.setText(QueueText.clock(row.clock()));
            setAccessibleText(role.getText() + ", " + clock.getText());
        }
    }

    /// What is left of the time, and when it is over.
    static final class Remaining extends QueueCell {
        private static final long HOUR = 3600;

        private final FontIcon icon = new FontIcon();
        private final Label left = new Label();
        private final Label due = new Label();
        private final Tooltip story = new Tooltip();
        private final HBox content = new HBox(icon, lines(left, due));
        private boolean underAnHour;

        Remaining(QueueViewModel model) {
            super(model, true);
            story.setWrapText(true);
            story.setMaxWidth(420);
            story.setOnShowing(e -> story.setText(story()));
            setTooltip(story);
        }

        /// Only made for who asks: it is long, and cells tick.
        private String story() {
            QueueRow row = getItem();
            RunClock clock = row == null ? null : row.clock();
            Instant now = model().ticker().nowProperty().get();
            ClockReading reading = row == null ? null : model().reading(row, now);
            return clock == null || reading == null
                    ? "No clock runs: nobody is late."
                    : ClockText.story(clock, reading, now, model().viewer());
        }

        /// Whether it is in sight and its text changes each second.
        boolean counts() {
            return underAnHour
                    && !isEmpty()
                    && getScene() != null
                    && getTableRow() != null
                    && getTableRow().isVisible();
        }

        @Override
        Node make() {
            content.getStyleClass().add("remaining");
            left.getStyleClass().add("mono");
            due.getStyleClass().add("mono");
            return content;
        }

        @Override
        void show(QueueRow row, Instant now) {
            RunClock clock = row.clock();
            ClockReading reading = model().reading(row, now);
            if (clock == null || reading == null) {
                underAnHour = false;
                icon.setVisible(false);
                tone(Mark.OPEN);
                left.setText("No clock");
                say(due, "");
                setAccessibleText("No clock runs: nobody is late.");
                return;
            }
            underAnHour = Math.abs(reading.remainingSeconds()) < HOUR;
            icon.setVisible(true);
            if (!ClockMark.shape(reading).equals(icon.getIconCode())) {
                icon.setIconCode(ClockMark.shape(reading));
            }
            tone(ClockMark.tone(reading));
            left.setText(ClockText.remaining(reading));
            say(due, ClockText.due(clock, reading, now, model().viewer()));
            setAccessibleText(left.getText() + ", " + due.getText());
            if (underAnHour && model().ticker().pace() == Ticker.Pace.MINUTE) {
                model().ticker().every(Ticker.Pace.SECOND);
            }
        }

        private void tone(Mark mark) {
            String tone = mark.styleClass();
            if (!content.getStyleClass().contains(tone)) {
                content.getStyleClass().setAll("remaining", tone);
                icon.getStyleClass().setAll("ikonli-font-icon", "mark-icon", tone);
            }
        }
    }

    /// What it is worth.
    static final class Worth extends QueueCell {
        private final Label word = new Label();

        Worth(QueueViewModel model) {
            super(model, true);
        }

        @Override
        Node make() {
            return word;
        }

        @Override
        void show(QueueRow row, Instant now) {
            Severity severity = row.severity(now);
            String text = severity == null ? "" : severity.word();
            if (!text.equals(word.getText())) {
                word.setText(text);
                word.getStyleClass()
                        .setAll(
                                severity == null
                                        ? List.of("label")
                                        : List.of(
                                                "label",
                                                "severity",
                                                "severity-" + severity.level()));
            }
            setAccessibleText(severity == null ? "No severity" : text);
        }
    }

    /// Whether the chain holds.
    static final class Chain extends QueueCell {
        private final MarkIcon icon = MarkIcon.empty();
        private final Label word = new Label(null, icon);

        private final Tooltip meaning = new Tooltip();

        /// @param markOnly whether there is no room for the word
        Chain(QueueViewModel model, ObservableBooleanValue markOnly) {
            super(model, false);
            word.contentDisplayProperty()
                    .bind(
                            Bindings.when(markOnly)
                                    .then(ContentDisplay.GRAPHIC_ONLY)
                                    .otherwise(ContentDisplay.LEFT));
        }

        @Override
        Node make() {
            word.setGraphicTextGap(6);
            return word;
        }

        @Override
        void show(QueueRow row, Instant now) {
            icon.show(
                    switch (row.item().integrity()) {
                        case VERIFIED -> Mark.VERIFIED;
                        case FAILED -> Mark.FAILED;
                        case NOT_CHECKED -> Mark.OPEN;
                    });
            word.setText(QueueText.chain(row.item().integrity()));
            explain(meaning, "Chain: " + word.getText());
        }
    }
}
