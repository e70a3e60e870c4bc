// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;

/// Owns "now" for the screen: whatever shows a time that passes derives its text from this one
/// property. It moves as often as somebody needs, on whole seconds or minutes. No animation timer:
/// one of those keeps the whole scene pulsing. On the screen's thread.
public final class Ticker {
    /// How often now moves.
    public enum Pace {
        /// Nobody looks.
        STOPPED,
        /// Each minute.
        MINUTE,
        /// Each second.
        SECOND
    }

    /// After the boundary, not just before it.
    private static final Duration MARGIN = Duration.ofMillis(3);

    private final Timer timer;
    private final Executor screen;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private Pace pace = Pace.STOPPED;
    private int generation;

    /// @param timer waits
    /// @param screen where now moves
    /// @param clock says what it is
    public Ticker(Timer timer, Executor screen, InstantSource clock) {
        this.timer = timer;
        this.screen = screen;
        this.clock = clock;
        now = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    /// Now, as last told.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// How often it moves.
    public Pace pace() {
        return pace;
    }

    /// Moves as often from now on; the same pace again changes nothing.
    public void every(Pace wanted) {
        if (pace == wanted) {
            return;
        }
        boolean stood = pace == Pace.STOPPED;
        pace = wanted;
        generation++;
        if (wanted != Pace.STOPPED) {
            if (stood) {
                now.set(clock.instant());
            }
            next(generation);
        }
    }

    private void next(int mine) {
        Instant at = clock.instant();
        ChronoUnit unit = pace == Pace.SECOND ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
        Instant boundary = at.truncatedTo(unit).plus(1, unit);
        timer.after(
                Duration.between(at, boundary).plus(MARGIN),
                () ->
                        screen.execute(() -> {
                            if (mine == generation) {
                                now.set(clock.instant());
                                if (mine == generation) {
                                    next(mine);
                                }
                            }
                        }));
    }
}
