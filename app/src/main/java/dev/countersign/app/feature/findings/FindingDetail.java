// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.JsonFacts;
import dev.countersign.app.control.PathLabel;
import dev.countersign.app.control.SeverityMark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.DisposalText;
import dev.countersign.app.text.EvidenceWords;
import dev.countersign.app.text.FindingAdvice;
import dev.countersign.app.text.FindingMeaning;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SeverityText;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.workspace.Finding;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// All that is known of one finding: what it means, what to do, its evidence, what goes out for it.
final class FindingDetail extends ScrollPane {
    private final VBox content = Boxes.column("detail");
    private final FindingsActions actions;
    private final ZoneId viewer;

    FindingDetail(FindingsActions actions, ZoneId viewer) {
        this.actions = actions;
        this.viewer = viewer;
        setId("finding-detail");
        getStyleClass().add("detail-scroll");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Evidence of the selected finding");
    }

    void show(@Nullable FindingRow row) {
        setVvalue(0);
        if (row == null) {
            content.getChildren()
                    .setAll(Boxes.prose("Select a finding to see its evidence.", "muted"));
            return;
        }
        Finding finding = row.finding();
        Label sentence = Boxes.prose(row.sentence(), "title");
        sentence.setId("finding-sentence");
        Label next = Boxes.prose(FindingAdvice.of(finding.kind()));
        next.setId("finding-next");
        List<Node> parts = new ArrayList<>();
        parts.add(
                Boxes.column(
                        "detail-head",
                        flow(
                                "detail-marks",
                                SeverityMark.of(finding.severity()),
                                VerdictMark.inline(
                                        FindingsTable.mark(row), FindingsTable.word(row))),
                        sentence));
        parts.add(buttons(row));
        Disposition disposition = row.entry().disposition();
        if (disposition != null) {
            parts.add(section("Decided", decided(disposition)));
        }
        parts.add(section("What it means", Boxes.prose(FindingMeaning.of(finding.kind()))));
        parts.add(section("What to do", next));
        parts.add(section("About", about(row)));
        parts.add(
                section(
                        "Evidence",
                        new JsonFacts(
                                finding.evidence(),
                                viewer,
                                actions.clipboard()::put,
                                EvidenceWords::of)));
        parts.add(section("Outbox", outbox(row.entry())));
        if (row.standing() != FindingRow.Standing.CLOSED) {
            Label closes = Boxes.prose(DisposalText.CLOSES, "muted");
            closes.setId("how-closed");
            parts.add(section("Closing", closes));
        }
        content.getChildren().setAll(parts);
    }

    private Node buttons(FindingRow row) {
        Path run = row.entry().run();
        Button open = open("Open run", "Enter", Feather.FILE_TEXT, run, actions.openRun());
        open.setId("open-run");
        open.getStyleClass().add(Styles.ACCENT);
        Button chain = open("Integrity", "i", Feather.LINK, run, actions.openChain());
        chain.setId("open-chain");
        Button dispose =
                Boxes.button(
                        "Close finding…",
                        "d",
                        Feather.ARCHIVE,
                        () -> actions.dispose().accept(row.id()));
        dispose.setId("dispose-finding");
        dispose.setDisable(row.standing() == FindingRow.Standing.CLOSED);
        var buttons = flow("detail-buttons", open, chain, dispose);
        if (run == null) {
            buttons.getChildren()
                    .add(Boxes.prose("The run is no longer where it was seen.", "muted"));
        }
        return buttons;
    }

    private static Button open(
            String word, String key, Feather icon, @Nullable Path run, Consumer<Path> action) {
        Button button =
                Boxes.button(
                        word,
                        key,
                        icon,
                        () -> {
                            if (run != null) {
                                action.accept(run);
                            }
                        });
        button.setDisable(run == null);
        return button;
    }

    private Node about(FindingRow row) {
        Finding finding = row.finding();
        var facts = FactGrid.empty();
        FactGrid.add(facts, "Run", Boxes.prose(row.run(), "mono"));
        FactGrid.add(facts, "Since", Boxes.prose(ClockText.lines(finding.at(), viewer), "mono"));
        FactGrid.add(facts, "Due", due(row));
        FactGrid.add(facts, "Goes to", Boxes.prose(row.goesTo()));
        String author = finding.author();
        if (author != null) {
            FactGrid.add(facts, "Author", Boxes.prose(Foreign.visible(author)));
        }
        String head = finding.head();
        if (head != null) {
            FactGrid.add(facts, "Head", new DigestLabel("head", head, actions.clipboard()::put));
        }
        FactGrid.add(facts, "Finding", Boxes.prose(row.id(), "mono"));
        FactGrid.add(
                facts,
                "Severity",
                Boxes.prose(
                        SeverityText.word(finding.severity())
                                + ". "
                                + SeverityText.meaning(finding.severity())));
        return facts;
    }

    /// The instant, and the words of the policy where no clock gave it.
    private Node due(FindingRow row) {
        Instant due = row.due();
        VBox box = Boxes.column("cell-lines");
        if (due != null) {
            box.getChildren().add(Boxes.prose(ClockText.lines(due, viewer), "mono"));
        }
        if (row.finding().due() == null) {
            box.getChildren().add(Boxes.prose(Quotes.capital(row.when())));
        }
        return box;
    }

    private Node outbox(FindingEntry entry) {
        VBox box = Boxes.column("outbox");
        Path incident = entry.incident();
        if (incident != null) {
            box.getChildren()
                    .addAll(
                            Boxes.label("Incident file", "fact-name"),
                            new PathLabel("incident file", incident, actions.clipboard()::put));
        }
        Path mail = entry.mail();
        if (mail != null) {
            box.getChildren()
                    .addAll(
                            Boxes.label("Draft e-mail", "fact-name"),
                            new PathLabel("draft e-mail", mail, actions.clipboard()::put));
        }
        if (incident == null && mail == null) {
            box.getChildren().add(Boxes.prose("Nothing was written for it.", "muted"));
        }
        return box;
    }

    /// What becomes of it, and by whose word.
    private Node decided(Disposition disposition) {
        var facts = FactGrid.empty();
        facts.setId("disposed");
        FactGrid.add(facts, "Becomes", Boxes.prose(DisposalText.said(disposition)));
        FactGrid.add(facts, "By", Boxes.prose(DisposalText.who(disposition, viewer)));
        FactGrid.add(
                facts, "Signature", Boxes.prose(DisposalText.signature(disposition.signature())));
        return facts;
    }

    private static VBox section(String title, Node... children) {
        VBox box = Boxes.column("section", Boxes.label(title, "section-title"));
        box.getChildren().addAll(children);
        return box;
    }

    private static FlowPane flow(String style, Node... children) {
        var pane = new FlowPane(children);
        pane.getStyleClass().add(style);
        return pane;
    }
}
