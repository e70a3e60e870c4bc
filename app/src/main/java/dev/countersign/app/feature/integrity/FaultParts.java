// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.BytesDiff;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.StateShape;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.AdviceText;
import dev.countersign.app.text.FaultText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.StripText;
import dev.countersign.app.text.WitnessText;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The evidence of one fault: what the record carries and should carry, who speaks for it, and what
/// to do.
final class FaultParts {
    private final IntegrityViewModel model;
    private final OpenActions actions;
    private final TextClipboard clipboard;
    private final Runnable compare;

    /// @param compare asks for another copy
    FaultParts(
            IntegrityViewModel model,
            OpenActions actions,
            TextClipboard clipboard,
            Runnable compare) {
        this.model = model;
        this.actions = actions;
        this.clipboard = clipboard;
        this.compare = compare;
    }

    /// What comes first.
    List<Node> of(FaultRow row) {
        Label sentence = Boxes.prose(row.sentence(), "detail-sentence");
        sentence.setId("detail-sentence");
        return List.of(head(row), sentence);
    }

    /// What to do about it.
    Node advice(FaultRow row) {
        Button other = Boxes.button("Compare…", "c", Feather.COPY, compare);
        other.setId("compare-log");
        List<Button> others = escalation();
        var buttons = new FlowPane(other);
        buttons.getStyleClass().add("what-to-do");
        buttons.getChildren().addAll(others);
        List<Node> todo = new ArrayList<>();
        todo.add(Boxes.prose(AdviceText.advice(row.fault().category())));
        todo.add(buttons);
        if (!others.isEmpty()) {
            todo.add(Boxes.prose(AdviceText.ESCALATION, "muted"));
        }
        return Boxes.section("What to do", todo.toArray(Node[]::new));
    }

    /// Taking it to others; none where the log lies in no run.
    private List<Button> escalation() {
        Consumer<Path> escalate = actions.escalate();
        Consumer<Path> hold = actions.hold();
        Path path = model.path();
        if (escalate == null || hold == null || path == null || !model.looked().inRun()) {
            return List.of();
        }
        Button button = Boxes.button("Escalate…", "e", Feather.SEND, () -> escalate.accept(path));
        button.setId("escalate-log");
        Button stop = Boxes.button("Hold…", "h", Feather.PAUSE_CIRCLE, () -> hold.accept(path));
        stop.setId("hold-log");
        return List.of(button, stop);
    }

    /// What speaks for the diagnosis.
    List<Node> evidence(FaultRow row) {
        Fault fault = row.fault();
        List<Node> parts = new ArrayList<>();
        addHashes(parts, fault);
        addWitnesses(parts, fault);
        String alternatives = AdviceText.alternatives(fault);
        if (!alternatives.isEmpty()) {
            parts.add(Boxes.section("It could also be", Boxes.prose(alternatives)));
        }
        return parts;
    }

    /// What comes last.
    List<Node> rest(FaultRow row) {
        Fault fault = row.fault();
        return List.of(
                Boxes.section("Category", Boxes.prose(FaultText.category(fault))),
                Boxes.section("Where", place(fault)));
    }

    private HBox head(FaultRow row) {
        Label place =
                Boxes.label(
                        StripText.fault(model.place(row), model.faults().size()),
                        "muted",
                        "fault-place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var shape = new StateShape();
        shape.show(row.fault().category().state());
        Label word = new Label(row.word(), shape);
        word.getStyleClass().add("state-word");
        word.setId("fault-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.row(
                "detail-head",
                word,
                space,
                place,
                step("Previous fault", "p", Feather.CHEVRON_LEFT, -1),
                step("Next fault", "n", Feather.CHEVRON_RIGHT, 1));
    }

    private Button step(String name, String key, Ikon icon, int by) {
        Button button = Boxes.button("", key, icon, () -> model.step(by));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setTooltip(new Tooltip(name + " (" + key + ")"));
        button.setAccessibleText(name + ", " + key);
        return button;
    }

    private static Label place(Fault fault) {
        return Boxes.prose(
                "Line "
                        + fault.line()
                        + ", from byte "
                        + fault.offset()
                        + " of the file, "
                        + Numbers.count(fault.length(), "byte")
                        + " long. Records count from 0, lines from 1.");
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
            parts.add(Boxes.section(link ? "Link" : "Hash", diff));
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
        parts.add(Boxes.section("What other records say", lines));
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
}
