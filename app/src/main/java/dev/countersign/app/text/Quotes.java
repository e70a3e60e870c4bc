// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Pattern;

/// Foreign text inside our sentences: short, on one line, unable to steer a terminal or the
/// direction of writing.
public final class Quotes {
    private static final int LONGEST = 40;
    private static final int WHOLE = 128;
    private static final int LINE = 160;
    private static final int HEX_SHOWN = 12;
    private static final Pattern LONG_HASH = Pattern.compile("\\b[0-9a-f]{64,128}\\b");

    private Quotes() {}

    /// A hash or link as it can be told apart at a glance: `3f2a9c1b77d0…`; anything else in
    /// quotes.
    public static String hash(@Nullable String value) {
        if (value == null) {
            return "none";
        }
        return isHex(value) && value.length() > HEX_SHOWN
                ? value.substring(0, HEX_SHOWN) + "…"
                : quoted(value);
    }

    /// The beginning of a hash, by which it can be told apart: the same everywhere.
    public static String beginning(String hash) {
        return hash.substring(0, Math.min(HEX_SHOWN, hash.length()));
    }

    /// A sentence in which long hashes are told by their beginnings.
    public static String shortened(String sentence) {
        return LONG_HASH.matcher(sentence).replaceAll(found -> hash(found.group()));
    }

    /// All of a value where that is short and plain, so that it can be compared; else as [#quoted].
    public static String whole(String value) {
        boolean plain = value.length() <= WHOLE && value.chars().allMatch(c -> c > ' ' && c <= '~');
        return plain ? value : quoted(value);
    }

    /// With a capital at its start.
    public static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// Any text between double quotes, cut to 40 characters, control characters spelled out.
    public static String quoted(String text) {
        var out = new StringBuilder("\"");
        int shown = 0;
        int at = 0;
        while (at < text.length() && shown < LONGEST) {
            int c = text.codePointAt(at);
            append(out, c);
            at += Character.charCount(c);
            shown++;
        }
        return out.append(at < text.length() ? "…\"" : "\"").toString();
    }

    /// Foreign text without quotes, on one line, cut to 160 characters: names, reasons, notes.
    public static String line(String text) {
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length() && out.length() < LINE) {
            int c = text.codePointAt(at);
            append(out, c == '\n' || c == '\t' ? ' ' : c);
            at += Character.charCount(c);
        }
        return out.append(at < text.length() ? "…" : "").toString();
    }

    /// All of a text, as one line: whatever would end it, hide or steer a terminal is spelled out.
    public static String spelled(String text) {
        int at = plain(text);
        if (at == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length() + LONGEST).append(text, 0, at);
        while (at < text.length()) {
            int c = text.codePointAt(at);
            append(out, c);
            at += Character.charCount(c);
        }
        return out.toString();
    }

    /// Where the first character stands that is not printable ASCII: most lines have none.
    private static int plain(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '~') {
            at++;
        }
        return at;
    }

    /// A full stop after the dots of a hash is one dot too many.
    static String ended(String sentence) {
        return sentence.endsWith("….") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static void append(StringBuilder out, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    out.append("\\u{").append(Integer.toHexString(c)).append('}');
            default -> out.appendCodePoint(c);
        }
    }

    private static boolean isHex(String value) {
        return value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
