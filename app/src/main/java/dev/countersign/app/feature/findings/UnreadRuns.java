// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The runs that could not be read, each with its reason, and the way there; not there if there is
/// none.
final class UnreadRuns extends VBox {
    private static final int MOST = 3;

    private final Consumer<Path> open;

    /// @param open shows a run
    UnreadRuns(Consumer<Path> open) {
        this.open = open;
        setId("unread-runs");
        getStyleClass().add("unread-runs");
        show(List.of());
    }

    void show(List<Coverage.Unread> runs) {
        setVisible(!runs.isEmpty());
        setManaged(!runs.isEmpty());
        getChildren().clear();
        for (Coverage.Unread run : runs.subList(0, Math.min(MOST, runs.size()))) {
            getChildren().add(row(run));
        }
        if (runs.size() > MOST) {
            String more =
                    "and " + Numbers.grouped(runs.size() - MOST) + " more that cannot be read";
            getChildren().add(Boxes.prose(more, "muted"));
        }
    }

    private HBox row(Coverage.Unread run) {
        Path name = run.path().getFileName();
        String id = Foreign.visible(name == null ? run.path().toString() : name.toString());
        var why = Boxes.prose(Foreign.path(run.why()));
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        Button button =
                Boxes.button("Open run", id, Feather.FILE_TEXT, () -> open.accept(run.path()));
        button.setId("open-unread");
        return Boxes.row("unread-run", VerdictMark.inline(Mark.MALFORMED, "Not read"), why, button);
    }
}
