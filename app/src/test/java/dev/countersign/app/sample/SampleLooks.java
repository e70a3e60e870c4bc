// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.settings.Appearance;
import dev.countersign.app.feature.settings.AppearanceDesk;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Remembers how a window would look.
public final class SampleLooks implements AppearanceDesk {
    private final ReadOnlyObjectWrapper<Appearance> appearance =
            new ReadOnlyObjectWrapper<>(new Appearance(Appearance.Scheme.SYSTEM, 100));

    @Override
    public ReadOnlyObjectProperty<Appearance> appearanceProperty() {
        return appearance.getReadOnlyProperty();
    }

    @Override
    public void choose(Appearance.Scheme scheme) {
        appearance.set(new Appearance(scheme, appearance.get().percent()));
    }

    @Override
    public void resize(double percent) {
        appearance.set(new Appearance(appearance.get().scheme(), percent));
    }
}
