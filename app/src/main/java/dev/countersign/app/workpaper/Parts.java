// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.ClockText;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Attainment;
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
import dev.countersign.core.report.Report.Section;

import java.util.ArrayList;
import java.util.List;

/// The sections that several papers have.
final class Parts {
    private Parts() {}

    static Fact fact(String name, Cell value) {
        return new Fact(name, value);
    }

    /// How the runs came out, and of what.
    static Section conclusion(Assessment assessment, String facts) {
        long all = assessment.runs().size();
        long clean = assessment.clean();
        long own = assessment.runs().stream().filter(assessment::clean).count();
        int elsewhere = assessment.elsewhere().size();
        int unplaced = assessment.unplaced().size();
        String runs =
                assessment.bundleNegative()
                        ? WorkpaperText.against(all, own)
                        : WorkpaperText.conclusion(all, clean);
        String said = elsewhere == 0 ? runs : WorkpaperText.elsewhere(elsewhere, runs);
        return new Section(
                "Conclusion",
                new Paragraph(unplaced == 0 ? said : WorkpaperText.unplaced(unplaced, said)),
                new Facts(
                        fact("Subject", Cell.of(assessment.subject())),
                        fact("As of", Cell.exact(assessment.at().toString())),
                        fact("Runs", Cell.exact(Long.toString(all))),
                        fact("Without exceptions", Cell.exact(Long.toString(clean))),
                        fact("With exceptions", Cell.exact(Long.toString(all - clean))),
                        fact("Policy", Cell.of(assessment.policyVersion())),
                        fact("Policy SHA-256", Cell.exact(assessment.policySha256())),
                        fact("Made with", Cell.of(assessment.tool())),
                        fact("Facts SHA-256", Cell.exact(facts))));
    }

    /// How clocks were kept.
    static Section deadlines(List<Attainment> attainment) {
        if (attainment.isEmpty()) {
            return new Section("Deadlines", new Paragraph(WorkpaperText.NO_CLOCKS));
        }
        List<Bar> bars = new ArrayList<>();
        for (Attainment one : attainment) {
            String name = ClockText.name(one.kind());
            bars.add(new Bar(name + ": " + percent(one), one.met(), one.late(), one.open()));
        }
        return new Section(
                "Deadlines",
                new Paragraph(WorkpaperText.DEADLINES),
                new Chart(WorkpaperText.CHART, bars),
                attained(attainment));
    }

    /// The same as a table.
    static Table attained(List<Attainment> attainment) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Attainment one : attainment) {
            rows.add(
                    List.of(
                            Cell.of(ClockText.name(one.kind())),
                            Cell.exact(Long.toString(one.met())),
                            Cell.exact(Long.toString(one.late())),
                            Cell.exact(Long.toString(one.open())),
                            Cell.exact(percent(one))));
        }
        return new Table(
                List.of(
                        new Column("Clock", 40),
                        new Column("In time", 15),
                        new Column("Late", 15),
                        new Column("Still open", 15),
                        new Column("Attained", 15)),
                rows);
    }

    private static String percent(Attainment one) {
        return one.percent() < 0 ? "none decided" : one.percent() + " %";
    }

    /// Where people sign.
    static Section signOff(String preparer, String reviewer) {
        return new Section(
                "Sign-off",
                new SignOff(
                        List.of(
                                new Signatory("Prepared by", preparer),
                                new Signatory("Reviewed by", reviewer))));
    }
}
