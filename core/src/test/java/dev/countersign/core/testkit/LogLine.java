// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.util.Arrays;

/// One line of a log: what it says, how it is spelled, how it ends. Immutable.
public final class LogLine {
    private final SlowValue.Obj record;
    private final byte[] text;
    private final String end;

    /// @param record what it says; for a line that is no record, what it said before
    /// @param text its bytes
    /// @param end its line end, or nothing
    public LogLine(SlowValue.Obj record, byte[] text, String end) {
        this.record = record;
        this.text = text.clone();
        this.end = end;
    }

    /// A record spelled as the producers spell it.
    public static LogLine of(SlowValue.Obj record) {
        return new LogLine(record, SlowLines.bytes(SlowJson.line(record)), "\n");
    }

    /// What it says.
    public SlowValue.Obj record() {
        return record;
    }

    /// Its bytes, without the line end.
    public byte[] text() {
        return text.clone();
    }

    /// Its line end; empty if there is none.
    public String end() {
        return end;
    }

    /// Spelled otherwise.
    public LogLine spelled(String spelling) {
        return new LogLine(record, SlowLines.bytes(spelling), end);
    }

    /// With other bytes.
    public LogLine bytes(byte[] bytes) {
        return new LogLine(record, bytes, end);
    }

    /// Cut off: the first bytes only, and no line end.
    public LogLine cut(int bytes) {
        return new LogLine(record, Arrays.copyOf(text, bytes), "");
    }

    /// With another line end.
    public LogLine ended(String other) {
        return new LogLine(record, text, other);
    }
}
