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

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The report as a workbook (Office Open XML): a sheet a section. Every cell is text, and none of
/// it reads as a formula. The same report gives the same bytes.
public final class ExcelReport {
    /// What a cell can hold.
    private static final int LONGEST = 32_767;

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
            table(rows, report.rows(), 0);
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook is made in memory", e);
        }
        return SameZip.of(bytes.toByteArray(), report.at());
    }

    private void sheet(Worksheet sheet, Section section) throws IOException {
        int row = 0;
        text(sheet, row, 0, new Cell(section.title(), Tone.PLAIN));
        sheet.style(row++, 0).bold().fontSize(14).set();
        text(sheet, row++, 0, Cell.exact("Facts " + report.facts()));
        row++;
        for (Block block : section.blocks()) {
            row =
                    1
                            + switch (block) {
                                case Paragraph(String text) -> {
                                    text(sheet, row, 0, Cell.of(text));
                                    yield row + 1;
                                }
                                case Facts(List<Fact> facts) -> facts(sheet, facts, row);
                                case Table table -> table(sheet, table, row);
                                case Chart(List<String> words, List<Bar> bars) ->
                                        chart(sheet, words, bars, row);
                                case SignOff(List<Signatory> people) -> signOff(sheet, people, row);
                            };
        }
        sheet.finish();
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
            sheet.style(row, i).bold().borderStyle("thin").set();
            sheet.width(i, Math.min(10 + column.weight() * 3.0, 70));
        }
        if (from == 0) {
            sheet.freezePane(0, 1);
        }
        row++;
        for (List<Cell> cells : table.rows()) {
            for (int i = 0; i < cells.size(); i++) {
                text(sheet, row, i, cells.get(i));
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
        sheet.value(row, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        switch (cell.tone()) {
            case PLAIN -> {
                // as it is
            }
            case EXACT -> sheet.style(row, column).fontName("Consolas").set();
            case GOOD -> sheet.style(row, column).fontColor("00664A").set();
            case BAD -> sheet.style(row, column).fontColor("A33A00").bold().set();
            case OPEN -> sheet.style(row, column).fontColor("4A525C").set();
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
