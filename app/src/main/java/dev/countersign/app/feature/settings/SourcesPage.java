// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.PathLabel;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.SourceText;
import dev.countersign.app.text.TimeText;
import dev.countersign.core.workspace.Source;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/// Where runs are looked for.
final class SourcesPage {
    /// The column of counts.
    private static final int RUNS = 2;

    private SourcesPage() {}

    static List<Node> of(
            SettingsState.SourcesShown shown, SettingsViewModel model, SettingsActions actions) {
        Button add =
                Boxes.button(
                        "Add a folder…",
                        "a",
                        Feather.FOLDER_PLUS,
                        () -> actions.folder().get().ifPresent(model::add));
        add.setId("add-source");
        add.getStyleClass().add(Styles.ACCENT);
        VBox card = Cards.card("Where runs are looked for");
        card.setId("sources");
        if (shown.sources().isEmpty()) {
            card.getChildren()
                    .add(
                            Boxes.prose(
                                    "No source yet. Add a folder of runs, or drop one on the"
                                        + " window: what is in it is read, and never changed."));
        } else {
            card.getChildren().add(table(shown.sources(), model, actions));
        }
        if (!shown.trouble().isEmpty()) {
            var trouble = Boxes.prose(shown.trouble());
            trouble.setId("source-trouble");
            card.getChildren().addAll(VerdictMark.inline(Mark.MALFORMED, "Not changed"), trouble);
        }
        card.getChildren()
                .addAll(
                        Boxes.row("buttons", add),
                        Boxes.prose(
                                "Removing a source only stops looking there. Its files stay, and"
                                        + " what was seen of its runs is remembered.",
                                "muted"));
        return List.of(card, exchange(actions.exchange()));
    }

    private static VBox exchange(SettingsActions.Exchange exchange) {
        VBox card = Cards.card("Checkpoints of the logs");
        card.setId("exchange");
        Button bring = Boxes.button("Import a checkpoint…", "", Feather.DOWNLOAD, exchange.bring());
        bring.setId("import-checkpoint");
        Button give = Boxes.button("Export checkpoints…", "", Feather.UPLOAD, exchange.give());
        give.setId("export-checkpoints");
        card.getChildren()
                .addAll(
                        Boxes.prose(
                                "This desk takes a checkpoint of every log it reads, and again when"
                                    + " the log has grown. Exported and kept elsewhere, checkpoints"
                                    + " show what is later cut or rewritten. Those of others are"
                                    + " compared with the logs here."),
                        Boxes.row("buttons", bring, give));
        return card;
    }

    private static GridPane table(
            List<SourceRow> sources, SettingsViewModel model, SettingsActions actions) {
        GridPane table =
                Cards.table(
                        new double[] {1.3, 3.6, 0.6, 1.3, 0.9},
                        "Kind",
                        "Path",
                        "Runs",
                        "Last seen",
                        "");
        ZoneId viewer = model.viewer();
        for (SourceRow row : sources) {
            Source source = row.source();
            Mark mark =
                    switch (source.kind()) {
                        case FOLDER, RUN, LOG, BUNDLE -> Mark.VERIFIED;
                        case MISSING -> Mark.MALFORMED;
                    };
            VerdictMark kind = VerdictMark.inline(mark, SourceText.kind(source.kind()));
            kind.setTooltip(new Tooltip(SourceText.meaning(source.kind())));
            kind.setAccessibleText(kind.getText() + ". " + SourceText.meaning(source.kind()));
            Button remove = Boxes.button("Remove", "", Feather.X, () -> model.remove(row));
            remove.getStyleClass().add("remove-source");
            remove.setTooltip(new Tooltip("Stop looking there"));
            remove.setAccessibleText("Remove " + source.path());
            Instant seen = row.seen();
            Cards.row(
                    table,
                    kind,
                    path(source, actions),
                    Boxes.label(Numbers.grouped(row.runs()), "mono"),
                    seen == null
                            ? Boxes.label("not recorded", "muted")
                            : Boxes.label(TimeText.local(seen.atZone(viewer)), "mono"),
                    remove);
        }
        table.getStyleClass().add("sources-table");
        table.getChildren().stream()
                .filter(cell -> Objects.equals(GridPane.getColumnIndex(cell), RUNS))
                .forEach(cell -> GridPane.setHalignment(cell, HPos.RIGHT)); // to be compared
        return table;
    }

    private static Node path(Source source, SettingsActions actions) {
        VBox box =
                Boxes.column(
                        "source-path",
                        new PathLabel("source", source.path(), actions.clipboard()::put));
        if (source.kind() == Source.Kind.MISSING) {
            box.getChildren().add(Boxes.prose(SourceText.meaning(source.kind()), "muted"));
        }
        return box;
    }
}
