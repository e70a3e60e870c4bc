// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.report.Block.Bar;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Chart;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Fact;
import dev.countersign.core.report.Block.Facts;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.SignOff;
import dev.countersign.core.report.Block.Signatory;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.Report.Section;

import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The report as a workbook (Office Open XML): a sheet a section. Every cell is text, and none of
/// it reads as a formula. A column is as wide as what stands in it, up to a limit from which its
/// text wraps; the heading of a long table stays while one scrolls, and stands on each page. The
/// same report gives the same bytes.
public final class ExcelReport {
    /// Of the 32,767 characters that a cell can hold, all but what says how many more there are.
    private static final int LONGEST = 32_700;

    /// What a workbook takes for another character (ECMA-376, ST_Xstring), if it is not itself
    /// written as one.
    private static final Pattern CODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /// In characters: a hash of 64 stands in one line.
    private static final int WIDEST = 68;

    private static final int NARROWEST = 8;

    /// From how many rows on one scrolls.
    private static final int LONG = 20;

    /// Down to which row a heading stays.
    private static final int HIGH = 8;

    private final Report report;
    private final Set<String> names = new HashSet<>();

    private ExcelReport(Report report) {
        this.report = report;
    }

    /// The file.
    public static byte[] bytes(Report report) {
        return new ExcelReport(report).write();
    }

    private byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Countersign", "1.0")) {
            workbook.properties().setTitle(CellText.carried(report.title()));
            workbook.properties().setSubject(report.facts());
            for (Section section : report.sections()) {
                sheet(workbook.newWorksheet(name(section.title())), section);
            }
            Worksheet rows = workbook.newWorksheet(name("Results one by one"));
            paged(rows);
            int last = table(rows, report.rows(), 0) - 1;
            rows.setAutoFilter(0, 0, last, report.rows().columns().size() - 1);
            widths(rows, List.of(report.rows()));
            headed(rows, 0);
            rows.finish();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook is made in memory", e);
        }
        return SameZip.of(bytes.toByteArray(), report.at());
    }

    private void sheet(Worksheet sheet, Section section) throws IOException {
        paged(sheet);
        widths(sheet, section.blocks());
        int row = 0;
        text(sheet, row, 0, new Cell(section.title(), Tone.PLAIN));
        sheet.style(row++, 0).bold().fontSize(14).set();
        text(sheet, row++, 0, Cell.exact("Facts " + report.facts()));
        row++;
        List<Table> tables = new ArrayList<>();
        int heading = 0;
        for (Block block : section.blocks()) {
            if (block instanceof Table table) {
                tables.add(table);
                heading = row;
            }
            row = 1 + block(sheet, block, row);
        }
        if (tables.size() == 1 && tables.getFirst().rows().size() > LONG) {
            headed(sheet, heading);
        }
        sheet.finish();
    }

    /// Gives the row after it.
    private static int block(Worksheet sheet, Block block, int row) {
        return switch (block) {
            case Paragraph(String text) -> {
                text(sheet, row, 0, Cell.of(text));
                yield row + 1;
            }
            case Facts(List<Fact> facts) -> facts(sheet, facts, row);
            case Table table -> table(sheet, table, row);
            case Chart(List<String> words, List<Bar> bars) -> chart(sheet, words, bars, row);
            case SignOff(List<Signatory> people) -> signOff(sheet, people, row);
        };
    }

    /// As it comes out of a printer: all columns on the page, and each page says of what it is.
    private void paged(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("Facts " + report.facts(), Position.LEFT, "Calibri", 9);
        sheet.footer("&P / &N", Position.RIGHT, "Calibri", 9);
    }

    /// The heading of a table that stands far down would stay with all that is above it.
    private static void headed(Worksheet sheet, int row) {
        if (row < HIGH) {
            sheet.freezePane(0, row + 1);
        }
        sheet.repeatRows(row);
    }

    /// What a paragraph takes does not count: beside it nothing stands.
    private static void widths(Worksheet sheet, List<Block> blocks) {
        List<Integer> widths = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Paragraph _ -> {
                    // runs on over the next columns
                }
                case Facts(List<Fact> facts) ->
                        facts.forEach(fact -> widen(widths, 0, fact.name().length()));
                case Table table -> widths(widths, table);
                case Chart(_, List<Bar> bars) ->
                        bars.forEach(bar -> widen(widths, 0, bar.name().length()));
                case SignOff(List<Signatory> people) ->
                        people.forEach(one -> widen(widths, 0, one.role().length()));
            }
        }
        for (int i = 0; i < widths.size(); i++) {
            sheet.width(i, Math.clamp(widths.get(i), NARROWEST, WIDEST) + 2.0);
        }
    }

    private static void widths(List<Integer> widths, Table table) {
        for (int i = 0; i < table.columns().size(); i++) {
            widen(widths, i, table.columns().get(i).title().length());
        }
        for (List<Cell> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                widen(widths, i, row.get(i).text().length());
            }
        }
    }

    private static void widen(List<Integer> widths, int column, int length) {
        while (widths.size() <= column) {
            widths.add(0);
        }
        widths.set(column, Math.max(widths.get(column), length));
    }

    private static int facts(Worksheet sheet, List<Fact> facts, int from) {
        int row = from;
        for (Fact fact : facts) {
            text(sheet, row, 0, Cell.of(fact.name()));
            text(sheet, row++, 1, fact.value());
        }
        return row;
    }

    private static int table(Worksheet sheet, Table table, int from) {
        int row = from;
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            text(sheet, row, i, Cell.of(column.title()));
            sheet.style(row, i).bold().borderStyle(BorderSide.BOTTOM, BorderStyle.THIN).set();
        }
        row++;
        for (List<Cell> cells : table.rows()) {
            boolean wraps = cells.stream().anyMatch(cell -> cell.text().length() > WIDEST);
            for (int i = 0; i < cells.size(); i++) {
                text(sheet, row, i, cells.get(i));
                if (wraps) {
                    sheet.style(row, i).wrapText(true).verticalAlignment("top").set();
                }
            }
            row++;
        }
        return row;
    }

    private static int chart(Worksheet sheet, List<String> words, List<Bar> bars, int from) {
        int row = from;
        for (int i = 0; i < words.size(); i++) {
            text(sheet, row, i + 1, Cell.of(words.get(i)));
            sheet.style(row, i + 1).bold().set();
        }
        row++;
        for (Bar bar : bars) {
            text(sheet, row, 0, Cell.of(bar.name()));
            sheet.value(row, 1, bar.good());
            sheet.value(row, 2, bar.bad());
            sheet.value(row++, 3, bar.open());
        }
        return row;
    }

    private static int signOff(Worksheet sheet, List<Signatory> people, int from) {
        int row = from;
        for (Signatory one : people) {
            text(sheet, row, 0, Cell.of(one.role()));
            text(sheet, row++, 1, Cell.of(one.name()));
        }
        return row;
    }

    private static void text(Worksheet sheet, int row, int column, Cell cell) {
        String text = CellText.neutral(CellText.carried(cell.text()));
        String begun = CellText.begun(text, LONGEST);
        sheet.value(row, column, CODED.matcher(begun).replaceAll("_x005F_"));
        switch (cell.tone()) {
            case PLAIN -> {
                // as it is
            }
            case EXACT -> sheet.style(row, column).fontName("Consolas").set();
            case GOOD -> sheet.style(row, column).fontColor("FF00664A").set();
            case BAD -> sheet.style(row, column).fontColor("FFA33A00").bold().set();
            case OPEN -> sheet.style(row, column).fontColor("FF4A525C").set();
        }
    }

    /// A name that a sheet can have: at most 31 characters, none of them special, none twice.
    private String name(String title) {
        String plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String cut = plain.length() > 28 ? plain.substring(0, 28) : plain;
        String name = cut;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = cut + " " + i;
        }
        return name;
    }
}
