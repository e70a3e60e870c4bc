// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Values as the producer of the runs writes them: what CPython's `json.dumps` gives, numbers
/// included. A repeated key keeps its first place and its last value.
public final class ProducerForm {
    private static final int MOST_VALUES = 4 << 20;

    private ProducerForm() {}

    /// Canonical bytes, profile A: keys sorted (FORMATS 3).
    public static byte[] canonical(JsonValue value) {
        var out = new ByteArrayOutputStream();
        new CanonicalWriter().write(tape(value), CanonicalProfile.A, FieldFilter.ALL, out::write);
        return out.toByteArray();
    }

    /// One line, keys in their order: `json.dumps(x)`.
    public static String line(JsonValue value) {
        var out = new ByteArrayOutputStream();
        new CanonicalWriter().writePlain(tape(value), out::write);
        return out.toString(StandardCharsets.US_ASCII);
    }

    /// Two-space indent, keys in their order, no final newline: `json.dumps(x, indent=2)`, as
    /// checkpoints and artifacts are written.
    public static String indented(JsonValue value) {
        return written(value, Integer.MAX_VALUE);
    }

    /// The same; null if that were more than so many bytes. Of a deep value it is far more than the
    /// value itself: the indent grows with the depth.
    public static @Nullable String indented(JsonValue value, int most) {
        try {
            return written(value, most);
        } catch (Full e) {
            return null;
        }
    }

    private static String written(JsonValue value, int most) {
        var out = new ByteArrayOutputStream();
        new CanonicalWriter()
                .writeIndented(
                        tape(value),
                        (bytes, from, length) -> {
                            if (length > most - out.size()) {
                                throw new Full();
                            }
                            out.write(bytes, from, length);
                        });
        return out.toString(StandardCharsets.US_ASCII);
    }

    /// Ends a writing that has become too long; never leaves this class.
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Full() {
            super(null, null, false, false);
        }
    }

    private static JsonTape tape(JsonValue value) {
        byte[] text = value.text().getBytes(StandardCharsets.US_ASCII);
        JsonReader reader = new JsonReader(MOST_VALUES);
        JsonProblem problem = reader.read(text, 0, text.length);
        if (problem != null) {
            throw new IllegalArgumentException("a value whose text is not JSON: " + problem);
        }
        return reader.tape();
    }
}
