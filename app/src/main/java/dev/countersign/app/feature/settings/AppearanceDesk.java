// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import javafx.beans.property.ReadOnlyObjectProperty;

/// How the window looks, and how that is changed.
public interface AppearanceDesk {
    /// As it is now.
    ReadOnlyObjectProperty<Appearance> appearanceProperty();

    /// Light, dark, or as the system says.
    void choose(Appearance.Scheme scheme);

    /// Larger or smaller text.
    ///
    /// @param percent one of {@link Appearance#SIZES}
    void resize(double percent);
}
