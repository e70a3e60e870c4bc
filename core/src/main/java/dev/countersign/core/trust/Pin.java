// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The secret that opens a key. It is never a text: closing it wipes it, and it prints as nothing.
public final class Pin implements AutoCloseable {
    private final char[] secret;
    private boolean closed;

    private Pin(char[] secret) {
        this.secret = secret;
    }

    /// A copy; the caller wipes the original.
    public static Pin of(char[] secret) {
        return new Pin(secret.clone());
    }

    /// None: for keys that lie open.
    public static Pin none() {
        return new Pin(new char[0]);
    }

    /// The content of a file that holds a PIN in UTF-8: without the line end that editors add. The
    /// caller wipes the bytes.
    public static Pin ofFile(byte[] content) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(content));
        char[] all = decoded.array();
        int length = decoded.limit();
        if (length > 0 && all[length - 1] == '\n') {
            length--;
        }
        if (length > 0 && all[length - 1] == '\r') {
            length--;
        }
        Pin pin = new Pin(Arrays.copyOf(all, length));
        Arrays.fill(all, '\0');
        return pin;
    }

    /// The secret itself, for the call that needs it: neither kept nor changed by the callee.
    char[] reveal() {
        if (closed) {
            throw new IllegalStateException("this PIN was wiped already");
        }
        return secret;
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(secret, '\0');
    }

    @Override
    public String toString() {
        return "Pin[hidden]";
    }
}
