// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

/// Foreign text shown at length: evidence, prompts, answers. Nothing in it may hide, reorder or
/// blow up what is around it.
public final class Foreign {
    private static final char REPLACEMENT = '\uFFFD';

    /// JavaFX breaks lines at white space only, and of that only this has no width in any font.
    private static final char MAY_BREAK = '\u2028';

    private static final int PICTURES = 0x2400;

    private Foreign() {}

    /// The text with every character seen: controls, direction marks, zero-width characters and
    /// halves of pairs have a sign in their place. Same length, so places in it stay right.
    public static String visible(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char shown = shown(text, i);
            if (shown != text.charAt(i)) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, shown);
            }
        }
        return out == null ? text : out.toString();
    }

    /// A path, or a sentence with paths, that may be shown on several lines: they break after a
    /// folder, not within a name. For labels only: what is copied has no such places.
    public static String path(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String seen = visible(text);
        for (int i = 0; i < seen.length(); i++) {
            char c = seen.charAt(i);
            out.append(c);
            boolean folder = (c == '/' || c == '\\') && i > 0 && i + 1 < seen.length();
            if (folder && !Character.isWhitespace(seen.charAt(i + 1))) {
                out.append(MAY_BREAK);
            }
        }
        return out.toString();
    }

    private static char shown(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c < ' ') {
            return (char) (PICTURES + c);
        }
        if (Character.isSurrogate(c)) {
            return paired(text, i) ? c : REPLACEMENT;
        }
        int type = Character.getType(c);
        boolean unseen =
                type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR;
        return unseen ? REPLACEMENT : c;
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /// The start of a text, with a note of how much is left out.
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end)
                + "\n… "
                + Numbers.grouped(text.length() - end)
                + " more characters";
    }
}
