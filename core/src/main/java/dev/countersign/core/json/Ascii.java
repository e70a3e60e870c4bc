// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import java.nio.charset.StandardCharsets;

/// Fixed texts as bytes. The arrays are shared and must not be written to.
final class Ascii {
    static final byte[] EMPTY_ARRAY = bytes("[]");
    static final byte[] EMPTY_OBJECT = bytes("{}");
    static final byte[] INDENT = bytes("  ");

    private Ascii() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
