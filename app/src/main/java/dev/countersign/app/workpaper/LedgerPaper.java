// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.LedgerWords;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.ProducerForm;
import dev.countersign.core.ledger.FailedAccess;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Facts;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the ledger answers to a question.
///
/// @param question which
/// @param subject about what
/// @param period of which days
/// @param events that answer it, earliest first
/// @param tool name and version of what asked
/// @param at when it was asked
/// @param preparer who asked; empty: a line is left for the name
/// @param reviewer who reviews it; empty: a line is left for the name
public record LedgerPaper(
        Question question,
        String subject,
        String period,
        List<LedgerEvent> events,
        String tool,
        Instant at,
        String preparer,
        String reviewer) {
    /// Whoever failed less often is left out of the list of names, not of the events.
    private static final long FEWEST = 1;

    public LedgerPaper {
        events = List.copyOf(events);
    }

    /// What is asked of a ledger.
    public enum Question {
        /// Who did something to a resource.
        ACCESS("Access", "Every event on the resource, as the ledger has it, the earliest first."),
        /// What administrators and the desk itself did.
        PRIVILEGED(
                "Privileged acts",
                "Every event of an administrator or of the desk itself, the earliest first."),
        /// Who failed or was denied.
        FAILED_ACCESS(
                "Failed access",
                "Every event that failed or was denied; whoever did so most often comes first in"
                        + " the list of names.");

        private final String title;
        private final String procedure;

        Question(String title, String procedure) {
            this.title = title;
            this.procedure = procedure;
        }
    }

    /// The document.
    public Document document() {
        byte[] facts = facts();
        String sha256 = FileDigest.sha256(facts);
        List<Section> sections = new ArrayList<>();
        sections.add(
                new Section(
                        "Question",
                        new Paragraph(question.procedure),
                        new Facts(
                                Parts.fact("Subject", Cell.of(subject)),
                                Parts.fact("Period", Cell.of(period)),
                                Parts.fact("As of", Cell.exact(at.toString())),
                                Parts.fact("Events", Cell.exact(Integer.toString(events.size()))),
                                Parts.fact("Made with", Cell.of(tool)),
                                Parts.fact("Facts SHA-256", Cell.exact(sha256)))));
        if (question == Question.FAILED_ACCESS) {
            sections.add(section("Names", names()));
        }
        sections.add(section("Events", table()));
        sections.add(Parts.signOff(preparer, reviewer));
        Report report = new Report(question.title, subject, at, sha256, sections, table());
        return new Document(report, new String(facts, StandardCharsets.US_ASCII));
    }

    private static Section section(String title, Table table) {
        return table.rows().isEmpty()
                ? new Section(title, new Paragraph(WorkpaperText.NOTHING))
                : new Section(title, table);
    }

    private Table names() {
        return new Table(
                List.of(
                        new Column("Who", 40),
                        new Column("How often", 16),
                        new Column("First", 22),
                        new Column("Last", 22)),
                FailedAccess.of(events, FEWEST).stream()
                        .map(one ->
                                List.of(
                                        Cell.of(one.actorId()),
                                        Cell.exact(Long.toString(one.count())),
                                        Cell.exact(one.first()),
                                        Cell.exact(one.last())))
                        .toList());
    }

    private Table table() {
        return new Table(
                List.of(
                        new Column("Time", 20),
                        new Column("Who", 16),
                        new Column("Type", 9),
                        new Column("What", 13),
                        new Column("Resource", 22),
                        new Column("Outcome", 9),
                        new Column("Hash", 22)),
                events.stream().map(LedgerPaper::row).toList());
    }

    private static List<Cell> row(LedgerEvent event) {
        boolean done = event.outcome().equals("success");
        return List.of(
                Cell.exact(event.timestamp()),
                Cell.of(event.actorId()),
                Cell.of(event.actorType()),
                Cell.of(LedgerWords.action(event.action())),
                Cell.of(event.resourceType() + " " + event.resourceId()),
                new Cell(event.outcome(), done ? Tone.PLAIN : Tone.BAD),
                Cell.exact(event.eventHash()));
    }

    private byte[] facts() {
        List<JsonValue> hashes =
                events.stream()
                        .<JsonValue>map(event ->
                                JsonValue.object()
                                        .with("event_id", event.eventId())
                                        .with("event_hash", event.eventHash())
                                        .build())
                        .toList();
        return ProducerForm.canonical(
                JsonValue.object()
                        .with("format", "countersign/ledger-report/v1")
                        .with("question", question.name().toLowerCase(Locale.ROOT))
                        .with("subject", subject)
                        .with("period", period)
                        .with("at", at.toString())
                        .with("tool", tool)
                        .with("events", new JsonArray(hashes))
                        .build());
    }
}
