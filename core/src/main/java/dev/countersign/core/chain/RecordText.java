// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonTape;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What one line says, field by field, and which bytes of it are hashed.
///
/// @param line the line, or its beginning; what is no UTF-8 is replaced
/// @param fields its top-level fields in the order of the line; empty if it is no JSON object
/// @param hashed the canonical bytes that were hashed; empty if there are none
/// @param whole whether all of the line was looked at
public record RecordText(String line, List<Field> fields, String hashed, boolean whole) {
    /// Longer lines are not shown whole.
    public static final int LONGEST = 1 << 18;

    public RecordText {
        fields = List.copyOf(fields);
    }

    /// A top-level field.
    ///
    /// @param name its key
    /// @param value as the line spells it
    /// @param covered whether the hash covers it
    public record Field(String name, String value, boolean covered) {}

    /// Reads one line.
    ///
    /// @param offset of its first byte
    /// @param length in bytes, without its end
    /// @throws SourceException if the log cannot be read
    public static RecordText read(LogFile log, ChainFormat format, long offset, long length)
            throws SourceException {
        byte[] line = new byte[(int) Math.min(length, LONGEST)];
        log.read(ByteBuffer.wrap(line), offset);
        if (length > LONGEST) {
            return new RecordText(text(line), List.of(), "", false);
        }
        JsonReader reader = new JsonReader(Limits.DEFAULT.maxValues());
        boolean object = reader.read(line, 0, line.length) == null && reader.tape().isObject(0);
        return object
                ? new RecordText(
                        text(line),
                        fields(reader.tape(), format),
                        hashed(reader.tape(), format),
                        true)
                : new RecordText(text(line), List.of(), "", true);
    }

    private static List<Field> fields(JsonTape tape, ChainFormat format) {
        List<Field> fields = new ArrayList<>();
        int end = tape.after(0);
        for (int key = 1; key < end; key = tape.after(key + 1)) {
            String name = tape.string(key);
            int next = tape.after(key + 1);
            byte[] b = tape.bytes();
            int from = tape.start(key + 1);
            int to =
                    next < end
                            ? lastBefore(b, tape.start(next), ',')
                            : lastBefore(b, b.length, '}');
            String value = new String(b, from, to - from, StandardCharsets.UTF_8).strip();
            fields.add(new Field(name, value, format.covers(name)));
        }
        return fields;
    }

    private static int lastBefore(byte[] b, int limit, char separator) {
        int at = limit - 1;
        while (b[at] != separator) {
            at--;
        }
        return at;
    }

    private static String hashed(JsonTape tape, ChainFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean none =
                new CanonicalWriter()
                                .write(tape, format.profile(), new FormatFields(format), out::write)
                        != null;
        return none ? "" : out.toString(StandardCharsets.UTF_8);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
