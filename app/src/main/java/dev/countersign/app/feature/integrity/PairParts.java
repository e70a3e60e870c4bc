// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.text.CopyText;
import dev.countersign.core.compare.FieldChange;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.Run;

import javafx.scene.Node;
import javafx.scene.control.Label;

import java.util.ArrayList;
import java.util.List;

/// One record in both copies: field by field, then the bytes that differ.
final class PairParts {
    private static final int MOST_FIELDS = 40;

    private PairParts() {}

    /// For the record that is looked at, if the comparison looks at it too.
    static List<Node> of(CompareState state, long record) {
        return state instanceof CompareState.Compared c
                        && c.run() != null
                        && c.pair() != null
                        && c.comparison().place(c.run()) == record
                ? List.of(section(c.run(), c.pair()))
                : List.of();
    }

    private static Node section(Run run, PairDiff pair) {
        List<Node> parts = new ArrayList<>();
        parts.add(Boxes.prose(CopyText.row(run)));
        for (FieldChange change :
                pair.fields().subList(0, Math.min(MOST_FIELDS, pair.fields().size()))) {
            parts.add(Boxes.label(CopyText.field(change), "mono", "hashed-name"));
            parts.add(side("here", "standing", CopyText.value(change.here())));
            parts.add(side("other", "recovered", CopyText.value(change.there())));
        }
        if (pair.here() != null && pair.there() != null) {
            parts.add(Boxes.prose(CopyText.place(pair.hereBytes(), pair.thereBytes()), "muted"));
        }
        parts.add(side("here", "standing", CopyText.bytes(pair.here(), pair.hereBytes())));
        parts.add(side("other", "recovered", CopyText.bytes(pair.there(), pair.thereBytes())));
        return Boxes.section("In the other copy", parts.toArray(Node[]::new));
    }

    static Node side(String word, String style, String value) {
        Label name = Boxes.label(word, "muted", "change-word");
        name.setMinWidth(Label.USE_PREF_SIZE);
        return Boxes.row("change", name, Boxes.prose(value, "mono", style));
    }
}
