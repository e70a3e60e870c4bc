// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Mark;
import dev.countersign.app.control.MarkIcon;
import dev.countersign.app.text.NoteText;
import dev.countersign.app.text.Numbers;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Note;
import dev.countersign.core.chain.NoteKind;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Observations that are not faults, kept calm: one line each, no colour that alarms.
final class NotesList {
    private NotesList() {}

    static ListView<String> empty() {
        var list = new ListView<String>();
        list.setId("notes");
        list.setAccessibleText("Notes");
        list.setCellFactory(view -> new NoteCell());
        return list;
    }

    /// A sentence for each, and one for those of a kind that are not listed.
    static List<String> lines(ChainReport report) {
        List<String> lines = new ArrayList<>();
        Map<NoteKind, Long> listed = new EnumMap<>(NoteKind.class);
        for (Note note : report.notes()) {
            lines.add(NoteText.sentence(note, report.faultCount() > 0));
            listed.merge(note.kind(), 1L, Long::sum);
        }
        for (NoteKind kind : NoteKind.values()) {
            long more = report.noteCounts().getOrDefault(kind, 0L) - listed.getOrDefault(kind, 0L);
            if (more > 0) {
                lines.add(NoteText.title(kind) + ": " + Numbers.grouped(more) + " more like this.");
            }
        }
        return lines;
    }

    private static final class NoteCell extends ListCell<String> {
        private final MarkIcon icon = MarkIcon.empty();

        NoteCell() {
            icon.show(Mark.NOTE);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setGraphic(empty ? null : icon);
        }
    }
}
