// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.control.KeyHint;
import dev.countersign.app.feature.bundle.BundleActions;
import dev.countersign.app.feature.bundle.BundleSource;
import dev.countersign.app.feature.bundle.BundleView;
import dev.countersign.app.feature.bundle.BundleViewModel;
import dev.countersign.app.feature.bundle.MakeView;
import dev.countersign.app.feature.bundle.MakeViewModel;
import dev.countersign.app.feature.queue.QueueRow;
import dev.countersign.app.feature.queue.QueueViewModel;
import dev.countersign.app.feature.response.OpenRun;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Screen;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.source.SourceException;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The bundle of one window, and the sheet that makes another.
final class BundleDesk {
    private final BundleViewModel model;
    private final BundleView view;
    private final MakeViewModel making;
    private final MakeView sheet;
    private final Supplier<@Nullable Choice> choice;

    /// @param openRun shows a run
    /// @param choice which runs a bundle would be made of; null if there are none
    BundleDesk(
            BundleSource source,
            SavePicker files,
            Wiring.Services services,
            Consumer<Path> openRun,
            Supplier<@Nullable Choice> choice) {
        this.choice = choice;
        model = new BundleViewModel(source, services.jobs());
        view =
                new BundleView(
                        model,
                        new BundleActions(
                                openRun, services.picker()::folder, services.clipboard()));
        making = new MakeViewModel(source, services.jobs());
        sheet = new MakeView(making, files, services.clipboard());
    }

    /// From now on the sheet lies over this.
    void over(StackPane whole) {
        sheet.over(whole);
    }

    /// Whether a path is a bundle. What cannot be looked into is none; whoever reads it next says
    /// why.
    static boolean is(Path path) {
        try {
            return Bundle.is(path);
        } catch (SourceException e) {
            return false;
        }
    }

    /// The screen, with a bundle in it; the same one again is not verified again.
    Screen screen(Path bundle) {
        if (!bundle.equals(model.bundle())) {
            model.open(bundle);
        }
        return new Screen(
                String.valueOf(bundle.getFileName()),
                view.root(),
                view.keys(),
                view::keyPressed,
                view::inSight);
    }

    /// Which runs a bundle would be made of.
    ///
    /// @param one the run that is looked at
    /// @param listed all that are listed
    record Choice(Path one, List<Path> listed) {
        Choice {
            listed = List.copyOf(listed);
        }

        /// The run that is shown, else the selected one of the queue with all that its filter
        /// leaves; null if there is none.
        ///
        /// @param run null where no run is in sight
        static @Nullable Choice of(@Nullable RunDesk run, QueueDesk desk) {
            OpenRun open = run == null ? null : run.shown();
            if (open != null) {
                return new Choice(open.directory(), List.of());
            }
            QueueViewModel queue = desk.model();
            QueueRow row = queue.selectedProperty().get();
            return row == null
                    ? null
                    : new Choice(
                            row.item().run().directory(),
                            queue.rows().stream()
                                    .map(listed -> listed.item().run().directory())
                                    .distinct()
                                    .toList());
        }
    }

    /// The same screen, where `b` makes a bundle of what it shows.
    Screen making(Screen screen) {
        List<KeyHint> keys = new ArrayList<>(screen.keys());
        keys.add(new KeyHint("b", "Create a bundle"));
        return new Screen(
                screen.title(),
                screen.root(),
                keys,
                e -> {
                    if (wanted(e)) {
                        make();
                        e.consume();
                    } else {
                        screen.onKey().accept(e);
                    }
                },
                screen.inSight());
    }

    private static boolean wanted(KeyEvent e) {
        boolean elsewhere = e.isShortcutDown() || e.isMetaDown() || e.isAltDown();
        return e.getCode() == KeyCode.B
                && !elsewhere
                && !(e.getTarget() instanceof TextInputControl);
    }

    /// Asks which runs; nothing happens where there are none.
    private void make() {
        Choice wanted = choice.get();
        if (wanted != null) {
            making.open(wanted.one(), wanted.listed());
        }
    }

    /// For the palette.
    PaletteItem item() {
        return new PaletteItem(Feather.PACKAGE, "Create a bundle", "Action", "b", this::make);
    }
}
