// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.report.Block;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Facts;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.CsvReport;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A report as it goes on paper. One that is too long for that, which nobody would read there, and
/// which costs more memory than a desk has, keeps the rows that say something; the rest is in the
/// annex, the report as CSV, whose hash stands on the paper.
///
/// @param telling a row with a cell of this text says something, as does one with a bad cell
/// @param most rows of all tables together
record Abridged(Set<String> telling, int most) {
    /// Shorter tables are left as they are.
    private static final int SHORT = 100;

    Abridged {
        telling = Set.copyOf(telling);
    }

    Report of(Report report) {
        List<Table> tables = tables(report);
        int all = rows(report);
        if (all <= most) {
            return report;
        }
        int left = most;
        List<Integer> wanted = new ArrayList<>();
        for (Table table : tables) {
            if (table.rows().size() <= SHORT) {
                left -= table.rows().size();
            } else {
                wanted.add((int) table.rows().stream().filter(this::tells).count());
            }
        }
        int share = share(wanted, left);
        List<Section> sections = new ArrayList<>();
        for (Section section : report.sections()) {
            sections.add(abridged(section, share));
            if (sections.size() == 1) {
                sections.add(annex(report, all));
            }
        }
        return new Report(
                report.title(),
                report.subtitle(),
                report.at(),
                report.facts(),
                sections,
                report.rows());
    }

    /// How many rows all tables have.
    static int rows(Report report) {
        return tables(report).stream().mapToInt(table -> table.rows().size()).sum();
    }

    private static List<Table> tables(Report report) {
        List<Table> tables = new ArrayList<>();
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Table table) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /// The most that one table may have so that all together have no more than is left: none is cut
    /// while another has more.
    private static int share(List<Integer> wanted, int left) {
        List<Integer> ascending = wanted.stream().sorted().toList();
        int rest = Math.max(left, 0);
        for (int i = 0; i < ascending.size(); i++) {
            int fair = rest / (ascending.size() - i);
            if (ascending.get(i) > fair) {
                return fair;
            }
            rest -= ascending.get(i);
        }
        return Integer.MAX_VALUE;
    }

    private boolean tells(List<Cell> row) {
        return row.stream()
                .anyMatch(cell -> cell.tone() == Tone.BAD || telling.contains(cell.text()));
    }

    private Section abridged(Section section, int share) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Table table && table.rows().size() > SHORT) {
                List<List<Cell>> telling = table.rows().stream().filter(this::tells).toList();
                List<List<Cell>> kept = telling.subList(0, Math.min(share, telling.size()));
                blocks.add(
                        new Paragraph(
                                WorkpaperText.abridged(
                                        kept.size(), telling.size(), table.rows().size())));
                if (!kept.isEmpty()) {
                    blocks.add(new Table(table.columns(), kept));
                }
            } else {
                blocks.add(block);
            }
        }
        return new Section(section.title(), blocks);
    }

    private static Section annex(Report report, int all) {
        return new Section(
                "Annex",
                new Paragraph(WorkpaperText.ANNEX),
                new Facts(
                        Parts.fact("Rows of all tables", Cell.exact(Integer.toString(all))),
                        Parts.fact(
                                "Rows of the annex",
                                Cell.exact(Integer.toString(report.rows().rows().size()))),
                        Parts.fact(
                                "Annex SHA-256",
                                Cell.exact(FileDigest.sha256(CsvReport.bytes(report))))));
    }
}
