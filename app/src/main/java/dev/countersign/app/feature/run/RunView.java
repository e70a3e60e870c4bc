// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.KeyHint;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.core.signing.Act;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import java.nio.file.Path;
import java.util.List;

/// The run screen: empty, under way, a run, or why it could not be read.
public final class RunView {
    private final RunViewModel model;
    private final RunTime time;
    private final RunActions actions;
    private final RunPage page;
    private final StackPane root = new StackPane();
    private Subscription ticking = Subscription.EMPTY;

    /// @param model what is shown
    /// @param time the moment that is shown
    /// @param actions where it leads
    /// @param clipboard where copied digests go
    public RunView(RunViewModel model, RunTime time, RunActions actions, TextClipboard clipboard) {
        this.model = model;
        this.time = time;
        this.actions = actions;
        page = new RunPage(model, time, actions, clipboard, this::openIntegrity);
        root.getStyleClass().add("run-screen");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::escaped);
        model.stateProperty().subscribe(this::show);
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("j / k", "Next and previous claim (also the arrows)"),
                new KeyHint("Enter", "From a claim to its evidence"),
                new KeyHint("1 – 5", "Results, checks, input, files, timeline"),
                new KeyHint("a / r", "Approve, reject"),
                new KeyHint("g", "Let an approved run go on"),
                new KeyHint("e", "Escalate to others"),
                new KeyHint("i", "Integrity of this log"),
                new KeyHint("F5", "Read the run again"),
                new KeyHint("Esc", "To the claims; from there back"));
    }

    /// Hears that it is shown, or left: clocks tick only while somebody sees them.
    public void inSight(boolean here) {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
        if (here) {
            ticking = time.now().subscribe(page::tick);
            focus();
        }
    }

    /// Where keys should go.
    public void focus() {
        if (model.stateProperty().get() instanceof RunState.Shown) {
            page.focusClaims();
        } else {
            Node button = root.lookup(".button");
            (button == null ? root : button).requestFocus();
        }
    }

    /// Hears a key that nothing in the screen wanted; what it takes it consumes.
    public void keyPressed(KeyEvent e) {
        if (e.isControlDown() || e.isAltDown() || e.isMetaDown() || e.isShiftDown()) {
            return;
        }
        boolean taken =
                switch (e.getCode()) {
                    case F5 -> does(model::again);
                    case A -> does(() -> page.press(new Act.Approve(null, "")));
                    case R -> does(() -> page.press(new Act.Reject(null, "")));
                    case E -> shown() && does(() -> actions.escalate().run());
                    case G -> shown() && does(page::resume);
                    case I -> does(this::openIntegrity);
                    case J -> does(() -> step(1));
                    case K -> does(() -> step(-1));
                    case DIGIT1, NUMPAD1 -> tab(RunTab.RESULTS);
                    case DIGIT2, NUMPAD2 -> tab(RunTab.CHECKS);
                    case DIGIT3, NUMPAD3 -> tab(RunTab.INPUT);
                    case DIGIT4, NUMPAD4 -> tab(RunTab.FILES);
                    case DIGIT5, NUMPAD5 -> tab(RunTab.TIMELINE);
                    case ESCAPE -> shown() && !page.claimsFocused() && does(page::focusClaims);
                    default -> false;
                };
        if (taken) {
            e.consume();
        }
    }

    /// Lists keep Esc to themselves, so it is heard before they do.
    private void escaped(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && shown()) {
            if (page.claimsFocused()) {
                actions.back().run();
            } else {
                page.focusClaims();
            }
            e.consume();
        }
    }

    private static boolean does(Runnable action) {
        action.run();
        return true;
    }

    private boolean shown() {
        return model.stateProperty().get() instanceof RunState.Shown;
    }

    private void step(int by) {
        model.step(by);
        page.focusClaims();
    }

    private boolean tab(RunTab tab) {
        model.tabProperty().set(tab);
        page.focusPage();
        return true;
    }

    private void openIntegrity() {
        Path directory = model.directory();
        if (directory != null) {
            actions.integrity().accept(directory);
        }
    }

    private void show(RunState state) {
        switch (state) {
            case RunState.Empty _ -> replace(MessagePane.empty(actions.back()));
            case RunState.Loading loading -> replace(MessagePane.loading(loading));
            case RunState.Shown shown -> {
                boolean fresh = !root.getChildren().contains(page.root());
                page.show(shown.read());
                replace(page.root());
                if (fresh) {
                    page.focusClaims();
                }
            }
            case RunState.Failed failed ->
                    replace(MessagePane.failed(failed, model::again, actions.back()));
        }
    }

    private void replace(Node node) {
        if (root.getChildren().size() != 1 || !root.getChildren().getFirst().equals(node)) {
            root.getChildren().setAll(node);
        }
    }
}
