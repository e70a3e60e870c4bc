// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.background.JobProgress;
import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.BundleWords;
import dev.countersign.app.text.Foreign;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;

/// A bundle that is being made: how far it is, and the way to cancel it.
final class MakingPage {
    private final Label title = SheetParts.title("", "make-headline");
    private final Label place = Boxes.prose("", "mono");
    private final ProgressBar bar = new ProgressBar();
    private final Label far = Boxes.prose("", "mono");
    private final Button stop;
    private final VBox root;

    MakingPage(Runnable cancel) {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of packing");
        far.setId("make-far");
        stop = Boxes.button("Cancel", "Esc", Feather.X, cancel);
        stop.setId("make-stop");
        root = SheetParts.page("make-making", List.of(title, place, bar, far), stop);
    }

    Node root() {
        return root;
    }

    void of(int runs, Path file) {
        title.setText(BundleWords.making(runs));
        place.setText(Foreign.path(file.toString()));
    }

    void show(JobProgress progress, boolean stopping) {
        bar.setProgress(
                progress.total() > 0 ? progress.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
        far.setText(BundleWords.far(progress.done(), progress.total(), progress.rate()));
        stop.setText(stopping ? "Stopping\u2026" : "Cancel");
        stop.setDisable(stopping);
    }
}
