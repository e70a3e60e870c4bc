// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Keys;
import dev.countersign.app.feature.bundle.BundleActions;
import dev.countersign.app.feature.bundle.BundleSource;
import dev.countersign.app.feature.bundle.BundleView;
import dev.countersign.app.feature.bundle.BundleViewModel;
import dev.countersign.app.feature.bundle.MakeOffer;
import dev.countersign.app.feature.bundle.MakeView;
import dev.countersign.app.feature.bundle.MakeViewModel;
import dev.countersign.app.feature.queue.QueueRow;
import dev.countersign.app.feature.queue.QueueViewModel;
import dev.countersign.app.feature.response.OpenRun;
import dev.countersign.app.feature.samples.SampleRow;
import dev.countersign.app.feature.samples.SamplesState;
import dev.countersign.app.feature.samples.SamplesViewModel;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.text.BundleWords;
import dev.countersign.core.sampling.Member;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

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
    private final Supplier<List<MakeOffer>> offers;

    /// Where it leads.
    ///
    /// @param run shows a run
    /// @param open asks for a file and opens it
    record Ways(Consumer<Path> run, Runnable open) {}

    /// @param shower shows what was written
    /// @param offers which runs a bundle would be made of, the likeliest first
    BundleDesk(
            BundleSource source,
            SavePicker files,
            FolderShower shower,
            WindowServices services,
            Ways ways,
            Supplier<List<MakeOffer>> offers) {
        this.offers = offers;
        var verifying = new SimpleBooleanProperty();
        model = new BundleViewModel(source, services.jobs().on(verifying));
        view =
                new BundleView(
                        model,
                        new BundleActions(
                                ways.run(),
                                ways.open(),
                                services.picker()::folder,
                                services.clipboard(),
                                shower));
        verifying.bind(view.working());
        var packing = new SimpleBooleanProperty();
        making = new MakeViewModel(source, services.jobs().on(packing));
        sheet = new MakeView(making, files, services.clipboard(), shower);
        packing.bind(sheet.working());
    }

    /// From now on the sheet lies over this.
    void over(StackPane whole) {
        sheet.over(whole);
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

    /// The run that is shown.
    static List<MakeOffer> ofRun(RunDesk run) {
        OpenRun open = run.shown();
        return open == null ? List.of() : List.of(one(open.directory()));
    }

    /// What is selected in the queue, and all that its filter leaves.
    static List<MakeOffer> ofQueue(QueueDesk desk) {
        QueueViewModel queue = desk.model();
        List<Path> chosen = runs(queue.chosenProperty().get());
        List<Path> listed = runs(queue.rows());
        List<MakeOffer> offers = new ArrayList<>();
        if (chosen.size() > 1) {
            offers.add(offer(BundleWords.ofSelected(chosen.size()), chosen));
        }
        QueueRow row = queue.selectedProperty().get();
        if (row != null) {
            offers.add(one(row.item().run().directory()));
        }
        if (listed.size() > 1 && listed.size() > chosen.size()) {
            offers.add(offer(BundleWords.ofListed(listed.size()), listed));
        }
        return offers;
    }

    /// What is to be looked at of a month, and the run that is selected.
    static List<MakeOffer> ofSample(SamplesViewModel samples) {
        List<Path> wanted = new ArrayList<>();
        for (SampleRow row : samples.rows()) {
            Member member = row.member();
            if (member != null) {
                wanted.add(member.directory());
            }
        }
        List<MakeOffer> offers = new ArrayList<>();
        if (samples.stateProperty().get() instanceof SamplesState.Shown(var reading, _, _)
                && !wanted.isEmpty()) {
            offers.add(
                    new MakeOffer(
                            BundleWords.ofSample(wanted.size()),
                            wanted,
                            BundleWords.sampleName(reading.month())));
        }
        SampleRow row = samples.selectedProperty().get();
        Member member = row == null ? null : row.member();
        if (member != null && !offers.isEmpty()) {
            offers.add(one(member.directory()));
        }
        return offers;
    }

    private static List<Path> runs(List<QueueRow> rows) {
        return rows.stream().map(row -> row.item().run().directory()).distinct().toList();
    }

    private static MakeOffer one(Path run) {
        return offer(BundleWords.ofThis(), List.of(run));
    }

    private static MakeOffer offer(String words, List<Path> runs) {
        return new MakeOffer(words, runs, BundleWords.fileName(runs));
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
        return e.getCode() == KeyCode.B && !Keys.elsewhere(e) && !e.isAltDown();
    }

    /// Asks which runs; nothing happens where there are none.
    void make() {
        making.open(offers.get());
    }

    /// For the palette.
    PaletteItem item() {
        return new PaletteItem(Feather.PACKAGE, "Create a bundle", "Action", "b", this::make);
    }
}
