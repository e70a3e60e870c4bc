// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.util.function.Consumer;

/// Reads what the records of a log say, one after the other; computes no hash and judges nothing.
public final class LogRecords {
    private static final int WINDOW = 256 << 10;

    private LogRecords() {}

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
    public static void forEach(
            LogFile log, ChainFormat format, Limits limits, Consumer<LogRecord> each)
            throws SourceException {
        RecordReader reader = new RecordReader(format, limits, false, false);
        SliceReader slices = new SliceReader(log, 0, WINDOW, limits, reader);
        Sink sink = new Sink(each);
        for (long k = 0; k < SliceReader.slices(log, 0, WINDOW); k++) {
            slices.read(k, sink);
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
            if (r.isObject() && JsonText.tree(r.tape()) instanceof JsonObject object) {
                each.accept(new LogRecord(record, line, object));
            }
            record++;
        }
    }
}
