// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

/// Finds the format of a log from its first records: the one under which most of them carry their
/// own hash.
final class FormatRecognizer {
    /// Enough records to outvote a few edited ones.
    private static final int RECORDS = 64;

    /// So much is looked at, as far as it is needed.
    private static final int WINDOW = 256 << 10;

    private static final int PIECE = 64 << 10;

    /// A record beyond this is passed over, as long as another one tells the format.
    private static final int LONGEST_LINE = 8 << 20;

    private static final int MOST_VALUES = 1 << 20;

    /// @param note set when the choice was not certain
    record Recognized(ChainFormat format, @Nullable NoteKind note) {}

    private FormatRecognizer() {}

    /// @param lent reads the format it is for; null if there is none
    static Recognized recognize(LogFile log, Limits limits, @Nullable RecordReader lent)
            throws SourceException {
        Limits modest =
                new Limits(
                        Math.min(limits.maxLineBytes(), LONGEST_LINE),
                        Math.min(limits.maxValues(), MOST_VALUES),
                        limits.maxFaults(),
                        limits.maxNotesPerKind());
        Recognized near = among(log, modest, WINDOW / PIECE, lent);
        // before the first record that tells may lie much white space, and that one may be long
        return near.note() == NoteKind.FORMAT_ASSUMED
                ? among(log, limits, Integer.MAX_VALUE, lent)
                : near;
    }

    private static Recognized among(
            LogFile log, Limits limits, int pieces, @Nullable RecordReader lent)
            throws SourceException {
        ChainFormat best = ChainFormat.A;
        Tally bestTally = new Tally();
        boolean equals = false;
        for (ChainFormat format : ChainFormat.BUILT_IN) {
            Tally tally = tally(log, limits, pieces, format, lent);
            if (tally.all()) {
                return new Recognized(format, null); // no other could do better
            }
            int order = tally.compareTo(bestTally);
            equals = order == 0 || equals && order < 0;
            if (order > 0) {
                best = format;
                bestTally = tally;
            }
        }
        if (bestTally.shaped == 0) {
            return new Recognized(best, NoteKind.FORMAT_ASSUMED);
        }
        boolean ambiguous = bestTally.right == 0 && equals;
        return new Recognized(best, ambiguous ? NoteKind.FORMAT_AMBIGUOUS : null);
    }

    private static Tally tally(
            LogFile log, Limits limits, int most, ChainFormat format, @Nullable RecordReader lent)
            throws SourceException {
        RecordReader records =
                lent != null && lent.format.name().equals(format.name())
                        ? lent
                        : new RecordReader(format, limits, true, false);
        Tally tally = new Tally();
        SliceReader pieces = new SliceReader(log, 0, PIECE, limits, records);
        long last = Math.min(most, SliceReader.slices(log, 0, PIECE));
        for (int k = 0; k < last && tally.seen < RECORDS; k++) {
            pieces.read(k, tally);
        }
        return tally;
    }

    /// How well the first records fit a format.
    private static final class Tally implements LineSink, Comparable<Tally> {
        private int seen;
        private int right;
        private int shaped;

        boolean all() {
            return seen > 0 && right == seen;
        }

        @Override
        public void blank() {}

        @Override
        public void record(RecordReader r, byte[] b, int from, long offset, boolean terminated) {
            if (seen < RECORDS) {
                seen++;
                right += r.status == RecordReader.Status.RIGHT ? 1 : 0;
                shaped += !r.hash.absent() || !r.link.absent() ? 1 : 0;
            }
        }

        @Override
        public int compareTo(Tally other) {
            return right != other.right
                    ? Integer.compare(right, other.right)
                    : Integer.compare(shaped, other.shaped);
        }
    }
}
