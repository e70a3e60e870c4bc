// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Long work that is under way: what it is, how far it is, and the way to cancel it.
public final class WorkCard {
    private final Label title = Boxes.prose("", "title");
    private final ProgressBar bar = new ProgressBar();
    private final Label far = Boxes.prose("", "mono");
    private final Button cancel;
    private final StackPane root;

    /// @param name begins the ids of its parts
    /// @param stop hears that somebody wants it to end
    public WorkCard(String name, Runnable stop) {
        bar.setMaxWidth(Double.MAX_VALUE);
        far.setId(name + "-progress");
        cancel = Boxes.button("Cancel", "Esc", Feather.X, stop);
        cancel.setId("cancel-" + name);
        root =
                Boxes.centred(
                        List.of(
                                title,
                                bar,
                                Boxes.row("progress-row", far),
                                Boxes.row("buttons", cancel)));
    }

    /// What to put into the screen.
    public StackPane root() {
        return root;
    }

    /// Whether it is in a window.
    public ObservableBooleanValue inSight() {
        return root.sceneProperty().isNotNull();
    }

    /// @param what is being done
    /// @param fraction of it; below 0 where nobody knows
    /// @param words how far it is
    /// @param stopping whether it was asked to end
    public void show(String what, double fraction, String words, boolean stopping) {
        title.setText(what);
        bar.setProgress(fraction < 0 ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
        bar.setAccessibleText("Progress: " + what);
        far.setText(words);
        cancel.setText(stopping ? "Stopping…" : "Cancel");
        cancel.setDisable(stopping);
    }
}
