// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.chain.RecordLine.Said;
import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonTape;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a few neighbouring records of a log of any size, by its line index.
public final class RecordLines implements LineSink {
    private static final int WINDOW = 48 << 10;
    private static final int MOST_OTHERS = 4;
    private static final int LONGEST = 120;

    private final ChainFormat format;
    private final long from;
    private final long until;
    private final List<RecordLine> found = new ArrayList<>();
    private long record;
    private long line;

    private RecordLines(ChainFormat format, long record, long line, long from, long until) {
        this.format = format;
        this.record = record;
        this.line = line;
        this.from = from;
        this.until = until;
    }

    /// The records from one on, as many as there are up to a count. Blocking.
    ///
    /// @param index of the same log; it may cover no more than its beginning
    /// @param from the first record wanted, which the index must know
    /// @throws SourceException if the log cannot be read
    public static List<RecordLine> read(
            LogFile log, ChainFormat format, Limits limits, LineIndex index, long from, int count)
            throws SourceException {
        RecordReader reader = new RecordReader(format, limits, false, false);
        long origin = index.offsetBefore(from);
        SliceReader slices = new SliceReader(log, origin, WINDOW, limits, reader);
        RecordLines sink =
                new RecordLines(
                        format,
                        index.recordBefore(from),
                        index.lineBefore(from),
                        from,
                        from + count);
        long last = SliceReader.slices(log, origin, WINDOW);
        for (long k = 0; k < last && sink.record < sink.until; k++) {
            slices.read(k, sink);
        }
        return List.copyOf(sink.found);
    }

    @Override
    public void blank() {
        line++;
    }

    @Override
    public void record(RecordReader r, byte[] b, int start, long offset, boolean terminated) {
        if (record >= from && record < until) {
            found.add(lineOf(r, b, start, offset));
        }
        record++;
        line++;
    }

    private RecordLine lineOf(RecordReader r, byte[] b, int start, long offset) {
        JsonTape tape = r.isObject() ? r.tape() : null;
        return new RecordLine(
                record,
                line,
                offset,
                r.length(start),
                value(tape, format.timeField()),
                value(tape, format.actorField()),
                value(tape, format.actionField()),
                tape == null ? null : r.hash.text(),
                tape == null ? null : r.link.text(),
                tape == null ? List.of() : others(tape),
                r.malformed,
                r.malformed == null ? "" : raw(b, start, r.end));
    }

    private static @Nullable String value(@Nullable JsonTape tape, @Nullable String field) {
        if (tape == null || field == null) {
            return null;
        }
        int node = tape.find(field.getBytes(StandardCharsets.UTF_8));
        return node < 0 || tape.kind(node) != JsonKind.STRING ? null : cut(tape.string(node));
    }

    private List<Said> others(JsonTape tape) {
        List<Said> others = new ArrayList<>();
        for (int key = 1;
                key < tape.after(0) && others.size() < MOST_OTHERS;
                key = tape.after(key + 1)) {
            String name = tape.string(key);
            int value = key + 1;
            JsonKind kind = tape.kind(value);
            boolean scalar = kind != JsonKind.OBJECT && kind != JsonKind.ARRAY;
            if (scalar && !known(name)) {
                String says = kind == JsonKind.STRING ? tape.string(value) : tape.raw(value);
                others.add(new Said(cut(name), cut(says)));
            }
        }
        return others;
    }

    private boolean known(String name) {
        return name.equals(format.hashField())
                || name.equals(format.prevField())
                || name.equals(format.timeField())
                || name.equals(format.actorField())
                || name.equals(format.actionField());
    }

    private static String raw(byte[] b, int start, int end) {
        int length = Math.min(end - start, 4 * LONGEST);
        return cut(new String(b, start, length, StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST)))
                        + "…";
    }
}
