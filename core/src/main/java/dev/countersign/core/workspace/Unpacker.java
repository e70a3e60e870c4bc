// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/// Reads what {@link Packer} wrote.
final class Unpacker {
    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at++];
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    <E extends Enum<E>> @Nullable E nullableWord(E[] values) {
        int ordinal = (int) number();
        return ordinal < 0 ? null : values[ordinal];
    }

    <E extends Enum<E>> E word(E[] values) {
        return Objects.requireNonNull(nullableWord(values));
    }

    @Nullable Instant nullableTime() {
        return flag() ? Instant.ofEpochSecond(number(), number()) : null;
    }

    Instant time() {
        return Objects.requireNonNull(nullableTime());
    }

    @Nullable String nullableText() {
        int length = (int) number();
        if (length < 0) {
            return null;
        }
        if (flag()) {
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ((bytes[at++] & 0xff) << 8 | bytes[at++] & 0xff));
        }
        return text.toString();
    }

    String text() {
        return Objects.requireNonNull(nullableText());
    }
}
