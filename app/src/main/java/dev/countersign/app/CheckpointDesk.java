// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.checkpoint.CheckpointView;
import dev.countersign.app.feature.checkpoint.CheckpointViewModel;
import dev.countersign.app.feature.checkpoint.CheckpointWays;
import dev.countersign.app.platform.FilePicker;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.shell.PaletteItem;

import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The sheet of one window that exchanges checkpoints with other desks.
final class CheckpointDesk {
    private final FilePicker picker;
    private final SavePicker save;
    private final CheckpointViewModel model;
    private final CheckpointView view;

    /// @param say says something that happened
    /// @param ways where it leads
    CheckpointDesk(
            WindowServices.Runs runs,
            WindowServices services,
            Consumer<String> say,
            CheckpointWays ways) {
        picker = services.picker();
        save = runs.signatures().files();
        model =
                new CheckpointViewModel(
                        runs.signatures().checkpoints(), services.jobs(), say, ways);
        view = new CheckpointView(model, runs.viewer());
    }

    /// From now on it lies over this while there is something to show.
    void over(StackPane whole) {
        view.over(whole);
    }

    /// Opens checkpoints; anything else is left to others, and the sheet goes.
    boolean takes(Path path, Pointed what) {
        if (what == Pointed.CHECKPOINTS) {
            model.open(path);
            return true;
        }
        model.close();
        return false;
    }

    /// The sheet goes.
    void close() {
        model.close();
    }

    /// Asks where from or to.
    List<PaletteItem> items() {
        return List.of(
                new PaletteItem(
                        Feather.DOWNLOAD, "Import a checkpoint…", "Action", "", this::bring),
                new PaletteItem(Feather.UPLOAD, "Export checkpoints…", "Action", "", this::give));
    }

    /// Asks for a file of what others have seen.
    void bring() {
        picker.log().ifPresent(model::open);
    }

    /// Asks where to write what was seen here.
    void give() {
        save.save("Export checkpoints", "checkpoints.json").ifPresent(model::give);
    }
}
