// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

/// Where the sample of a month stands.
public enum MonthStanding {
    /// Somebody stands for it.
    SIGNED_OFF,
    /// It should be observed by now, and is not signed off.
    OVERDUE,
    /// It was drawn.
    DRAWN,
    /// It was not drawn.
    NOT_DRAWN
}
