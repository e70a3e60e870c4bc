// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.LedgerWords;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Facts;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.Custody;
import dev.countersign.core.report.Custody.Handling;
import dev.countersign.core.report.Custody.Hash;
import dev.countersign.core.report.Custody.Held;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who had the evidence when.
///
/// @param custody what is known
/// @param preparer who asked; empty: a line is left for the name
/// @param reviewer who reviews it; empty: a line is left for the name
public record CustodyPaper(Custody custody, String preparer, String reviewer) {
    private static final String RIGHT =
            "The ledger that this rests on was verified: every event is tied to the one before.";
    private static final String WRONG =
            "The ledger that this rests on has faults: verify it before relying on this report.";
    private static final String PROCEDURE =
            "Everything that the desk knows up to the instant: the events of its ledger, which"
                + " bundles brought a run, and which checkpoints of its log were taken here or"
                + " elsewhere, the earliest first. What was done to the files without this desk is"
                + " not in it; the hashes show whether they changed.";
    private static final String HERE =
            "Where the runs lie now, and the head of each log when it was last read.";

    /// The document.
    public Document document() {
        String sha256 = custody.sha256();
        List<Section> sections = new ArrayList<>();
        sections.add(conclusion(sha256));
        sections.add(held());
        sections.add(
                custody.handlings().isEmpty()
                        ? new Section("Custody", new Paragraph(WorkpaperText.NOTHING))
                        : new Section("Custody", new Paragraph(PROCEDURE), handlings()));
        sections.add(Parts.signOff(preparer, reviewer));
        Report report =
                new Report(
                        "Custody", custody.subject(), custody.at(), sha256, sections, oneByOne());
        return new Document(report, new String(custody.facts(), StandardCharsets.US_ASCII));
    }

    private Section conclusion(String sha256) {
        Custody.Ledger ledger = custody.ledger();
        Map<String, Long> kinds =
                custody.handlings().stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> LedgerWords.action(one.what()),
                                        TreeMap::new,
                                        Collectors.counting()));
        String counted =
                kinds.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
        return new Section(
                "Conclusion",
                new Paragraph(ledger.right() ? RIGHT : WRONG),
                new Facts(
                        Parts.fact("Subject", Cell.of(custody.subject())),
                        Parts.fact("As of", Cell.exact(custody.at().toString())),
                        Parts.fact("Runs here", number(custody.runs().size())),
                        Parts.fact("Handlings", number(custody.handlings().size())),
                        Parts.fact("Of these", Cell.of(counted.isEmpty() ? "none" : counted)),
                        Parts.fact(
                                "Ledger",
                                new Cell(
                                        ledger.verdict().word(),
                                        ledger.right() ? Tone.GOOD : Tone.BAD)),
                        Parts.fact("Events of the ledger", number(ledger.events())),
                        Parts.fact("Its head", Cell.exact(ledger.head())),
                        Parts.fact("Made with", Cell.of(custody.tool())),
                        Parts.fact("Facts SHA-256", Cell.exact(sha256))));
    }

    private static Cell number(long number) {
        return Cell.exact(Long.toString(number));
    }

    private Section held() {
        if (custody.runs().isEmpty()) {
            return new Section("Runs", new Paragraph(WorkpaperText.NOTHING));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Held run : custody.runs()) {
            rows.add(
                    List.of(
                            Cell.exact(run.runId()),
                            Cell.exact(run.place()),
                            chain(run.chain()),
                            number(run.records()),
                            Cell.exact(run.head())));
        }
        return new Section(
                "Runs",
                new Paragraph(HERE),
                new Table(
                        List.of(
                                new Column("Run", 30),
                                new Column("Place", 27),
                                new Column("Chain", 8),
                                new Column("Records", 8),
                                new Column("Head", 27)),
                        rows));
    }

    private static Cell chain(@Nullable Verdict verdict) {
        String word = verdict == null ? "no log" : verdict.word();
        return new Cell(word, verdict == Verdict.INTACT ? Tone.GOOD : Tone.BAD);
    }

    private Table handlings() {
        return new Table(
                List.of(
                        new Column("Time", 15),
                        new Column("Who", 11),
                        new Column("What", 12),
                        new Column("Thing", 26),
                        new Column("Outcome", 9),
                        new Column("Hashes", 27)),
                custody.handlings().stream().map(CustodyPaper::row).toList());
    }

    private static List<Cell> row(Handling one) {
        return List.of(
                Cell.exact(one.time().isEmpty() ? "not said" : one.time()),
                Cell.of(one.who()),
                Cell.of(LedgerWords.action(one.what())),
                Cell.of(one.thing()),
                outcome(one),
                Cell.exact(hashes(one.hashes())));
    }

    private static Cell outcome(Handling one) {
        return new Cell(one.outcome(), one.outcome().equals("success") ? Tone.PLAIN : Tone.BAD);
    }

    private static String hashes(List<Hash> hashes) {
        return hashes.stream()
                .map(hash -> hash.name() + " " + hash.value())
                .collect(Collectors.joining(", "));
    }

    private Table oneByOne() {
        return new Table(
                List.of(
                        new Column("time", 1),
                        new Column("who", 1),
                        new Column("what", 1),
                        new Column("thing", 1),
                        new Column("outcome", 1),
                        new Column("runs", 1),
                        new Column("origin", 1),
                        new Column("hashes", 1)),
                custody.handlings().stream()
                        .map(one ->
                                List.of(
                                        Cell.exact(one.time()),
                                        Cell.of(one.who()),
                                        Cell.of(one.what()),
                                        Cell.of(one.thing()),
                                        outcome(one),
                                        Cell.of(String.join(" ", one.runs())),
                                        Cell.of(one.origin().word()),
                                        Cell.exact(hashes(one.hashes()))))
                        .toList());
    }
}
