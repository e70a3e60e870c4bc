// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;

/// The states that a mark can show: each has a shape and a colour of its own, and never stands
/// without its word.
public enum Mark {
    /// Something was checked and is right.
    VERIFIED(Feather.CHECK_CIRCLE),
    /// Something was checked and is wrong.
    FAILED(Feather.X_OCTAGON),
    /// Something could not be read as what it should be.
    MALFORMED(Feather.ALERT_TRIANGLE),
    /// There is nothing to check, or it was not checked.
    OPEN(Feather.CIRCLE),
    /// The check was stopped.
    STOPPED(Feather.STOP_CIRCLE),
    /// Worth a look, not wrong.
    NOTE(Feather.INFO);

    private final Feather icon;

    Mark(Feather icon) {
        this.icon = icon;
    }

    /// Its shape.
    Feather icon() {
        return icon;
    }

    /// Its style class, which carries the colour.
    public String styleClass() {
        return "mark-" + name().toLowerCase(Locale.ROOT);
    }
}
