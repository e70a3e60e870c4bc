// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import java.nio.charset.StandardCharsets;

/// Where a value is put in, and what comes with it: its key, and a comma.
///
/// @param at the place
/// @param before the bytes before the value, one a character
/// @param after the bytes after the value, one a character
record Frame(int at, String before, String after) {
    /// The bytes that are put in with a value.
    byte[] around(byte[] value) {
        byte[] whole = (before + after).getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = new byte[whole.length + value.length];
        System.arraycopy(whole, 0, text, 0, before.length());
        System.arraycopy(value, 0, text, before.length(), value.length);
        int rest = before.length() + value.length;
        System.arraycopy(whole, before.length(), text, rest, after.length());
        return text;
    }
}
