// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// Writes values one after the other; {@link Unpacker} reads them in the same order.
final class Packer {
    private byte[] bytes = new byte[512];
    private int length;

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /// Seven bits a byte, the lowest first; small numbers are short.
    void number(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    void flag(boolean value) {
        put((byte) (value ? 1 : 0));
    }

    void word(@Nullable Enum<?> value) {
        number(value == null ? -1 : value.ordinal());
    }

    void time(@Nullable Instant time) {
        flag(time != null);
        if (time != null) {
            number(time.getEpochSecond());
            number(time.getNano());
        }
    }

    /// A lone surrogate, which UTF-8 cannot hold, makes it plain characters of two bytes.
    void text(@Nullable String text) {
        if (text == null) {
            number(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        boolean exact = new String(utf8, StandardCharsets.UTF_8).equals(text);
        number(exact ? utf8.length : text.length());
        flag(exact);
        if (exact) {
            room(utf8.length);
            System.arraycopy(utf8, 0, bytes, length, utf8.length);
            length += utf8.length;
        } else {
            for (int i = 0; i < text.length(); i++) {
                put((byte) (text.charAt(i) >> 8));
                put((byte) text.charAt(i));
            }
        }
    }

    private void put(byte b) {
        room(1);
        bytes[length++] = b;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
