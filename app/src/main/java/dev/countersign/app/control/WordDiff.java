// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Two texts word by word, the way the gate compares: white space and case do not count. Pure.
///
/// @param left stretches of the first
/// @param right stretches of the second
/// @param marked whether they were compared; texts of too many words are only shown
record WordDiff(List<Stretch> left, List<Stretch> right, boolean marked) {
    private static final int MOST_WORDS = 500;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// Words that are alike, or not.
    record Stretch(String text, boolean same) {}

    WordDiff {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    static WordDiff of(String left, String right) {
        List<String> a = words(left);
        List<String> b = words(right);
        if (a.size() > MOST_WORDS || b.size() > MOST_WORDS) {
            return new WordDiff(
                    List.of(new Stretch(left, true)), List.of(new Stretch(right, true)), false);
        }
        int[][] common = common(a, b);
        List<Stretch> as = new ArrayList<>();
        List<Stretch> bs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && alike(a.get(i), b.get(j))) {
                append(as, a.get(i++), true);
                append(bs, b.get(j++), true);
            } else if (j >= b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
                append(as, a.get(i++), false);
            } else {
                append(bs, b.get(j++), false);
            }
        }
        return new WordDiff(as, bs, true);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(SPACE.split(text.strip()));
    }

    /// Length of the longest common subsequence of what follows (i, j).
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] =
                        alike(a.get(i), b.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static boolean alike(String a, String b) {
        return a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }

    private static void append(List<Stretch> to, String word, boolean same) {
        if (!to.isEmpty() && to.getLast().same() == same) {
            Stretch last = to.removeLast();
            to.add(new Stretch(last.text() + " " + word, same));
        } else {
            to.add(new Stretch(word, same));
        }
    }
}
