// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.CommandLabel;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.PathLabel;
import dev.countersign.app.control.Sheet;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.BundleWords;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The sheet that makes a bundle.
public final class MakeView {
    /// More runs than this are counted.
    private static final int MOST = 5;

    private final MakeViewModel model;
    private final SavePicker files;
    private final TextClipboard clipboard;
    private final FolderShower shower;
    private final Sheet sheet;
    private final MakingPage progress;
    private @Nullable MakeOffer last;

    /// @param model what is shown
    /// @param files asks where it is written
    /// @param clipboard takes copies
    /// @param shower shows the folder it was written to
    public MakeView(
            MakeViewModel model, SavePicker files, TextClipboard clipboard, FolderShower shower) {
        this.model = model;
        this.files = files;
        this.clipboard = clipboard;
        this.shower = shower;
        sheet = new Sheet("make-sheet", "Create a bundle", model::close);
        progress = new MakingPage(model::close);
        model.stateProperty().subscribe(this::show);
    }

    /// From now on it lies over this while there is something to show.
    public void over(StackPane whole) {
        sheet.over(whole);
    }

    /// Whether it shows how far packing is.
    public ObservableBooleanValue working() {
        return progress.root().sceneProperty().isNotNull();
    }

    private void show(MakeState state) {
        switch (state) {
            case MakeState.Closed _ -> sheet.hide();
            case MakeState.Asking asking -> sheet.show(asking(asking), null);
            case MakeState.Making now -> making(now);
            case MakeState.Stopped(Path file) -> sheet.show(stopped(file), null);
            case MakeState.Made(BundleMade made) -> sheet.show(made(made), null);
            case MakeState.Failed(String sentence) -> sheet.show(failed(sentence), null);
        }
    }

    private Node asking(MakeState.Asking asking) {
        List<Button> buttons = new ArrayList<>();
        for (MakeOffer offer : asking.offers()) {
            boolean first = buttons.isEmpty();
            Button button =
                    SheetParts.button(
                            offer.words(),
                            offer.runs().size() > 1 ? Feather.LAYERS : Feather.PACKAGE,
                            "make-" + buttons.size(),
                            () -> make(offer));
            buttons.add(first ? SheetParts.accent(button) : button);
        }
        buttons.add(close());
        GridPane facts = FactGrid.empty();
        MakeOffer likeliest = asking.offers().getFirst();
        VBox runs = Boxes.column("sign-files");
        likeliest.runs().stream()
                .limit(MOST)
                .forEach(run ->
                        runs.getChildren().add(new PathLabel("the run", run, clipboard::put)));
        int more = likeliest.runs().size() - MOST;
        if (more > 0) {
            runs.getChildren().add(Boxes.label(BundleWords.more(more), "muted"));
        }
        FactGrid.add(facts, likeliest.runs().size() == 1 ? "This run" : "These runs", runs);
        return SheetParts.page(
                "make-asking",
                List.of(
                        SheetParts.title("Create a bundle", "make-headline"),
                        facts,
                        Boxes.prose(BundleWords.holds()),
                        Boxes.prose(BundleWords.forms(), "muted")),
                buttons.toArray(Button[]::new));
    }

    private void make(MakeOffer offer) {
        last = offer;
        files.save("Create a bundle", offer.name())
                .ifPresent(file -> model.make(offer.runs(), file));
    }

    private void making(MakeState.Making now) {
        progress.show(now.progress(), now.stopping());
        if (!sheet.shows(progress.root())) {
            progress.of(now.runs(), now.file());
            sheet.show(progress.root(), null);
        }
    }

    private Node stopped(Path file) {
        return SheetParts.page(
                "make-stopped",
                List.of(
                        SheetParts.head(Mark.STOPPED, "Not made", "make-headline"),
                        Boxes.prose(Foreign.path(BundleWords.notMade(file)))),
                elsewhere());
    }

    private Node made(BundleMade made) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Bundle", new PathLabel("the bundle", made.file(), clipboard::put));
        FactGrid.add(facts, "Runs", Boxes.prose(Numbers.grouped(made.runs())));
        if (!made.sha256().isEmpty()) {
            FactGrid.add(facts, "Size", Boxes.prose(Numbers.bytes(made.bytes())));
            FactGrid.add(
                    facts,
                    "SHA-256",
                    DigestLabel.whole("SHA-256 of the bundle", made.sha256(), clipboard::put));
        }
        FactGrid.add(
                facts,
                "Verify it",
                new CommandLabel(BundleWords.command(made.file()), clipboard::put));
        return SheetParts.page(
                "make-made",
                List.of(
                        SheetParts.head(Mark.VERIFIED, BundleWords.made(), "make-headline"),
                        facts,
                        Boxes.prose(BundleWords.tell(), "muted")),
                SheetParts.accent(close()),
                SheetParts.button(
                        "Show in folder", Feather.FOLDER, "make-show", () -> show(made.file())));
    }

    private void show(Path file) {
        Path folder = file.getParent();
        if (folder != null) {
            shower.show(folder);
        }
    }

    private Node failed(String sentence) {
        return SheetParts.page(
                "make-failed",
                List.of(
                        SheetParts.head(Mark.FAILED, "Not made", "make-headline"),
                        Boxes.prose(Foreign.path(sentence))),
                elsewhere());
    }

    /// Asks once more where it is to be.
    private Button[] elsewhere() {
        MakeOffer offer = last;
        if (offer == null) {
            return new Button[] {SheetParts.accent(close())};
        }
        Button again =
                SheetParts.button(
                        "Choose another file…", Feather.SAVE, "make-again", () -> make(offer));
        return new Button[] {SheetParts.accent(again), close()};
    }

    private Button close() {
        return SheetParts.button("Close", Feather.X, "make-close", model::close);
    }
}
