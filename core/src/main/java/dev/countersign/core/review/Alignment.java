// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

/// The best local alignment of a text with a stretch of another (Smith, Waterman, 1981), linear
/// gaps.
///
/// @param from where the aligned stretch starts in the other text
/// @param to where it ends
/// @param same how many characters are the same
record Alignment(int from, int to, int same) {
    /// One wrong character between right ones is bridged; unrelated text is not strung together
    /// from letters that happen to agree.
    private static final int SAME = 3;

    private static final int OTHER = -2;
    private static final int GAP = -4;

    /// One row of scores, and for each cell where its alignment started and what it has in common:
    /// so there is no way back to be kept.
    private static final class Row {
        private final int[] score;
        private final int[] start;
        private final int[] same;

        Row(int size) {
            score = new int[size];
            start = new int[size];
            same = new int[size];
        }

        void take(int cell, int value, Row other, int from, int more) {
            score[cell] = value;
            start[cell] = other.start[from];
            same[cell] = other.same[from] + more;
        }

        void restart(int cell, int at) {
            score[cell] = 0;
            start[cell] = at;
            same[cell] = 0;
        }
    }

    /// Aligns all of `wanted` with `text[from, to)`.
    static Alignment best(String wanted, String text, int from, int to) {
        int width = to - from;
        Row above = new Row(width + 1);
        Row row = new Row(width + 1);
        for (int j = 0; j <= width; j++) {
            above.restart(j, from + j);
        }
        int highest = 0;
        Alignment best = new Alignment(from, from, 0);
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            row.restart(0, from);
            for (int j = 1; j <= width; j++) {
                fill(row, above, j, from, c == text.charAt(from + j - 1));
                if (row.score[j] > highest) {
                    highest = row.score[j];
                    best = new Alignment(row.start[j], from + j, row.same[j]);
                }
            }
            Row done = above;
            above = row;
            row = done;
        }
        return best;
    }

    private static void fill(Row row, Row above, int j, int from, boolean equal) {
        int across = above.score[j - 1] + (equal ? SAME : OTHER);
        int down = above.score[j] + GAP;
        int along = row.score[j - 1] + GAP;
        if (across >= down && across >= along && across > 0) {
            row.take(j, across, above, j - 1, equal ? 1 : 0);
        } else if (down >= along && down > 0) {
            row.take(j, down, above, j, 0);
        } else if (along > 0) {
            row.take(j, along, row, j - 1, 0);
        } else {
            row.restart(j, from + j);
        }
    }
}
