// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.JobProgress;
import dev.countersign.app.control.Boxes;
import dev.countersign.app.text.Numbers;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// While a log is verified. Made once; its texts change up to twenty times a second.
final class RunningPane {
    private final Label path = Boxes.label("", "path", "mono");
    private final Label percent = Boxes.label("", "mono");
    private final ProgressBar bar = new ProgressBar();
    private final Label read = value();
    private final Label records = value();
    private final Label faulty = value();
    private final Label rate = value();
    private final Label left = value();
    private final Button cancel;
    private final VBox root;

    RunningPane(Runnable onCancel) {
        cancel = Boxes.button("Cancel", "Esc", Feather.X, onCancel);
        cancel.setId("cancel");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        HBox.setHgrow(bar, Priority.ALWAYS);
        root =
                Boxes.column(
                        "running-head",
                        Boxes.row("running-title", Boxes.label("Verifying", "title"), path, cancel),
                        Boxes.row("progress-row", bar, percent),
                        Boxes.row(
                                "running-facts",
                                Boxes.fact("Read", read),
                                Boxes.fact("Records", records),
                                Boxes.fact("Faults", faulty),
                                Boxes.fact("Rate", rate),
                                Boxes.fact("Time left", left)));
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMaxWidth(Double.MAX_VALUE);
        root.setId("running");
    }

    Node root() {
        return root;
    }

    void show(IntegrityState.Running running) {
        JobProgress p = running.progress();
        boolean known = p.total() > 0;
        path.setText(running.path().toString());
        bar.setProgress(known ? p.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
        percent.setText(known ? Math.round(Math.floor(100 * p.fraction())) + " %" : "");
        read.setText(known ? Numbers.bytes(p.done()) + " of " + Numbers.bytes(p.total()) : "–");
        records.setText(known ? Numbers.grouped(p.records()) : "–");
        faulty.setText(known ? Numbers.grouped(p.faulty()) : "–");
        rate.setText(p.rate() > 0 ? Numbers.rate(p.rate()) : "–");
        var remaining = p.left();
        left.setText(remaining == null ? "–" : Numbers.duration(remaining));
        cancel.setText(running.stopping() ? "Stopping…" : "Cancel");
        cancel.setDisable(running.stopping());
    }

    private static Label value() {
        Label label = Boxes.label("–", "fact-value", "mono");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
