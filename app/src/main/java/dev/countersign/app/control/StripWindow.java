// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

/// The records of a log that a strip shows. Pure.
///
/// @param from the first
/// @param to the one after the last
public record StripWindow(long from, long to) {
    /// Nothing.
    public static final StripWindow NONE = new StripWindow(0, 0);

    /// All of a log.
    public static StripWindow whole(long records) {
        return new StripWindow(0, records);
    }

    /// How many there are.
    public long size() {
        return to - from;
    }

    /// Whether a record is in it.
    public boolean has(long record) {
        return record >= from && record < to;
    }

    /// Fewer records (a factor below 1) or more, down to one and up to all of the log; a record
    /// keeps its place.
    ///
    /// @param factor of their number
    /// @param around the record that keeps its place
    /// @param records of the log
    public StripWindow zoom(double factor, long around, long records) {
        if (size() <= 0) {
            return this;
        }
        long wanted = Math.round(size() * factor);
        long steps = wanted == size() && factor > 1 ? size() + 1 : wanted;
        long size = Math.clamp(steps, Math.min(1, records), records);
        double place = Math.clamp((around - from + 0.5) / size(), 0, 1);
        return at(Math.round(around + 0.5 - place * size), size, records);
    }

    /// Earlier ones (below 0) or later ones.
    ///
    /// @param fraction of what is shown
    /// @param records of the log
    public StripWindow pan(double fraction, long records) {
        long step = Math.round(fraction * size());
        long by = step == 0 ? (long) Math.signum(fraction) : step;
        return at(from + by, size(), records);
    }

    /// As many around a record that is not among them.
    public StripWindow showing(long record, long records) {
        return has(record) ? this : at(record - size() / 2, size(), records);
    }

    /// The same in a log that has become longer: what showed all shows all.
    public StripWindow grown(long before, long records) {
        return from == 0 && to >= before ? whole(records) : at(from, size(), records);
    }

    private static StripWindow at(long from, long size, long records) {
        long first = Math.clamp(from, 0, Math.max(0, records - size));
        return new StripWindow(first, Math.min(records, first + size));
    }

    /// The first record that a pixel stands for.
    long recordAt(int pixel, int width) {
        return from + size() * pixel / width;
    }

    /// The first pixel that shows a record of the window.
    int pixelOf(long record, int width) {
        long place = record - from;
        long pixel =
                size() >= width
                        ? Math.ceilDiv((place + 1) * width, size()) - 1
                        : Math.ceilDiv(place * width, size());
        return (int) Math.clamp(pixel, 0, width - 1L);
    }
}
