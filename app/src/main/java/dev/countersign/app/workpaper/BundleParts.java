// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.core.bundle.BagFault;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.report.Block;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Fact;
import dev.countersign.core.report.Block.Facts;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.Report.Section;

import java.util.ArrayList;
import java.util.List;

/// What a workpaper says of the bundle that its runs were read from.
final class BundleParts {
    private static final String CHANNEL = "bundle";
    private static final int COLUMNS = 14;
    private static final int AT_CHANNEL = 6;

    private BundleParts() {}

    static Section section(BundleStanding bundle) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                Parts.fact(
                        "Form", Cell.of(bundle.bag() ? WorkpaperText.BAG : WorkpaperText.ARCHIVE)));
        if (bundle.bag()) {
            facts.add(Parts.fact("Complete", answer(bundle.complete())));
            facts.add(Parts.fact("Valid", answer(bundle.valid())));
        }
        facts.add(Parts.fact("Faults", Cell.exact(Integer.toString(bundle.against().size()))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        bundle.negative()
                                ? WorkpaperText.BUNDLE_AGAINST
                                : WorkpaperText.BUNDLE_HOLDS));
        blocks.add(new Facts(facts));
        List<List<Cell>> rows = rows(bundle);
        if (!rows.isEmpty()) {
            blocks.add(
                    new Table(
                            List.of(
                                    new Column("Kind", 10),
                                    new Column("File", 35),
                                    new Column("What", 55)),
                            rows));
        }
        return new Section("The bundle", blocks);
    }

    private static Cell answer(boolean yes) {
        return new Cell(yes ? "yes" : "no", yes ? Tone.GOOD : Tone.BAD);
    }

    private static List<List<Cell>> rows(BundleStanding bundle) {
        List<List<Cell>> rows = new ArrayList<>();
        Cell fault = new Cell("fault", Tone.BAD);
        for (BagFault one : bundle.faults()) {
            rows.add(List.of(fault, Cell.of(one.file()), Cell.of(one.sentence())));
        }
        for (String one : bundle.disagreements()) {
            rows.add(List.of(fault, Cell.of(""), Cell.of(one)));
        }
        for (BagFault one : bundle.notes()) {
            rows.add(List.of(Cell.of("note"), Cell.of(one.file()), Cell.of(one.sentence())));
        }
        return rows;
    }

    /// Its lines among the results one by one: how it stands, then each fault.
    static List<List<Cell>> oneByOne(BundleStanding bundle) {
        List<List<Cell>> rows = new ArrayList<>();
        Cell outcome =
                bundle.negative()
                        ? new Cell("failed", Tone.BAD)
                        : bundle.valid() ? new Cell("verified", Tone.GOOD) : Cell.of("not_checked");
        rows.add(line(bundle.bag() ? "bag" : "archive", outcome, "", ""));
        Cell failed = new Cell("failed", Tone.BAD);
        for (BagFault one : bundle.faults()) {
            rows.add(line(one.kind().word(), failed, one.file(), one.sentence()));
        }
        for (String one : bundle.disagreements()) {
            rows.add(line("index", failed, "", one));
        }
        return rows;
    }

    /// In the columns of the results of runs; what belongs to a run is empty.
    private static List<Cell> line(String check, Cell outcome, String file, String found) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < AT_CHANNEL; i++) {
            cells.add(Cell.of(""));
        }
        cells.addAll(
                List.of(
                        Cell.of(CHANNEL),
                        Cell.of(check),
                        outcome,
                        Cell.of(""),
                        Cell.of(file),
                        Cell.of(""),
                        Cell.of(""),
                        Cell.of(found)));
        if (cells.size() != COLUMNS) {
            throw new IllegalStateException("a line of " + cells.size() + " cells");
        }
        return cells;
    }
}
