// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import java.util.List;

/// What the palette finds beside screens and actions.
public interface Findable {
    /// What is found by some letters of its name; asked each time the palette opens.
    List<PaletteItem> items();

    /// What has to be looked for, such as a record by its number: too many to be made beforehand.
    /// They are ranked among the items.
    ///
    /// @param typed what somebody has typed so far
    List<PaletteItem> asked(String typed);

    /// Nothing.
    static Findable nothing() {
        return new Findable() {
            @Override
            public List<PaletteItem> items() {
                return List.of();
            }

            @Override
            public List<PaletteItem> asked(String typed) {
                return List.of();
            }
        };
    }
}
