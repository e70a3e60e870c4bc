// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.StateShape;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.HashedText;
import dev.countersign.app.text.RowText;
import dev.countersign.app.text.StateText;
import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordText;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import java.util.ArrayList;
import java.util.List;

/// What a record says: field by field, with those marked that the hash covers, and the bytes that
/// were hashed.
final class HashedParts {
    private static final int MOST_FIELDS = 60;

    private final TextClipboard clipboard;

    HashedParts(TextClipboard clipboard) {
        this.clipboard = clipboard;
    }

    /// A record that nothing is wrong with by itself, or is known to be.
    List<Node> plain(Looked looked) {
        var shape = new StateShape();
        shape.show(looked.state());
        Label word = new Label(StateText.word(looked.state()), shape);
        word.getStyleClass().addAll("state-word");
        Label sentence =
                Boxes.prose(
                        RowText.place(looked.record(), looked.line())
                                + ". "
                                + StateText.meaning(looked.state()),
                        "detail-sentence");
        sentence.setId("detail-sentence");
        List<Node> parts = new ArrayList<>(List.of(word, sentence));
        RecordLine line = looked.line();
        if (line != null && line.hash() != null) {
            parts.add(Boxes.fact("Hash", new DigestLabel("hash", line.hash(), clipboard::put)));
        }
        if (line != null && line.link() != null && !line.link().isEmpty()) {
            parts.add(
                    Boxes.fact(
                            "Link to the record before",
                            new DigestLabel("link", line.link(), clipboard::put)));
        }
        return parts;
    }

    /// What the line says.
    List<Node> of(RecordText text) {
        List<Node> parts = new ArrayList<>();
        if (text.fields().isEmpty()) {
            parts.add(
                    Boxes.section(HashedText.lineTitle(text), code(HashedText.line(text.line()))));
            return parts;
        }
        parts.add(Boxes.section(HashedText.fieldsTitle(text), fields(text)));
        if (!text.hashed().isEmpty()) {
            parts.add(
                    Boxes.section(
                            HashedText.bytesTitle(text), code(HashedText.line(text.hashed()))));
        }
        return parts;
    }

    private static GridPane fields(RecordText text) {
        var grid = new GridPane();
        grid.getStyleClass().add("hashed-fields");
        List<RecordText.Field> all = text.fields();
        for (RecordText.Field field : all.subList(0, Math.min(MOST_FIELDS, all.size()))) {
            Label mark = Boxes.label(HashedText.mark(field), "hashed-mark");
            mark.getStyleClass().add(field.covered() ? "covered" : "uncovered");
            mark.setMinWidth(Label.USE_PREF_SIZE);
            Label name = Boxes.label(HashedText.name(field), "mono", "hashed-name");
            Label value = Boxes.prose(HashedText.value(field), "mono");
            GridPane.setHgrow(value, Priority.ALWAYS);
            grid.addRow(grid.getRowCount(), mark, name, value);
            for (Label one : List.of(mark, name, value)) {
                GridPane.setValignment(one, VPos.TOP);
            }
        }
        return grid;
    }

    private static Label code(String text) {
        return Boxes.prose(text, "mono", "hashed-bytes");
    }
}
