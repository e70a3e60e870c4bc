// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.JsonFacts;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.LedgerWords;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;

/// All that is recorded of one entry.
final class LedgerDetail extends ScrollPane {
    private final VBox content = Boxes.column("detail");
    private final TextClipboard clipboard;
    private final ZoneId viewer;

    LedgerDetail(TextClipboard clipboard, ZoneId viewer) {
        this.clipboard = clipboard;
        this.viewer = viewer;
        setId("ledger-detail");
        getStyleClass().add("detail-scroll");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Details of the selected event");
    }

    /// @param broken whether it is the first that is wrong: why is said above the list
    void show(@Nullable LedgerRow row, boolean broken) {
        setVvalue(0);
        if (row == null) {
            content.getChildren()
                    .setAll(Boxes.prose("Select an event to see its details.", "muted"));
            return;
        }
        Label title = Boxes.prose(row.does(), "title");
        title.setId("entry-title");
        boolean more = !row.details().members().isEmpty();
        content.getChildren().clear();
        if (broken) {
            content.getChildren().add(wrong());
        }
        content.getChildren()
                .addAll(
                        Boxes.column(
                                "detail-head",
                                VerdictMark.inline(
                                        LedgerTable.mark(row),
                                        LedgerWords.went(row.outcome().word())),
                                title),
                        facts(row),
                        Boxes.column(
                                "section",
                                Boxes.label("Details", "section-title"),
                                more
                                        ? new JsonFacts(row.details(), viewer, clipboard::put)
                                        : Boxes.prose("Nothing else was recorded.", "muted")));
    }

    private static Node wrong() {
        VBox wrong =
                Boxes.column("situation-box", VerdictMark.inline(Mark.FAILED, LedgerWords.here()));
        wrong.setId("entry-fault");
        wrong.getStyleClass().add(Mark.FAILED.styleClass());
        return wrong;
    }

    /// What its text hashes to here, beside what it carries.
    private Node computed(LedgerRow row) {
        VBox box = Boxes.column("cell-lines");
        box.setId("entry-computed");
        boolean right = row.computed().equals(row.hash());
        if (!row.computed().isEmpty()) {
            box.getChildren().add(digest("computed hash", row.computed(), row));
        }
        box.getChildren()
                .add(
                        VerdictMark.inline(
                                right ? Mark.VERIFIED : Mark.FAILED,
                                LedgerWords.computed(row.computed().isEmpty(), right)));
        return box;
    }

    /// Whole where two would look the same with their middles left out.
    private Node digest(String name, String digest, LedgerRow row) {
        boolean apart =
                row.hash().equals(row.computed())
                        || DigestLabel.toldApart(row.hash(), row.computed());
        return apart
                ? new DigestLabel(name, digest, clipboard::put)
                : DigestLabel.whole(name, digest, clipboard::put);
    }

    private Node facts(LedgerRow row) {
        var facts = FactGrid.empty();
        FactGrid.add(facts, "Time", Boxes.prose(ClockText.lines(row.at(), viewer), "mono"));
        FactGrid.add(
                facts,
                "Actor",
                Boxes.prose(
                        Foreign.visible(row.actor())
                                + " ("
                                + Foreign.visible(row.actorType())
                                + ")"));
        FactGrid.add(facts, "Action", Boxes.prose(Foreign.visible(row.action()), "mono"));
        FactGrid.add(facts, "Resource", Boxes.prose(row.resource()));
        FactGrid.add(facts, "Event", Boxes.prose(Long.toString(row.entry()), "mono"));
        FactGrid.add(facts, "Hash", digest("hash", row.hash(), row));
        FactGrid.add(facts, "Computed", computed(row));
        FactGrid.add(
                facts,
                "Event before",
                row.previous().isEmpty()
                        ? Boxes.prose("none, it is the first", "muted")
                        : new DigestLabel(
                                "hash of the event before", row.previous(), clipboard::put));
        return facts;
    }
}
