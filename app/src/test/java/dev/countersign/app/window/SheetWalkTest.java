// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Every sheet by keyboard: keys begin where something is to be done, Tab goes on as one reads and
/// comes round, Shift+Tab goes back, Esc leaves.
class SheetWalkTest {
    /// Lines of text are further apart.
    private static final double ONE_ROW = 8;

    @TempDir Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({
        "sign, first, sign-identity",
        "sign, asking, sign-pin",
        "sign, reject, sign-rationale",
        "sign, dispose, sign-disposition",
        "sign, wrong-pin, sign-pin",
        "sign, done, sign-close",
        "sign, refused, sign-look-again",
        "sign, resume-sure, sign-close",
        "sign, resume-bar, sign-close",
        "key, token, token-pin",
        "key, token-keys, ''",
        "key, make-key, key-name",
        "key, make-key-made, key-use",
        "key, untrusted, sign-close",
        "key, unstamped, sign-stamp",
        "key, carried, sign-answer",
        "sheet, escalate, escalate-reason",
        "sheet, escalated, escalate-folder",
        "sheet, response, response-import",
        "sheet, response-obstructed, response-close",
        "signoff, asked, sign-pin",
    })
    void isWalkedByKeyboard(String kind, String state, String first) throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            walk(scene(kind, state), first);
                            return null;
                        })
                .get(60, TimeUnit.SECONDS);
    }

    private Scene scene(String kind, String state) throws Exception {
        var look = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0);
        return switch (kind) {
            case "sign" -> SignPictures.scene(look, state, folder);
            case "key" -> KeyPictures.scene(look, state, folder);
            case "sheet" -> SheetPictures.scene(look, state, folder);
            default -> SignOffPictures.scene(look, state, folder);
        };
    }

    private static void walk(Scene scene, String first) {
        Node sheet = sheet(scene);
        List<Node> stops = new ArrayList<>();
        Node start = scene.getFocusOwner();
        do {
            stops.add(scene.getFocusOwner());
            press(scene, KeyCode.TAB, false);
        } while (!start.equals(scene.getFocusOwner()) && stops.size() < 40);
        assertThat(name(start)).isEqualTo(first);
        assertThat(stops).allMatch(stop -> within(stop, sheet)).doesNotHaveDuplicates();
        List<String> read = stops.stream().sorted(asRead()).map(SheetWalkTest::name).toList();
        List<String> gone = new ArrayList<>(stops.stream().map(SheetWalkTest::name).toList());
        while (!gone.getFirst().equals(read.getFirst())) {
            gone.add(gone.removeFirst());
        }
        assertThat(gone).isEqualTo(read);
        press(scene, KeyCode.TAB, true);
        assertThat(scene.getFocusOwner()).isEqualTo(stops.getLast());
        press(scene, KeyCode.ESCAPE, false);
        assertThat(sheet.getScene() != null && sheet.getParent().isVisible()).isFalse();
    }

    /// The one on top.
    private static Node sheet(Scene scene) {
        return scene.getRoot().lookupAll(".sign-sheet").stream()
                .filter(sheet -> sheet.getParent().isVisible())
                .reduce((below, above) -> above)
                .orElseThrow();
    }

    private static boolean within(Node node, Node part) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(part)) {
                return true;
            }
        }
        return false;
    }

    /// What is scrolled comes before what is always in sight below it.
    private static Comparator<Node> asRead() {
        return Comparator.<Node, Boolean>comparing(SheetWalkTest::footer)
                .thenComparing((a, b) -> {
                    double down = middle(a) - middle(b);
                    return Math.abs(down) > ONE_ROW
                            ? Double.compare(down, 0)
                            : Double.compare(place(a).getMinX(), place(b).getMinX());
                });
    }

    private static boolean footer(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("sign-footer")) {
                return true;
            }
        }
        return false;
    }

    private static double middle(Node node) {
        return place(node).getCenterY();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String name(Node node) {
        return node.getId() == null ? "" : node.getId();
    }

    private static void press(Scene scene, KeyCode key, boolean shift) {
        Event.fireEvent(
                scene.getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
    }
}
