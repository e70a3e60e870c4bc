// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.Arrays;

/// A text as the gate compares it, and where each of its characters comes from.
final class Normalised {
    private final String text;
    private final int[] origin;

    private Normalised(String text, int[] origin) {
        this.text = text;
        this.origin = origin;
    }

    /// Normalises: runs of white space become one space, trimmed, lower-cased (FORMATS 5).
    static Normalised of(String source) {
        StringBuilder out = new StringBuilder(source.length());
        int[] origin = new int[source.length() + 1];
        int space = -1;
        int end = 0;
        for (int i = 0; i < source.length(); ) {
            int c = source.codePointAt(i);
            int next = i + Character.charCount(c);
            if (PythonText.isSpace(c)) {
                space = space < 0 ? i : space;
                i = next;
                continue;
            }
            if (space >= 0 && !out.isEmpty()) {
                origin = noted(origin, out.length(), 1, space);
                out.append(' ');
            }
            space = -1;
            int at = out.length();
            // white space is neither cased nor ignorable: the sigma rule sees the same either way
            PythonText.appendLower(source, i, c, out);
            origin = noted(origin, at, out.length() - at, i);
            i = next;
            end = next;
        }
        origin = noted(origin, out.length(), 1, end);
        return new Normalised(out.toString(), origin);
    }

    private static int[] noted(int[] origin, int at, int length, int from) {
        int[] room =
                at + length < origin.length
                        ? origin
                        : Arrays.copyOf(origin, (at + length) * 3 / 2 + 1);
        Arrays.fill(room, at, at + length, from);
        return room;
    }

    String text() {
        return text;
    }

    /// Where the character at `at` starts in the source.
    int from(int at) {
        return origin[at];
    }

    /// Where the character before `at` ends in the source; `at` is positive.
    int to(int at) {
        int next = at;
        while (next < text.length() && origin[next] == origin[at - 1]) {
            next++; // in the middle of a pair, or of the two letters that one became
        }
        return origin[next];
    }
}
