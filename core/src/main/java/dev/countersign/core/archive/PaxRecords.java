// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The records of a pax header: `length key=value`, each with a line end.
final class PaxRecords {
    private static final int MOST_DIGITS = 8;

    private PaxRecords() {}

    /// Reads them; each key once.
    static Map<String, String> read(byte[] text) throws RefusedException {
        Map<String, String> records = new HashMap<>();
        int at = 0;
        while (at < text.length) {
            int digits = at;
            int length = 0;
            while (digits < text.length && digits - at < MOST_DIGITS && digit(text[digits])) {
                length = length * 10 + text[digits] - '0';
                digits++;
            }
            int end = at + length;
            boolean formed =
                    digits > at
                            && end > digits + 2
                            && end <= text.length
                            && text[digits] == ' '
                            && text[end - 1] == '\n';
            if (!formed) {
                throw new RefusedException(Kind.MALFORMED);
            }
            add(text, digits + 1, end - 1, records);
            at = end;
        }
        return records;
    }

    private static void add(byte[] text, int from, int to, Map<String, String> records)
            throws RefusedException {
        int equals = from;
        while (equals < to && text[equals] != '=') {
            equals++;
        }
        if (equals == to || equals == from) {
            throw new RefusedException(Kind.MALFORMED);
        }
        String key = new String(text, from, equals - from, StandardCharsets.UTF_8);
        boolean read = key.equals("path") || key.equals("size");
        byte[] value = Arrays.copyOfRange(text, equals + 1, to);
        String said = read ? EntryName.decode(value) : "";
        if (records.put(key, said) != null) {
            throw new RefusedException(Kind.DUPLICATE, said);
        }
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
