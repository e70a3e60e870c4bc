// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.integrity.IntegrityView;
import dev.countersign.app.feature.integrity.IntegrityViewModel;
import dev.countersign.app.feature.integrity.OpenActions;
import dev.countersign.app.shell.Screen;

import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The integrity screen of one window.
final class IntegrityDesk {
    private final IntegrityViewModel model;
    private final IntegrityView view;
    private final Screen screen;
    private boolean inSight;

    IntegrityDesk(WindowServices services, OpenActions actions) {
        var working = new SimpleBooleanProperty();
        model =
                new IntegrityViewModel(
                        services.verifier(), services.jobs().on(working), services.clock());
        view = new IntegrityView(model, actions, services.clipboard());
        working.bind(view.working());
        screen =
                new Screen(
                        "Integrity",
                        view.root(),
                        view.keys(),
                        view::keyPressed,
                        here -> {
                            inSight = here;
                            if (here) {
                                view.focus();
                            }
                        });
    }

    /// What is shown of it.
    IntegrityViewModel model() {
        return model;
    }

    /// Shows what the log can be compared with.
    void compare() {
        view.compare();
    }

    /// Asks whether a log that was dropped is another copy of the one that is looked at.
    ///
    /// @param open opens it instead
    /// @return false if none is looked at
    boolean asks(Path dropped, Runnable open) {
        return inSight && view.ask(dropped, open);
    }

    /// The screen, with a log in it; the same one again is not verified again.
    ///
    /// @param path null for the one that was open last
    Screen screen(@Nullable Path path) {
        if (path != null && !path.equals(model.path())) {
            model.open(path);
        }
        return screen;
    }
}
