// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.checkpoint.CheckpointWays;
import dev.countersign.app.feature.response.ImportEnd;
import dev.countersign.app.feature.response.ResponseView;
import dev.countersign.app.feature.response.ResponseViewModel;
import dev.countersign.app.platform.FilePicker;
import dev.countersign.app.shell.PaletteItem;

import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What comes to one window as a file from other desks: responses, and checkpoints.
final class ResponseDesk {
    private final FilePicker picker;
    private final RunDesk run;
    private final Consumer<String> say;
    private final ResponseViewModel model;
    private final ResponseView view;
    private final CheckpointDesk checkpoints;

    /// @param run shows what a response was imported into
    /// @param say says something that happened
    /// @param exchange where what others have seen leads
    ResponseDesk(
            WindowServices.Runs runs,
            WindowServices services,
            RunDesk run,
            Consumer<String> say,
            CheckpointWays exchange) {
        picker = services.picker();
        this.run = run;
        this.say = say;
        model =
                new ResponseViewModel(
                        runs.signatures().responses(), services.jobs(), this::recorded);
        view = new ResponseView(model, runs.viewer(), services.clipboard()::put);
        checkpoints = new CheckpointDesk(runs, services, say, exchange);
    }

    /// From now on it lies over this while there is something to show.
    void over(StackPane whole) {
        view.over(whole);
        checkpoints.over(whole);
    }

    /// Opens responses, answers to requests for a time-stamp, and checkpoints; anything else is
    /// left to others, and the sheets go.
    boolean takes(Path path, Pointed what) {
        if (what == Pointed.RESPONSE) {
            checkpoints.close();
            open(path);
            return true;
        }
        model.close();
        return checkpoints.takes(path, what);
    }

    /// The sheet of checkpoints.
    CheckpointDesk checkpoints() {
        return checkpoints;
    }

    /// Ask for one.
    List<PaletteItem> items() {
        List<PaletteItem> items = new ArrayList<>();
        items.add(
                new PaletteItem(
                        Feather.DOWNLOAD,
                        "Import a response…",
                        "Action",
                        "",
                        () -> picker.log().ifPresent(this::open)));
        items.addAll(checkpoints.items());
        return items;
    }

    private void open(Path file) {
        model.open(file, run.shown());
    }

    private void recorded(ImportEnd.Recorded end) {
        run.againAt(end.run(), end.head());
        say.accept(end.sentence());
    }
}
