// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.util.Duration;

import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says in the window what happened elsewhere; goes by itself after a while.
final class Notices {
    private final NotificationPane pane;
    private final PauseTransition away = new PauseTransition(Duration.seconds(8));

    Notices(Node content) {
        pane = new NotificationPane(content);
        pane.setId("notices");
        pane.setShowFromTop(false);
        pane.setFocusTraversable(false);
        pane.skinProperty()
                .subscribe(() -> {
                    if (pane.lookup(".close-button") instanceof Button close) {
                        close.setAccessibleText("Close the notice");
                    }
                });
        away.setOnFinished(e -> pane.hide());
    }

    NotificationPane root() {
        return pane;
    }

    void say(String sentence) {
        pane.getActions().clear();
        show(sentence);
        away.playFromStart();
    }

    /// Stays until it is done, closed, or something else is said.
    void offer(String sentence, String word, Runnable action) {
        pane.getActions()
                .setAll(
                        new Action(
                                word,
                                e -> {
                                    pane.hide();
                                    action.run();
                                }));
        away.stop();
        show(sentence);
    }

    private void show(String sentence) {
        pane.setAccessibleText(sentence);
        pane.show(sentence, new FontIcon(Feather.INFO));
    }
}
