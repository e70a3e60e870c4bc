// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Sheet;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.KeyText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The sheet that makes a key, and says what to do with it.
public final class MakeKeyView {
    private final MakeKeyViewModel model;
    private final SavePicker files;
    private final FolderShower shower;
    private final TextClipboard clipboard;
    private final Sheet sheet;
    private @Nullable MakeKeyForm form;

    /// @param model what is shown
    /// @param files asks where to
    /// @param shower shows the folder
    /// @param clipboard takes the fingerprint
    public MakeKeyView(
            MakeKeyViewModel model,
            SavePicker files,
            FolderShower shower,
            TextClipboard clipboard) {
        this.model = model;
        this.files = files;
        this.shower = shower;
        this.clipboard = clipboard;
        sheet = new Sheet("key-sheet", "Create a key", model::close);
        model.stateProperty().subscribe(this::show);
    }

    /// From now on it lies over this while there is something to show.
    public void over(StackPane whole) {
        sheet.over(whole);
    }

    private void show(MakeKeyState state) {
        switch (state) {
            case MakeKeyState.Closed _ -> {
                form = null;
                sheet.hide();
            }
            case MakeKeyState.Asking asking -> ask(asking);
            case MakeKeyState.Making _ ->
                    sheet.show(
                            SheetParts.page(
                                    "key-making",
                                    List.of(
                                            SheetParts.title(KeyText.MAKING, "key-headline"),
                                            SheetParts.bar(KeyText.MAKING))),
                            null);
            case MakeKeyState.Made(MadeKey key) -> sheet.show(made(key), null);
        }
    }

    private void ask(MakeKeyState.Asking asking) {
        MakeKeyForm shown = form;
        if (shown == null) {
            shown = new MakeKeyForm(model, files);
            form = shown;
        }
        Node next = shown.show(asking);
        sheet.show(shown.root(), next);
    }

    private Node made(MadeKey key) {
        boolean own = key.order().kind() == KeyOrder.Kind.SELF_SIGNED;
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Key", path(key.order().file()));
        FactGrid.add(facts, own ? "Certificate" : "Request", path(key.beside()));
        if (own) {
            FactGrid.add(
                    facts,
                    "Fingerprint",
                    DigestLabel.whole("fingerprint", key.fingerprint(), clipboard::put));
        }
        List<Button> buttons = new ArrayList<>();
        if (own) {
            buttons.add(
                    SheetParts.accent(
                            SheetParts.button(
                                    "Sign with it", Feather.PEN_TOOL, "key-use", model::use)));
        }
        buttons.add(
                SheetParts.button(
                        "Open the folder", Feather.FOLDER, "key-folder", () -> folder(key)));
        buttons.add(SheetParts.button("Close", Feather.X, "key-close", model::close));
        return SheetParts.page(
                "key-made",
                List.of(
                        SheetParts.head(
                                Mark.VERIFIED,
                                own ? "The key is there" : "Key and request are there",
                                "key-headline"),
                        Boxes.prose(own ? KeyText.GIVE : KeyText.SEND),
                        facts),
                buttons.toArray(Button[]::new));
    }

    private void folder(MadeKey key) {
        Path folder = key.beside().getParent();
        if (folder != null) {
            shower.show(folder);
        }
    }

    private static Node path(Path path) {
        return Boxes.path(path);
    }
}
