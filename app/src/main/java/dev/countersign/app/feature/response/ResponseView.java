// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import dev.countersign.app.control.Sheet;

import javafx.scene.layout.StackPane;

import java.time.ZoneId;
import java.util.function.Consumer;

/// The sheet over a response.
public final class ResponseView {
    private final ResponsePages pages;
    private final Sheet sheet;

    /// @param model what is shown
    /// @param viewer the zone in which moments are told
    /// @param copy takes copies
    public ResponseView(ResponseViewModel model, ZoneId viewer, Consumer<String> copy) {
        pages = new ResponsePages(model, viewer, copy);
        sheet = new Sheet("response-sheet", "Response", model::close);
        model.stateProperty().subscribe(this::show);
    }

    /// From now on it lies over this while there is something to show.
    public void over(StackPane whole) {
        sheet.over(whole);
    }

    private void show(ResponseState state) {
        switch (state) {
            case ResponseState.Closed _ -> sheet.hide();
            case ResponseState.Reading reading -> sheet.show(pages.reading(reading), null);
            case ResponseState.Asking asking -> sheet.show(pages.asking(asking.offer()), null);
            case ResponseState.Importing importing ->
                    sheet.show(pages.importing(importing.offer()), null);
            case ResponseState.Refused refused -> sheet.show(pages.refused(refused), null);
        }
    }
}
