// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The results one by one as CSV (RFC 4180: CRLF, quotes doubled), UTF-8 without a byte-order mark.
/// The last column of each row is the hash of the facts. No cell is a formula.
public final class CsvReport {
    private static final String FACTS = "facts_sha256";

    private CsvReport() {}

    /// The file.
    public static byte[] bytes(Report report) {
        StringBuilder out = new StringBuilder();
        line(report.rows().columns().stream().map(Column::title).toList(), FACTS, out);
        for (List<Cell> row : report.rows().rows()) {
            line(row.stream().map(Cell::text).toList(), report.facts(), out);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(List<String> cells, String last, StringBuilder out) {
        for (String cell : cells) {
            out.append(quoted(CellText.neutral(CellText.carried(cell)))).append(',');
        }
        out.append(last).append("\r\n");
    }

    private static String quoted(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = ",\"\r\n;".indexOf(text.charAt(i)) < 0;
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
