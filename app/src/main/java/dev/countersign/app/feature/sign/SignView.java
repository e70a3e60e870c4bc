// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.FocusRing;

import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The sheet at the side of a run. While it is there, the run behind it cannot be reached; Esc
/// closes it.
public final class SignView {
    private final SignViewModel model;
    private final SignTime time;
    private final SignActions actions;
    private final SignResults results;
    private final UnrecordedPages unrecorded;
    private final VBox card = new VBox();
    private final StackPane root = new StackPane(card);
    private @Nullable SignForm form;
    private final EventHandler<KeyEvent> pressed = e -> down = true;
    private final EventHandler<KeyEvent> released = e -> down = false;
    private boolean down;
    private boolean opening;

    /// @param model what is shown
    /// @param time the moment that is shown
    /// @param actions where it leads
    public SignView(SignViewModel model, SignTime time, SignActions actions) {
        this.model = model;
        this.time = time;
        this.actions = actions;
        results =
                new SignResults(
                        model,
                        time,
                        actions,
                        new ResumePart(
                                model.resume(), time, this::focus, actions.clipboard()::put));
        unrecorded = new UnrecordedPages(model, actions);
        card.setId("sign-sheet");
        card.getStyleClass().add("sign-sheet");
        card.setAccessibleText("Sign sheet");
        root.getStyleClass().add("scrim");
        StackPane.setAlignment(card, Pos.CENTER_RIGHT);
        var _ = new FocusRing(card);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::escaped);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        root.addEventFilter(KeyEvent.KEY_RELEASED, e -> opening = false);
        root.addEventHandler(KeyEvent.ANY, KeyEvent::consume);
        root.sceneProperty().subscribe(this::moved);
        time.now().subscribe(this::tick);
        model.stateProperty().subscribe(this::show);
    }

    /// What lies over the run.
    public Parent root() {
        return root;
    }

    /// Where keys should go.
    public void focus() {
        Node node = form == null ? card.lookup(".button.accent") : form.first();
        if (node != null) {
            Parent whole = card.getScene() == null ? card : card.getScene().getRoot();
            whole.applyCss();
            whole.layout(); // what is out of sight is known only then
            FocusRing.focus(node);
        }
    }

    /// Only a key that is down when the sheet opens has opened it: whoever clicks and types loses
    /// nothing.
    private void moved(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            before.removeEventFilter(KeyEvent.KEY_RELEASED, released);
        }
        down = false;
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
            now.addEventFilter(KeyEvent.KEY_RELEASED, released);
        }
    }

    /// The key that opened the sheet is no text for its first field.
    private void typed(KeyEvent e) {
        if (opening) {
            opening = false;
            e.consume();
        }
    }

    private void escaped(KeyEvent e) {
        opening = false;
        if (e.getCode() == KeyCode.ESCAPE) {
            model.close();
            e.consume();
        }
    }

    private void tick(Instant now) {
        if (form != null && model.stateProperty().get() instanceof SignState.Asking asking) {
            form.tick(asking.act(), now);
        }
    }

    private void show(SignState state) {
        opening |= down && !root.isVisible() && !(state instanceof SignState.Closed);
        root.setVisible(!(state instanceof SignState.Closed));
        switch (state) {
            case SignState.Closed _ -> replace(null);
            case SignState.Looking(String words) -> look(words);
            case SignState.Unread(String sentence) -> replace(results.unread(sentence));
            case SignState.Asking asking -> ask(asking);
            case SignState.Signing signing -> busy(signing);
            case SignState.Done done -> replace(results.done(done));
            case SignState.Resuming resuming -> replace(results.resuming(resuming));
            case SignState.Unfinished unfinished -> replace(results.unfinished(unfinished));
            case SignState.Refused refused -> replace(results.refused(refused));
            case SignState.Untrusted untrusted -> replace(unrecorded.untrusted(untrusted));
            case SignState.Unstamped unstamped -> replace(unrecorded.unstamped(unstamped));
            case SignState.NotWritten notWritten -> replace(unrecorded.notWritten(notWritten));
            case SignState.Failed failed -> replace(results.failed(failed));
        }
    }

    private void ask(SignState.Asking asking) {
        SignForm shown = form;
        if (shown != null && shown.about(asking.subject())) {
            shown.show(asking);
            if (shown.root().isDisable()) {
                shown.busy(false);
                focus();
            }
            return;
        }
        var made = new SignForm(model, asking, time, actions);
        made.show(asking);
        card.getChildren().setAll(made.root());
        form = made;
        focus();
    }

    /// Keys typed until it asks reach nothing else.
    private void look(String words) {
        replace(results.looking(words));
        card.requestFocus();
    }

    /// What was asked stays in sight, and cannot be changed any more.
    private void busy(SignState.Signing signing) {
        if (form == null) {
            replace(results.signing(signing));
        }
        if (form != null) {
            form.busy(true);
        }
        card.requestFocus();
    }

    private void replace(@Nullable Node page) {
        form = null;
        if (page == null) {
            card.getChildren().clear();
        } else {
            card.getChildren().setAll(page);
            focus();
        }
    }
}
