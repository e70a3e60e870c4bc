// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

/// Characters that choose how the one before them is drawn (Unicode, 23.4): as most keyboards write
/// emoji, and Japanese names their characters. They are harmless where that one has other forms,
/// and are seen nowhere else.
final class VariationSelectors {
    private static final int FIRST = 0xfe00;
    private static final int LAST_OF_CJK = 0xfe02;
    private static final int TEXT = 0xfe0e;
    private static final int EMOJI = 0xfe0f;
    private static final int FIRST_IDEOGRAPHIC = 0xe0100;
    private static final int LAST_IDEOGRAPHIC = 0xe01ef;
    private static final int KEYCAP = 0x20e3;
    private static final int LAST_ASCII = 0x7f;

    private VariationSelectors() {}

    /// Whether a character is one.
    static boolean is(int c) {
        return c >= FIRST && c <= EMOJI || c >= FIRST_IDEOGRAPHIC && c <= LAST_IDEOGRAPHIC;
    }

    /// Whether the one at an index chooses a form of the character before it.
    static boolean chooses(String text, int at) {
        if (at == 0) {
            return false;
        }
        int selector = text.codePointAt(at);
        int before = text.codePointBefore(at);
        if (selector == TEXT || selector == EMOJI) {
            int next = at + 1 < text.length() ? text.codePointAt(at + 1) : 0;
            return Character.isEmoji(before) && (before > LAST_ASCII || next == KEYCAP);
        }
        return Character.isIdeographic(before)
                && (selector <= LAST_OF_CJK || selector >= FIRST_IDEOGRAPHIC);
    }

    /// What a text looks like, whatever they chose.
    static String without(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        text.codePoints().filter(c -> !is(c)).forEach(rest::appendCodePoint);
        return rest.toString();
    }
}
