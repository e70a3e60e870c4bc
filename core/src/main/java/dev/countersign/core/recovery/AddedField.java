// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A key put back with each of some values.
///
/// @param empty puts the key in without a value
/// @param key which one
/// @param values canonical; not to be written to
record AddedField(Edit empty, Spelling spelling, String key, List<byte[]> values)
        implements Generator {
    private static final int SLICE = 512;

    AddedField {
        values = List.copyOf(values);
    }

    @Override
    public SearchKind kind() {
        return SearchKind.FIELD_REMOVED;
    }

    @Override
    public long slices() {
        return Math.ceilDiv(values.size(), SLICE);
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        Splice frame = empty.splices[0];
        byte[] comma = spelling.comma().getBytes(StandardCharsets.US_ASCII);
        byte[] text = frame.text;
        boolean first = Arrays.equals(text, 0, comma.length, comma, 0, comma.length);
        int tail =
                !first
                                && Arrays.equals(
                                        text,
                                        text.length - comma.length,
                                        text.length,
                                        comma,
                                        0,
                                        comma.length)
                        ? comma.length
                        : 0;
        int place = text.length - tail;
        return slice -> {
            int from = (int) slice * SLICE;
            for (int i = from; i < Math.min(from + SLICE, values.size()) && !trial.over(); i++) {
                byte[] value = values.get(i);
                byte[] whole = new byte[text.length + value.length];
                System.arraycopy(text, 0, whole, 0, place);
                System.arraycopy(value, 0, whole, place, value.length);
                System.arraycopy(text, place, whole, place + value.length, tail);
                trial.edit(frame.from, frame.to, whole);
            }
        };
    }
}
