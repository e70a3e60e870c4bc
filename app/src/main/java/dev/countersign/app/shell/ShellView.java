// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The window's content: the rail, a bar on top, the screen of the route, work under way below; the
/// palette and the key map over all of it.
public final class ShellView {
    private final ShellParts parts;
    private final BorderPane content = new BorderPane();
    private final TopBar top;
    private final Rail rail;
    private final Notices notices;
    private final Overlay overlay;
    private final DropTarget drop;
    private final Map<Route, String> titles = new HashMap<>();
    private Trail trail;
    private @Nullable Screen screen;

    /// @param root empty; the window's content goes in
    /// @param parts what it is made of
    /// @param start the first route; its screen is there
    public ShellView(StackPane root, ShellParts parts, Route start) {
        this.parts = parts;
        overlay = new Overlay(root);
        drop = new DropTarget(root, parts.actions().open());
        rail = new Rail(parts.places(), this::jump, parts.actions(), this::toggleKeyMap);
        top = new TopBar(parts.actions(), this::back, this::go, this::find);
        notices = new Notices(content);
        content.setTop(top.root());
        content.setBottom(new JobBar(parts.jobs()).root());
        var frame = new BorderPane(notices.root());
        frame.getStyleClass().add("shell");
        frame.setLeft(rail.root());
        root.getChildren().setAll(frame);
        trail = Trail.at(start);
        show(trail);
    }

    /// Goes deeper: the way back leads to what is shown now.
    public void go(Route route) {
        show(trail.to(route));
    }

    /// Goes to a place of the rail.
    public void jump(Route place) {
        show(Trail.at(place));
    }

    /// Goes to where one came from.
    public void back() {
        show(trail.back());
    }

    /// Says something that happened.
    public void say(String sentence) {
        notices.say(sentence);
    }

    /// Says something that can be done.
    ///
    /// @param word on the button that does it
    public void offer(String sentence, String word, Runnable action) {
        notices.offer(sentence, word, action);
    }

    /// Listens to the keys and drops of a scene.
    public void attach(Scene scene) {
        ShellKeys.attach(scene, parts.actions(), parts.places(), this::jump);
        scene.getAccelerators().put(ShellKeys.ctrl(KeyCode.K), this::find);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        drop.attach(scene);
        rail.follow(scene);
        scene.getRoot().applyCss(); // the pane of the notices takes its content in with its skin
        arrive();
    }

    private void show(Trail next) {
        Screen wanted = parts.screens().of(next.here());
        if (wanted == null) {
            notices.say("This part is not built yet.");
            return;
        }
        Screen left = screen;
        trail = next;
        screen = wanted;
        titles.put(next.here(), wanted.title());
        titles.keySet().retainAll(next.routes());
        rail.show(next.here());
        top.show(
                next.routes().stream()
                        .map(r -> new TopBar.Crumb(r, titles.getOrDefault(r, "")))
                        .toList());
        if (left != null && !left.root().equals(wanted.root())) {
            left.inSight().accept(false);
        }
        content.setCenter(wanted.root());
        arrive();
    }

    private void arrive() {
        if (screen != null && screen.root().getScene() != null) {
            screen.inSight().accept(true);
        }
    }

    private void typed(KeyEvent e) {
        if (e.getCharacter().equals("?") && !(e.getTarget() instanceof TextInputControl)) {
            toggleKeyMap();
            e.consume();
        }
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.F1) {
            toggleKeyMap();
            e.consume();
        } else if (screen != null) {
            screen.onKey().accept(e);
        }
        boolean back =
                e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.LEFT && e.isAltDown();
        if (back && !e.isConsumed() && trail.canGoBack()) {
            back();
            e.consume();
        }
    }

    private void toggleKeyMap() {
        if (overlay.isShown()) {
            overlay.close();
        } else if (screen != null) {
            new KeyMapOverlay(overlay).show(screen);
        }
    }

    /// Asks what to find.
    public void find() {
        List<PaletteItem> items = new ArrayList<>();
        for (Place place : parts.places()) {
            items.add(
                    new PaletteItem(
                            place.icon(),
                            place.word(),
                            "Screen",
                            "Ctrl+" + (items.size() + 1),
                            () -> jump(place.route())));
        }
        ShellActions does = parts.actions();
        items.add(action("Open file…", "Ctrl+O", Feather.FILE_TEXT, does.openLog()));
        items.add(action("Open folder…", "Ctrl+Shift+O", Feather.FOLDER, does.openFolder()));
        items.add(action("Switch light and dark", "Ctrl+L", Feather.SUN, does.switchTheme()));
        items.add(action("Light or dark as the system", "", Feather.MONITOR, does.systemTheme()));
        items.add(action("Larger text", "Ctrl++", Feather.TYPE, () -> does.resizeText().accept(1)));
        items.add(
                action("Smaller text", "Ctrl+−", Feather.TYPE, () -> does.resizeText().accept(-1)));
        items.add(action("Show the keys", "?", Feather.HELP_CIRCLE, this::toggleKeyMap));
        items.addAll(parts.found().items());
        new PaletteOverlay(overlay).show(items, parts.found()::asked);
    }

    private static PaletteItem action(String title, String keys, Feather icon, Runnable run) {
        return new PaletteItem(icon, title, "Action", keys, run);
    }
}
