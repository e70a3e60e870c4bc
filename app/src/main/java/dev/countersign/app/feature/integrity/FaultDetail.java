// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.BytesDiff;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.AdviceText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.WitnessText;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The evidence of one fault: what the record carries and should carry, who speaks for it, and what
/// to do.
final class FaultDetail extends ScrollPane {
    private final VBox content = Boxes.column("detail");
    private final TextClipboard clipboard;

    FaultDetail(TextClipboard clipboard) {
        this.clipboard = clipboard;
        setId("fault-detail");
        getStyleClass().add("detail-scroll");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Evidence of the selected fault");
    }

    void show(@Nullable FaultRow row) {
        setVvalue(0);
        if (row == null) {
            content.getChildren()
                    .setAll(Boxes.prose("Select a fault to see its evidence.", "muted"));
            return;
        }
        Fault fault = row.fault();
        List<Node> parts = new ArrayList<>();
        parts.add(VerdictMark.inline(Marks.of(fault.category()), row.word()));
        Label sentence = Boxes.prose(row.sentence(), "detail-sentence");
        sentence.setId("detail-sentence");
        parts.add(sentence);
        parts.add(section("What to do", Boxes.prose(AdviceText.advice(fault.category()))));
        addHashes(parts, fault);
        addWitnesses(parts, fault);
        String alternatives = AdviceText.alternatives(fault);
        if (!alternatives.isEmpty()) {
            parts.add(section("It could also be", Boxes.prose(alternatives)));
        }
        parts.add(section("Where", place(fault)));
        content.getChildren().setAll(parts);
    }

    private static Label place(Fault fault) {
        return Boxes.prose(
                "Line "
                        + fault.line()
                        + ", from byte "
                        + fault.offset()
                        + " of the file, "
                        + Numbers.count(fault.length(), "byte")
                        + " long.");
    }

    private void addHashes(List<Node> parts, Fault fault) {
        String stored = fault.stored();
        String computed = fault.computed();
        boolean link = aboutLink(fault.category());
        String storedName = link ? "Link stored" : "Stored";
        String computedName = link ? "Link expected" : "Computed";
        if (stored != null && computed != null) {
            String unlike =
                    link
                            ? "The links have nothing in common: they name different records."
                            : "The hashes have nothing in common, as after any edit.";
            var diff =
                    new BytesDiff(
                            new BytesDiff.Side("Stored", stored),
                            new BytesDiff.Side(link ? "Expected" : "Computed", computed),
                            unlike,
                            clipboard::put);
            parts.add(section(link ? "Link" : "Hash", diff));
        } else if (stored != null) {
            parts.add(Boxes.fact(storedName, new DigestLabel(storedName, stored, clipboard::put)));
        } else if (computed != null) {
            parts.add(
                    Boxes.fact(
                            computedName, new DigestLabel(computedName, computed, clipboard::put)));
        }
    }

    private static void addWitnesses(List<Node> parts, Fault fault) {
        if (fault.witnesses().isEmpty()) {
            return;
        }
        Node[] lines =
                fault.witnesses().stream()
                        .map(w -> (Node) Boxes.prose(WitnessText.sentence(w, fault)))
                        .toArray(Node[]::new);
        parts.add(section("What other records say", lines));
    }

    private static boolean aboutLink(FaultCategory category) {
        return switch (category) {
            case PREV_FIELD_MODIFIED,
                    GENESIS_MODIFIED,
                    RECORD_MISSING,
                    RECORD_INSERTED,
                    RECORD_DUPLICATED,
                    RECORD_REORDERED,
                    CHAIN_RESTART,
                    FORK ->
                    true;
            case CONTENT_MODIFIED,
                    HASH_FIELD_MODIFIED,
                    HASH_MISSING,
                    RECORD_REWRITTEN,
                    TORN_TAIL,
                    MALFORMED_JSON,
                    MALFORMED_NOT_OBJECT,
                    MALFORMED_ENCODING,
                    MALFORMED_BOM,
                    MALFORMED_MISSING_FIELD,
                    MALFORMED_JCS,
                    LIMIT_EXCEEDED ->
                    false;
        };
    }

    private static VBox section(String title, Node... children) {
        VBox box = Boxes.column("section", Boxes.label(title, "section-title"));
        box.getChildren().addAll(children);
        return box;
    }
}
