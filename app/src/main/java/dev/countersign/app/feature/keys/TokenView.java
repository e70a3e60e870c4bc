// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.app.control.Sheet;
import dev.countersign.app.platform.LibraryPicker;

import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;

/// The sheet that finds a key on a token.
public final class TokenView {
    private final TokenViewModel model;
    private final LibraryPicker picker;
    private final ZoneId viewer;
    private final Sheet sheet;
    private @Nullable TokenForm form;

    /// @param model what is shown
    /// @param picker asks for the library
    /// @param viewer the zone in which moments are told
    public TokenView(TokenViewModel model, LibraryPicker picker, ZoneId viewer) {
        this.model = model;
        this.picker = picker;
        this.viewer = viewer;
        sheet = new Sheet("token-sheet", "Token", model::close);
        model.stateProperty().subscribe(this::show);
    }

    /// From now on it lies over this while there is something to show.
    public void over(StackPane whole) {
        sheet.over(whole);
    }

    private void show(TokenState state) {
        switch (state) {
            case TokenState.Closed _ -> {
                form = null;
                sheet.hide();
            }
            case TokenState.Asking asking -> {
                TokenForm shown = form;
                if (shown == null) {
                    shown = new TokenForm(model, picker, viewer);
                    form = shown;
                    shown.show(asking);
                    sheet.show(shown.root(), shown.first());
                } else if (shown.show(asking)) {
                    sheet.focus(shown.first());
                }
            }
        }
    }
}
