// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.core.clock.ClockReading;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Shape and colour of a clock: the share of the goal that is used picks the colour, the state the
/// shape. The words stand beside it.
public final class ClockMark {
    /// From so many percent on, a running clock is nearly over.
    public static final int NEARLY = 75;

    private ClockMark() {}

    /// The mark whose colour a reading has.
    public static Mark tone(ClockReading reading) {
        return switch (reading.state()) {
            case RUNNING, PAUSED -> reading.percent() >= NEARLY ? Mark.MALFORMED : Mark.NOTE;
            case MET -> Mark.VERIFIED;
            case LATE, BREACHED -> Mark.FAILED;
        };
    }

    /// Its shape.
    public static Ikon shape(ClockReading reading) {
        return switch (reading.state()) {
            case RUNNING -> reading.percent() >= NEARLY ? Feather.BELL : Feather.CLOCK;
            case PAUSED -> Feather.PAUSE_CIRCLE;
            case MET -> Feather.CHECK_CIRCLE;
            case LATE -> Feather.ALERT_CIRCLE;
            case BREACHED -> Feather.ALERT_OCTAGON;
        };
    }
}
