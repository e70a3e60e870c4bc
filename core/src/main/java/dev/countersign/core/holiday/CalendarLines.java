// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.holiday;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The content lines of an iCalendar file (RFC 5545, 3.1), unfolded as bytes, because a fold may
/// cut a character in two.
final class CalendarLines {
    /// Longest content line: holidays have names, not books.
    static final int MAX_LINE = 16_384;

    private final byte[] bytes;
    private int at;
    private int line;
    private boolean tooLong;

    CalendarLines(byte[] bytes) {
        this.bytes = bytes;
        boolean mark =
                bytes.length >= 3
                        && bytes[0] == (byte) 0xef
                        && bytes[1] == (byte) 0xbb
                        && bytes[2] == (byte) 0xbf;
        at = mark ? 3 : 0;
    }

    /// A property.
    ///
    /// @param line 1-based
    /// @param name in capitals
    /// @param value as it stands
    record Property(int line, String name, String value) {}

    /// Whether a line was too long, so that nothing after it was read.
    boolean tooLong() {
        return tooLong;
    }

    /// The line that was read last, 1-based; the first of a folded one.
    int line() {
        return line;
    }

    /// The next property; null at the end. A line that is none has its text as name.
    @Nullable Property next() {
        while (at < bytes.length && !tooLong) {
            String text = unfolded();
            if (!text.isBlank()) {
                return property(text);
            }
        }
        return null;
    }

    private int physical = 1;

    private String unfolded() {
        line = physical;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        do {
            while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
                out.write(bytes[at++]);
            }
            at += at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n' ? 2 : 1;
            physical++;
            tooLong = out.size() > MAX_LINE;
        } while (!tooLong && folds());
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Whether the next line continues this one; then its first character is passed over.
    private boolean folds() {
        if (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
            return true;
        }
        return false;
    }

    /// `NAME;PARAMETERS:VALUE`; a colon within quotes belongs to a parameter.
    private Property property(String text) {
        boolean quoted = false;
        int nameEnd = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == ';' && nameEnd < 0) {
                nameEnd = i;
            } else if (c == ':' && !quoted) {
                String name = text.substring(0, nameEnd < 0 ? i : nameEnd);
                return new Property(line, name.toUpperCase(Locale.ROOT), text.substring(i + 1));
            }
        }
        return new Property(line, text.toUpperCase(Locale.ROOT), "");
    }
}
