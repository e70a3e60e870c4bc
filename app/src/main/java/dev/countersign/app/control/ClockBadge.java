// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.QueueText;
import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Instant;
import java.time.ZoneId;

/// One clock of a run: what it is, what is left, when it is due, and what was assumed. Texts change
/// only when they differ, so a tick that changes nothing costs nothing.
public final class ClockBadge extends HBox {
    /// Narrower than this the marks are not read.
    private static final double LEAST = 90;

    private final RunClock clock;
    private final ZoneId viewer;
    private final boolean reliable;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final TickingLabel remaining = new TickingLabel("clock-remaining", "mono");
    private final Label due = new Label();
    private final Label marks = new Label();
    private final VBox words = new VBox();
    private final Tooltip story = new Tooltip();
    private Mark mark = Mark.OPEN;

    /// @param clock what is shown
    /// @param viewer the zone in which moments are told
    /// @param reliable whether the chain that it rests on holds; else it is never green
    public ClockBadge(RunClock clock, ZoneId viewer, boolean reliable) {
        this.clock = clock;
        this.reliable = reliable;
        this.viewer = viewer;
        getStyleClass().add("clock-badge");
        setFocusTraversable(true);
        name.setText(ClockText.name(clock.kind()));
        name.getStyleClass().add("clock-name");
        due.getStyleClass().addAll("clock-due", "mono");
        marks.getStyleClass().add("clock-marks");
        for (Label label : new Label[] {name, due, marks}) {
            label.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        }
        marks.setWrapText(true);
        marks.setMinWidth(LEAST);
        words.getStyleClass().add("clock-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        compact(false);
        getChildren().addAll(icon, words);
        story.setWrapText(true);
        story.setMaxWidth(420);
        Tooltip.install(this, story);
    }

    /// Whether it says all on one line.
    public void compact(boolean compact) {
        if (words.getChildren().size() == (compact ? 1 : 2)) {
            return;
        }
        Node[][] lines =
                compact
                        ? new Node[][] {{name, remaining, due, marks}}
                        : new Node[][] {{name, remaining}, {due, marks}};
        words.getChildren().clear();
        for (Node[] labels : lines) {
            words.getChildren().add(Boxes.row("clock-line", labels));
        }
    }

    /// What it shows: its shape and colour.
    public Mark mark() {
        return mark;
    }

    /// Whom it waits for while it runs.
    private String waits() {
        return clock.open() && !clock.role().isEmpty()
                ? QueueText.waitingFor(clock.role()) + " · "
                : "";
    }

    /// Says where the clock stands.
    public void show(ClockReading reading, Instant now) {
        boolean doubted = ClockMark.tone(reading) == Mark.VERIFIED && !reliable;
        mark = doubted ? Mark.OPEN : ClockMark.tone(reading);
        String tone = mark.styleClass();
        Ikon shape = doubted ? Feather.CIRCLE : ClockMark.shape(reading);
        if (!getStyleClass().contains(tone)) {
            getStyleClass().setAll("clock-badge", tone);
            icon.getStyleClass().setAll("ikonli-font-icon", "mark-icon", tone);
        }
        if (!shape.equals(icon.getIconCode())) {
            icon.setIconCode(shape);
        }
        remaining.setText(ClockText.remaining(reading));
        due.setText(ClockText.due(clock, reading, now, viewer));
        marks.setText(waits() + ClockText.marks(clock, reading));
        String text = ClockText.story(clock, reading, now, viewer);
        story.setText(text);
        setAccessibleText(text);
    }
}
