// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

/// What a strip shows, in words.
public final class StripText {
    private StripText() {}

    /// The stretch that is shown: `1,000 records from 24,000`.
    public static String shown(long from, long size) {
        return Numbers.count(size, "record") + " from " + Numbers.grouped(from);
    }

    /// The same for readers of the screen.
    public static String spoken(long from, long to, long records, long faults) {
        return "The chain, records "
                + Numbers.grouped(from)
                + " to "
                + Numbers.grouped(Math.max(from, to - 1))
                + " of "
                + Numbers.grouped(records)
                + ", "
                + Numbers.count(faults, "fault")
                + ". Arrows move and zoom.";
    }

    /// Which fault of how many.
    public static String fault(int place, int faults) {
        return "Fault " + Numbers.grouped(place) + " of " + Numbers.grouped(faults);
    }
}
