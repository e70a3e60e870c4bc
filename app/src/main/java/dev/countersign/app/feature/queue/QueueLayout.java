// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

/// How rows are laid out in the room there is: what has no column of its own stands below another,
/// so that little is left out and what a run is about keeps most of the width.
enum QueueLayout {
    /// Everything has a column.
    WIDE(104, 3.4),
    /// The chain stands below the state, the system beside the run.
    NARROW(78, 3.4),
    /// Three lines: so does the severity, and what a run is about may take two; the system is left
    /// to the preview.
    TALL(58, 4.6),
    /// Who is waited for stands below the time.
    LIST(0, 5.9);

    private final double from;
    private final double row;

    QueueLayout(double from, double row) {
        this.from = from;
        this.row = row;
    }

    /// The layout for so much width, in ems.
    static QueueLayout of(double ems) {
        for (QueueLayout layout : values()) {
            if (ems >= layout.from) {
                return layout;
            }
        }
        return LIST;
    }

    /// Height of a row in ems.
    double row() {
        return row;
    }

    /// Whether this one has less room than another.
    boolean below(QueueLayout other) {
        return compareTo(other) > 0;
    }
}
