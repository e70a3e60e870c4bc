// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.escalate;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Sheet;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.text.EscalateText;

import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;

/// The sheet that takes a run to others.
public final class EscalateView {
    private final EscalateViewModel model;
    private final FolderShower shower;
    private final Sheet sheet;
    private @Nullable EscalateForm form;

    /// @param model what is shown
    /// @param shower shows the outbox
    public EscalateView(EscalateViewModel model, FolderShower shower) {
        this.model = model;
        this.shower = shower;
        sheet = new Sheet("escalate-sheet", "Escalate", model::close);
        model.stateProperty().subscribe(this::show);
    }

    /// From now on it lies over this while there is something to show.
    public void over(StackPane whole) {
        sheet.over(whole);
    }

    private void show(EscalateState state) {
        switch (state) {
            case EscalateState.Closed _ -> {
                form = null;
                sheet.hide();
            }
            case EscalateState.Asking asking -> ask(asking);
            case EscalateState.Writing _ ->
                    sheet.show(
                            SheetParts.page(
                                    "escalate-writing",
                                    List.of(
                                            SheetParts.title(
                                                    EscalateText.WRITING, "escalate-headline"),
                                            SheetParts.bar(EscalateText.WRITING))),
                            null);
            case EscalateState.Written written -> sheet.show(written(written), null);
        }
    }

    private void ask(EscalateState.Asking asking) {
        EscalateForm shown = form;
        if (shown == null || !shown.about(asking)) {
            shown = new EscalateForm(model, asking.run(), asking.hold());
            form = shown;
        }
        shown.show(asking);
        if (!sheet.shows(shown.root())) {
            sheet.show(shown.root(), shown.first());
        }
    }

    private Node written(EscalateState.Written written) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Draft e-mail", path(written.files().mail()));
        FactGrid.add(facts, "Incident", path(written.files().incident()));
        FactGrid.add(facts, "To", Boxes.prose(EscalateText.recipients(written.to())));
        Path folder = written.files().mail().getParent();
        return SheetParts.page(
                "escalate-written",
                List.of(
                        SheetParts.head(
                                Mark.VERIFIED,
                                written.hold() ? EscalateText.HELD : EscalateText.WRITTEN,
                                "escalate-headline"),
                        Boxes.prose(EscalateText.NEXT),
                        facts),
                SheetParts.accent(
                        SheetParts.button(
                                "Open the folder",
                                Feather.FOLDER,
                                "escalate-folder",
                                () -> {
                                    if (folder != null) {
                                        shower.show(folder);
                                    }
                                })),
                SheetParts.button("Close", Feather.X, "escalate-close", model::close));
    }

    private static Node path(Path path) {
        return Boxes.path(path);
    }
}
