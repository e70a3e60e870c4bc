// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonTape;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.util.function.Consumer;

/// Reads what the records of logs say, one after the other; computes no hash and judges nothing.
/// Reusable, not for concurrent use.
public final class LogRecords {
    private static final int WINDOW = 256 << 10;

    /// Logs of so many bytes are read where they lie in memory.
    private static final int SMALL = 64 << 10;

    private final Limits limits;
    private final JsonReader json;

    /// @param limits what is beyond them is passed over
    public LogRecords(Limits limits) {
        this.limits = limits;
        this.json = new JsonReader(limits.maxValues());
    }

    /// One line that is a JSON object.
    ///
    /// @param record 0-based, counting non-blank lines
    /// @param line 1-based, counting all lines
    /// @param value what it says
    public record LogRecord(long record, long line, JsonObject value) {}

    /// Gives every line that is a JSON object, in file order. Other lines are passed over: they are
    /// the verifier's matter.
    ///
    /// @throws SourceException if the log cannot be read
    public void forEach(LogFile log, Consumer<LogRecord> each) throws SourceException {
        if (log.size() <= SMALL) {
            small(log.all(), each);
            return;
        }
        RecordReader reader = new RecordReader(ChainFormat.A, limits, false, false);
        SliceReader slices = new SliceReader(log, 0, WINDOW, limits, reader);
        Sink sink = new Sink(each);
        for (long k = 0; k < SliceReader.slices(log, 0, WINDOW); k++) {
            slices.read(k, sink);
        }
    }

    private void small(byte[] b, Consumer<LogRecord> each) {
        long record = 0;
        long line = 0;
        int next;
        for (int from = 0; from < b.length; from = next) {
            int end = from;
            while (end < b.length && b[end] != '\n' && b[end] != '\r') {
                end++;
            }
            next = end + 1 < b.length && b[end] == '\r' && b[end + 1] == '\n' ? end + 2 : end + 1;
            line++;
            if (PythonSpace.blank(b, from, end)) {
                continue;
            }
            if (end - from <= limits.maxLineBytes() && json.read(b, from, end) == null) {
                give(json.tape(), record, line, each);
            }
            record++;
        }
    }

    private static void give(JsonTape tape, long record, long line, Consumer<LogRecord> each) {
        if (tape.isObject(0) && JsonText.tree(tape) instanceof JsonObject object) {
            each.accept(new LogRecord(record, line, object));
        }
    }

    private static final class Sink implements LineSink {
        private final Consumer<LogRecord> each;
        private long record;
        private long line;

        Sink(Consumer<LogRecord> each) {
            this.each = each;
        }

        @Override
        public void blank() {
            line++;
        }

        @Override
        public void record(RecordReader r, byte[] b, int from, long offset, boolean terminated) {
            line++;
            if (r.isObject()) {
                give(r.tape(), record, line, each);
            }
            record++;
        }
    }
}
