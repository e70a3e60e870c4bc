// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.json.JsonTape;
import dev.countersign.core.policy.PolicyProblem.Kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The text being read: its values, its lines, and what was found wrong with it so far.
final class PolicyText {
    private static final int SHOWN = 60;

    final JsonTape tape;
    private final int[] lineStarts;
    private final List<PolicyProblem> problems = new ArrayList<>();

    PolicyText(JsonTape tape) {
        this.tape = tape;
        lineStarts = lineStarts(tape.bytes());
    }

    static int[] lineStarts(byte[] bytes) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r' && !lineFeedAt(bytes, i + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean lineFeedAt(byte[] bytes, int at) {
        return at < bytes.length && bytes[at] == '\n';
    }

    /// 1-based line of an offset.
    static int line(int[] lineStarts, int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// Something is wrong at a node.
    void problem(int node, String path, Kind kind, String expected) {
        problem(node, path, kind, shown(node), expected);
    }

    /// Something is wrong at a node that is best shown otherwise than as its text.
    void problem(int node, String path, Kind kind, String found, String expected) {
        int line = line(lineStarts, tape.start(node));
        problems.add(new PolicyProblem(path, line, kind, found, expected));
    }

    /// A value in few characters, on one line.
    String shown(int node) {
        String text =
                switch (tape.kind(node)) {
                    case OBJECT -> "{...}";
                    case ARRAY -> "[...]";
                    case STRING -> tape.string(node);
                    case INTEGER, FLOAT, TRUE, FALSE, NULL, NAN, INFINITY, MINUS_INFINITY ->
                            tape.raw(node);
                };
        return shortened(text);
    }

    /// Whether every character of it can be seen where it stands: no controls, nothing that
    /// reorders or hides, no half of a pair. Without a pattern or a stream: they cost a short
    /// command more than its work.
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHidden(String text, int i) {
        char c = text.charAt(i);
        if (c >= ' ' && c < 0x7f) {
            return false;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c < 0xa0
                || c == 0x61c
                || c == 0x200b
                || c == 0x200e
                || c == 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2060 && c <= 0x206f
                || c == 0xfeff;
    }

    /// Whether it is empty, or nothing but white space of any kind.
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return false;
            }
        }
        return true;
    }

    static String shortened(String text) {
        String line = isPlain(text) ? text : plain(text);
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "\u2026";
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text, i)) {
                plain.setCharAt(i, '\ufffd');
            }
        }
        return plain.toString();
    }

    /// In file order.
    List<PolicyProblem> problems() {
        return problems.isEmpty() ? List.of() : sorted();
    }

    private List<PolicyProblem> sorted() {
        return problems.stream().sorted(Comparator.comparingInt(PolicyProblem::line)).toList();
    }
}
