// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import atlantafx.base.theme.Styles;

import dev.countersign.app.background.JobProgress;
import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.feature.bundle.BundleState.Extracting;
import dev.countersign.app.text.BundleWords;
import dev.countersign.app.text.Foreign;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.Locale;

/// Whether a bundle is what was packed, and how far finding out is.
final class BundleHeader {
    private final Label name = Boxes.label("", "title");
    private final ProgressBar bar = new ProgressBar();
    private final Label far = Boxes.label("", "mono");
    private final Button stop;
    private final Button again;
    private final Button extract;
    private final Button open;
    private final Button shows;
    private final Label what = Boxes.label("");
    private final HBox running;
    private final VBox root;

    BundleHeader(BundleViewModel model, Runnable toRun, Runnable toExtract, Runnable toFolder) {
        name.setId("bundle-name");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        stop = Boxes.button("Cancel", "Esc", Feather.X, model::stop);
        stop.setId("bundle-stop");
        again = Boxes.button("Verify again", "F5", Feather.REFRESH_CW, model::again);
        again.setId("bundle-again");
        extract = Boxes.button("Extract\u2026", "x", Feather.FOLDER_PLUS, toExtract);
        extract.setId("bundle-extract");
        open = SheetParts.button("Open run", Feather.FILE_TEXT, "bundle-open", toRun);
        open.getStyleClass().add(Styles.ACCENT);
        shows = Boxes.button("Show folder", "f", Feather.FOLDER, toFolder);
        shows.setId("bundle-show");
        model.selectedProperty()
                .subscribe(row -> open.setDisable(row == null || row.place() == null));
        bar.getStyleClass().add("sample-bar");
        far.setId("bundle-far");
        far.setMinWidth(Region.USE_PREF_SIZE);
        what.setMinWidth(0);
        running = Boxes.row("list-title", what, bar, far, stop);
        root = Boxes.column("list-header");
    }

    VBox root() {
        return root;
    }

    /// Whether it shows how far something is that is under way.
    ObservableBooleanValue working() {
        return running.sceneProperty().isNotNull();
    }

    private void of(Path bundle, Node... below) {
        name.setText(Foreign.visible(String.valueOf(bundle.getFileName())));
        root.getChildren()
                .setAll(Boxes.row("list-title", name, Boxes.row("buttons", open, extract, again)));
        root.getChildren().addAll(below);
    }

    void show(BundleState.Verifying state) {
        far("Verifying", state.progress(), state.stopping());
        again.setDisable(true);
        extract.setDisable(true);
        if (!root.getChildren().contains(running)) {
            of(state.bundle(), running);
        }
    }

    private void far(String doing, JobProgress progress, boolean stopping) {
        what.setText(doing);
        bar.setAccessibleText("Progress of " + doing.toLowerCase(Locale.ROOT));
        bar.setProgress(progress.total() > 0 ? progress.fraction() : -1);
        far.setText(BundleWords.far(progress.done(), progress.total(), progress.rate()));
        stop.setText(stopping ? "Stopping\u2026" : "Cancel");
        stop.setDisable(stopping);
    }

    private static Node done(Path target) {
        Node lead =
                SheetParts.lead(Mark.VERIFIED, BundleWords.extracted(target), "bundle-extracted");
        HBox.setHgrow(lead, Priority.ALWAYS);
        return lead;
    }

    void show(BundleState.Stopped state) {
        again.setDisable(false);
        extract.setDisable(true);
        of(state.bundle(), SheetParts.lead(Mark.STOPPED, BundleWords.stopped(), "bundle-verdict"));
    }

    void show(BundleState.Verified state) {
        boolean extracting = state.extraction() instanceof Extracting.Running;
        again.setDisable(extracting);
        extract.setDisable(extracting);
        Mark mark =
                state.report().negative()
                        ? Mark.FAILED
                        : state.report().bag() == null ? Mark.NOTE : Mark.VERIFIED;
        Node verdict =
                SheetParts.lead(mark, BundleWords.headline(state.report()), "bundle-verdict");
        switch (state.extraction()) {
            case Extracting.None _ -> of(state.bundle(), verdict);
            case Extracting.Running(Path target, JobProgress progress, boolean stopping) -> {
                far("Extracting", progress, stopping);
                if (!root.getChildren().contains(running)) {
                    of(
                            state.bundle(),
                            verdict,
                            Boxes.prose(Foreign.path(BundleWords.extracting(target)), "muted"),
                            running);
                }
            }
            case Extracting.Stopped(Path target) ->
                    of(
                            state.bundle(),
                            verdict,
                            SheetParts.lead(
                                    Mark.STOPPED,
                                    BundleWords.notExtracted(target),
                                    "bundle-extracted"));
            case Extracting.Done(Path target) ->
                    of(state.bundle(), verdict, Boxes.row("list-title", done(target), shows));
            case Extracting.Failed(String why) ->
                    of(
                            state.bundle(),
                            verdict,
                            SheetParts.lead(Mark.FAILED, Foreign.visible(why), "bundle-extracted"));
        }
    }
}
