// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Quotes;

import java.io.PrintStream;
import java.util.List;

/// Rows in columns, for people at a terminal.
final class Table {
    private static final String GAP = "  ";

    private Table() {}

    /// @param rows all as long as the first, which is the heading
    static void print(List<List<String>> rows, PrintStream out) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(Quotes.spelled(row.get(i))));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = Quotes.spelled(row.get(i));
                line.append(cell);
                line.append(" ".repeat(widths[i] - width(cell))).append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
