// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonTape;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text under a line's hash. Reusable, not for concurrent use.
final class CoveredText {
    static final int MOST_VALUES = 1 << 20;

    private final ChainFormat format;
    private final byte[] hashField;
    private final byte[][] covered;
    private final JsonReader reader = new JsonReader(MOST_VALUES);
    private final CanonicalWriter writer = new CanonicalWriter();
    private byte[] text = new byte[1 << 11];
    private int length;

    CoveredText(ChainFormat format) {
        this.format = format;
        this.hashField = utf8(format.hashField());
        this.covered = format.covered().stream().map(CoveredText::utf8).toArray(byte[][]::new);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// @return a buffer that holds the text until the next call, or null if the line is no object
    ///   with a canonical form
    byte @Nullable [] of(byte[] line, int lineLength) {
        length = 0;
        if (reader.read(line, 0, lineLength) != null || !reader.tape().isObject(0)) {
            return null;
        }
        return writer.write(reader.tape(), format.profile(), this::keeps, this::take) == null
                ? text
                : null;
    }

    /// How long the text is.
    int length() {
        return length;
    }

    /// The hash that the line carries, if any.
    @Nullable String hash() {
        int node = reader.tape().find(hashField);
        return node < 0 || reader.tape().kind(node) != JsonKind.STRING
                ? null
                : reader.tape().string(node);
    }

    private boolean keeps(JsonTape tape, int key) {
        if (covered.length == 0) {
            return !tape.keyIs(key, hashField);
        }
        for (byte[] name : covered) {
            if (tape.keyIs(key, name)) {
                return true;
            }
        }
        return false;
    }

    private void take(byte[] bytes, int from, int count) {
        if (text.length < length + count) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + count));
        }
        System.arraycopy(bytes, from, text, length, count);
        length += count;
    }
}
