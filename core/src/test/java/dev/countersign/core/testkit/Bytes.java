// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// Bytes that grow, without the lock of the JDK's stream.
final class Bytes {
    private byte[] bytes = new byte[1 << 16];
    private int size;

    int size() {
        return size;
    }

    byte at(int i) {
        return bytes[i];
    }

    void clear() {
        size = 0;
    }

    Bytes add(int b) {
        room(1);
        bytes[size++] = (byte) b;
        return this;
    }

    Bytes add(byte[] more) {
        return add(more, 0, more.length);
    }

    Bytes add(Bytes more, int from, int to) {
        return add(more.bytes, from, to - from);
    }

    Bytes add(byte[] more, int from, int length) {
        room(length);
        System.arraycopy(more, from, bytes, size, length);
        size += length;
        return this;
    }

    /// UTF-8.
    Bytes add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Decimal digits.
    Bytes digits(long value) {
        return add(Long.toString(value));
    }

    void digest(MessageDigest digest) {
        digest.update(bytes, 0, size);
    }

    void drain(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (size + more) * 2);
        }
    }
}
