// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Finds the format of a log from its first records: the one under which most of them carry their
/// own hash.
final class FormatRecognizer {
    /// Enough records to outvote a few edited ones.
    private static final int RECORDS = 64;

    private static final int WINDOW = 256 << 10;

    /// A first record beyond this says nothing about the format; the next ones may.
    private static final int LONGEST_LINE = 8 << 20;

    private static final int MOST_VALUES = 1 << 20;

    /// @param note set when the choice was not certain
    record Recognized(ChainFormat format, @Nullable NoteKind note) {}

    private FormatRecognizer() {}

    static Recognized recognize(LogFile log, Limits limits) throws SourceException {
        Limits modest =
                new Limits(
                        Math.min(limits.maxLineBytes(), LONGEST_LINE),
                        Math.min(limits.maxValues(), MOST_VALUES),
                        limits.maxFaults(),
                        limits.maxNotesPerKind());
        List<ChainFormat> formats = ChainFormat.BUILT_IN;
        int[] right = new int[formats.size()];
        int[] shaped = new int[formats.size()];
        for (int i = 0; i < formats.size(); i++) {
            count(log, modest, formats.get(i), right, shaped, i);
        }
        int best = 0;
        int equals = 0;
        for (int i = 1; i < right.length; i++) {
            int order = right[i] != right[best] ? right[i] - right[best] : shaped[i] - shaped[best];
            best = order > 0 ? i : best;
            equals = order > 0 ? 0 : order == 0 ? equals + 1 : equals;
        }
        if (shaped[best] == 0) {
            return new Recognized(formats.get(best), NoteKind.FORMAT_ASSUMED);
        }
        boolean ambiguous = right[best] == 0 && equals > 0;
        return new Recognized(formats.get(best), ambiguous ? NoteKind.FORMAT_AMBIGUOUS : null);
    }

    private static void count(
            LogFile log, Limits limits, ChainFormat format, int[] right, int[] shaped, int place)
            throws SourceException {
        RecordReader records = new RecordReader(format, limits, true, false);
        SliceReader slices = new SliceReader(log, 0, WINDOW, limits, records);
        slices.read(
                0,
                new LineSink() {
                    private int seen;

                    @Override
                    public void blank() {}

                    @Override
                    public void record(
                            RecordReader r, byte[] b, int from, long offset, boolean terminated) {
                        if (seen++ < RECORDS) {
                            right[place] += r.status == RecordReader.Status.RIGHT ? 1 : 0;
                            shaped[place] += !r.hash.absent() || !r.link.absent() ? 1 : 0;
                        }
                    }
                });
    }
}
