// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.control.ClockMark;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.TickingLabel;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.QueueText;
import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.Policy;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Instant;

/// What is left of the time, and when it is over; below it who is waited for where that has no
/// column.
final class RemainingCell extends QueueCell {
    private static final long HOUR = 3600;

    private final FontIcon icon = new FontIcon();
    private final TickingLabel left = new TickingLabel("cell-first", "mono");
    private final Label due = new Label();
    private final Tooltip story = new Tooltip();
    private final Label waiting = new Label();
    private final VBox words = new VBox(left, due, waiting);
    private final HBox content = new HBox(icon, words);
    private final ObservableValue<QueueLayout> layout;
    private boolean underAnHour;

    RemainingCell(QueueViewModel model, ObservableValue<QueueLayout> layout) {
        super(model, false); // the table lets them tick in turns
        this.layout = layout;
        follow(layout);
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
        ClockReading reading = row == null ? null : model().reading(row.clock(), now);
        if (row != null && row.atOnce() != null) {
            return QueueText.notByClock(row.atOnce());
        }
        return clock == null || reading == null
                ? "No clock runs: nobody is late."
                : ClockText.story(clock, reading, now, model().viewer());
    }

    /// Whether it is in sight and its text changes each second.
    boolean counts() {
        return underAnHour && shows();
    }

    /// Whether it is in sight.
    boolean shows() {
        return !isEmpty()
                && getScene() != null
                && getTableRow() != null
                && getTableRow().isVisible();
    }

    @Override
    Node make() {
        content.getStyleClass().add("remaining");
        words.getStyleClass().add("cell-lines");
        due.getStyleClass().addAll("cell-second", "muted", "mono");
        waiting.getStyleClass().addAll("cell-second", "muted");
        waiting.setWrapText(true);
        due.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        return content;
    }

    @Override
    void show(QueueRow row, Instant now) {
        boolean below = layout.getValue().below(QueueLayout.TALL);
        say(waiting, below ? row.waitsFor() + " · " + row.onClock() : "");
        count(row, now);
    }

    private void count(QueueRow row, Instant now) {
        Policy.Escalation atOnce = row.atOnce();
        if (atOnce != null) {
            underAnHour = false;
            icon.setVisible(true);
            icon.setIconCode(Feather.ALERT_OCTAGON);
            tone(Mark.FAILED);
            left.setText(QueueText.soon(atOnce));
            say(due, "");
            setAccessibleText(left.getText());
            return;
        }
        RunClock clock = row.clock();
        ClockReading reading = model().reading(row.clock(), now);
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
