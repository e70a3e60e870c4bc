// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.ActText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.report.Block;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Fact;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Report.Section;
import dev.countersign.core.workspace.LedgerFacts;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.SampleSignedOff;
import dev.countersign.core.workspace.SignedResults;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What the ledger has beside the runs: how the sample was drawn, and results that were signed.
///
/// @param ledger what it has
record LedgerParts(LedgerFacts ledger) {
    /// How the sample that counts came into the ledger; none if it did not.
    List<Fact> drawn() {
        RecordedDraw draw = RecordedDraw.counting(ledger.draws());
        if (draw == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(Parts.fact("Recorded", Cell.of(draw.at() + " by " + draw.by())));
        facts.add(Parts.fact("Seed from", Cell.of(WorkpaperText.seed(draw.byChance()))));
        facts.add(Parts.fact("SHA-256 when drawn", Cell.exact(draw.populationSha256())));
        RecordedDraw.Superseding over = draw.supersedes();
        if (over != null) {
            facts.add(Parts.fact("Drawn again because", Cell.of(over.reason())));
        }
        return facts;
    }

    /// Who stands for the sample; none if nobody does yet.
    List<Fact> signedOff() {
        List<Fact> facts = new ArrayList<>();
        for (SampleSignedOff one : ledger.signOffs()) {
            ActVerdict verdict = one.verdict();
            String how = verdict == null ? WorkpaperText.NOT_SIGNED : ActText.signature(verdict);
            facts.add(
                    Parts.fact(
                            "Signed off",
                            Cell.of(
                                    one.at()
                                            + " by "
                                            + one.by()
                                            + ", "
                                            + one.observed()
                                            + " observed: "
                                            + how
                                            + (one.note().isEmpty() ? "" : ". " + one.note()))));
        }
        return facts;
    }

    /// Draws that do not count; none if there is no other.
    List<Block> others() {
        RecordedDraw counts = RecordedDraw.counting(ledger.draws());
        List<List<Cell>> rows = new ArrayList<>();
        for (RecordedDraw draw : ledger.draws()) {
            if (!draw.equals(counts)) {
                rows.add(
                        List.of(
                                Cell.exact(draw.at()),
                                Cell.of(draw.by()),
                                Cell.exact(draw.rate()),
                                Cell.exact(draw.seed()),
                                Cell.of(String.join(", ", draw.sampled())),
                                Cell.of(why(draw, counts))));
            }
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new Paragraph(WorkpaperText.OTHER_DRAWS),
                        new Table(
                                List.of(
                                        new Column("Drawn", 16),
                                        new Column("By", 12),
                                        new Column("Rate", 7),
                                        new Column("Seed", 20),
                                        new Column("Runs", 28),
                                        new Column("Does not count", 17)),
                                rows));
    }

    private String why(RecordedDraw draw, @Nullable RecordedDraw counts) {
        return RecordedDraw.line(ledger.draws()).contains(draw) && counts != null
                ? WorkpaperText.SUPERSEDED
                : WorkpaperText.REPEATED;
    }

    /// Results of performing runs again that were signed; none if there are none.
    List<Section> signed() {
        if (ledger.signed().isEmpty()) {
            return List.of();
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (SignedResults one : ledger.signed()) {
            rows.add(
                    List.of(
                            Cell.exact(Long.toString(one.position())),
                            Cell.of(one.verdict().person()),
                            Cell.exact(one.at()),
                            Cell.of(ActText.signature(one.verdict())),
                            Cell.exact(one.resultsSha256()),
                            Cell.of(one.toolVersion())));
        }
        return List.of(
                new Section(
                        "Re-performed and signed",
                        new Paragraph(WorkpaperText.SIGNED_RESULTS),
                        new Table(
                                List.of(
                                        new Column("Entry", 6),
                                        new Column("Who", 18),
                                        new Column("When", 16),
                                        new Column("Signature", 18),
                                        new Column("Results SHA-256", 30),
                                        new Column("Made with", 12)),
                                rows)));
    }
}
