// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import java.util.Locale;

/// What a text becomes where it lands in another program.
final class CellText {
    private CellText() {}

    /// A text that no spreadsheet takes for a formula: what begins like one gets an apostrophe (the
    /// advice of OWASP, "CSV injection"). Line ends count, since they can hide what begins it.
    static String neutral(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// Text as content or attribute of HTML and XHTML; what these can't carry at all becomes its
    /// number.
    static String markup(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(point -> {
                    switch (point) {
                        case '&' -> out.append("&amp;");
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '"' -> out.append("&quot;");
                        case '\'' -> out.append("&#39;");
                        default -> {
                            if (printable(point)) {
                                out.appendCodePoint(point);
                            } else {
                                out.append(escaped(point));
                            }
                        }
                    }
                });
        return out.toString();
    }

    /// Text that XML can carry; the rest becomes its number.
    static String carried(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (printable(point)) {
                        out.appendCodePoint(point);
                    } else {
                        out.append(escaped(point));
                    }
                });
        return out.toString();
    }

    /// The beginning of a text that is too long for where it lands, and how much follows: the facts
    /// have all of it.
    static String begun(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        String more = String.format(Locale.ROOT, "%,d", text.length() - end);
        return text.substring(0, end) + "\u2026 (" + more + " more characters, in the facts)";
    }

    /// Text that is compared digit by digit: white space that a page would swallow becomes its
    /// number.
    static String spaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean edge = i == 0 || i == text.length() - 1 || text.charAt(i - 1) == ' ';
            boolean swallowed = c == '\n' || c == '\t' || c == ' ' && edge;
            out.append(swallowed ? escaped(c) : String.valueOf(c));
        }
        return out.toString();
    }

    /// How a character is written that cannot be shown: as in JSON.
    static String escaped(int point) {
        return point > 0xffff ? String.format("\\U%08x", point) : String.format("\\u%04x", point);
    }

    /// Whether a character stands for itself: no control (but white space), no half of a pair, no
    /// mark that turns the direction of writing and so makes one name look like another.
    private static boolean printable(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.FORMAT,
                    Character.PRIVATE_USE ->
                    false;
            default -> true;
        };
    }
}
