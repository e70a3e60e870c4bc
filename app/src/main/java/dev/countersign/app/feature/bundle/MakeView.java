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
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.BundleWords;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The sheet that makes a bundle.
public final class MakeView {
    private final MakeViewModel model;
    private final SavePicker files;
    private final TextClipboard clipboard;
    private final Sheet sheet;

    /// @param model what is shown
    /// @param files asks where it is written
    /// @param clipboard takes copies
    public MakeView(MakeViewModel model, SavePicker files, TextClipboard clipboard) {
        this.model = model;
        this.files = files;
        this.clipboard = clipboard;
        sheet = new Sheet("make-sheet", "Create a bundle", model::close);
        model.stateProperty().subscribe(this::show);
    }

    /// From now on it lies over this while there is something to show.
    public void over(StackPane whole) {
        sheet.over(whole);
    }

    private void show(MakeState state) {
        switch (state) {
            case MakeState.Closed _ -> sheet.hide();
            case MakeState.Asking asking -> sheet.show(asking(asking), null);
            case MakeState.Making(Path file, int runs) -> sheet.show(making(file, runs), null);
            case MakeState.Made(BundleMade made) -> sheet.show(made(made), null);
            case MakeState.Failed(String sentence) -> sheet.show(failed(sentence), null);
        }
    }

    private Node asking(MakeState.Asking asking) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(
                SheetParts.accent(
                        SheetParts.button(
                                "Of this run\u2026",
                                Feather.PACKAGE,
                                "make-one",
                                () -> make(List.of(asking.one())))));
        if (asking.listed().size() > 1) {
            buttons.add(
                    SheetParts.button(
                            "Of all " + Numbers.grouped(asking.listed().size()) + " listed\u2026",
                            Feather.LAYERS,
                            "make-all",
                            () -> make(asking.listed())));
        }
        buttons.add(close());
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "This run", new PathLabel("the run", asking.one(), clipboard::put));
        return SheetParts.page(
                "make-asking",
                List.of(
                        SheetParts.title("Create a bundle", "make-headline"),
                        facts,
                        Boxes.prose(BundleWords.holds()),
                        Boxes.prose(BundleWords.forms(), "muted")),
                buttons.toArray(Button[]::new));
    }

    private void make(List<Path> runs) {
        files.save("Create a bundle", BundleWords.fileName(runs))
                .ifPresent(file -> model.make(runs, file));
    }

    private Node making(Path file, int runs) {
        return SheetParts.page(
                "make-making",
                List.of(
                        SheetParts.title(BundleWords.making(runs), "make-headline"),
                        Boxes.prose(Foreign.visible(file.toString()), "mono"),
                        SheetParts.bar("Under way")));
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
                SheetParts.accent(close()));
    }

    private Node failed(String sentence) {
        return SheetParts.page(
                "make-failed",
                List.of(
                        SheetParts.head(Mark.FAILED, "Not made", "make-headline"),
                        Boxes.prose(Foreign.visible(sentence))),
                SheetParts.accent(close()));
    }

    private Button close() {
        return SheetParts.button("Close", Feather.X, "make-close", model::close);
    }
}
