// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.text.JobText;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What lies over a window, and what is typed there, is not lost to what a look found: that waits.
final class OpenSheets {
    private final Consumer<String> say;
    private final Offer offer;
    private @Nullable Node window;
    private @Nullable BooleanBinding waiting;

    /// Says what can be done, with a button that does it.
    @FunctionalInterface
    interface Offer {
        void make(String sentence, String word, Runnable action);
    }

    /// @param say says that something waits
    /// @param offer offers it once nothing is in its way
    OpenSheets(Consumer<String> say, Offer offer) {
        this.say = say;
        this.offer = offer;
    }

    /// From now on sheets are looked for here.
    void in(Node whole) {
        window = whole;
    }

    /// Opens what was looked at; over a sheet it is offered once that is closed. A response comes
    /// over what is there, but not over text. Whatever comes later takes the place of what waits.
    ///
    /// @param open takes the screen away
    void closed(Path path, Pointed what, Runnable open) {
        waiting = null;
        Node sheet = inTheWay(what);
        if (sheet == null) {
            open.run();
            return;
        }
        BooleanBinding there = sheet.sceneProperty().isNotNull().and(sheet.visibleProperty());
        there.addListener((o, was, is) -> {
            if (!is && there.equals(waiting)) {
                waiting = null;
                offer.make(JobText.ready(path), JobText.OPEN, () -> closed(path, what, open));
            }
        });
        waiting = there;
        say.accept(JobText.waits(path));
    }

    private @Nullable Node inTheWay(Pointed what) {
        Node whole = window;
        boolean sheet = what == Pointed.RESPONSE || what == Pointed.CHECKPOINTS;
        return whole == null
                ? null
                : whole.lookupAll(".scrim").stream()
                        .filter(node -> seen(node) && (!sheet || typed(node)))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean typed(Node sheet) {
        return sheet.lookupAll(".text-input").stream()
                .anyMatch(node ->
                        node instanceof TextInputControl field
                                && field.isEditable()
                                && !field.getText().isEmpty());
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
