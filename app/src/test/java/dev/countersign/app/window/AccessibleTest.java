// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.run.RunTab;
import dev.countersign.app.sample.ScriptedRuns;

import javafx.application.ColorScheme;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Whatever keys can reach says what it is to readers of the screen, and is seen to have the focus
/// (WCAG 2.2: 4.1.2, 2.4.7, 2.4.13).
class AccessibleTest {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");

    /// Between a pixel with the focus and the same without.
    private static final double CONTRAST = 3;

    /// Around a control, for rings that stand outside of it.
    private static final int AROUND = 5;

    /// Has the focus as long as it is there; its caret says so.
    private static final String ALWAYS = "palette-query";

    @TempDir Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<String> screens() {
        List<String> names =
                List.of(
                        "queue",
                        "queue-preview",
                        "queue-empty",
                        "queue-failed",
                        "broken",
                        "failed",
                        "palette",
                        "keys",
                        "findings",
                        "findings-gaps",
                        "samples",
                        "samples-undrawn",
                        "samples-observed",
                        "samples-incomplete",
                        "samples-calculator",
                        "bundle",
                        "bundle-refused",
                        "bundle-make",
                        "bundle-making",
                        "bundle-made",
                        "ledger-broken",
                        "reports-nothing-open",
                        "reports-pick-run",
                        "reports-working",
                        "reports-saved",
                        "reports-chart",
                        "reports-print",
                        "matrix-ready",
                        "matrix-listed",
                        "settings-policy",
                        "settings-invalid",
                        "settings-holidays",
                        "settings-sources",
                        "settings-appearance",
                        "run-tampered-RESULTS",
                        "run-tampered-CHECKS",
                        "run-awaiting-INPUT",
                        "run-awaiting-FILES",
                        "run-awaiting-TIMELINE",
                        "sign-first",
                        "sign-statement",
                        "sign-wrong-pin",
                        "sign-refused",
                        "sign-done",
                        "sign-resume-sure",
                        "sign-resumed",
                        "key-token-keys",
                        "key-make-key",
                        "key-unstamped",
                        "key-identity",
                        "sheet-escalate",
                        "sheet-escalated",
                        "sheet-response",
                        "sheet-response-obstructed",
                        "sheet-response-refused");
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whatKeysReachSpeaksAndIsSeen(String name) throws Exception {
        List<String> wrong =
                WaitForAsyncUtils.asyncFx(
                                () -> {
                                    Scene scene = scene(name, look(ColorScheme.LIGHT));
                                    List<String> found = new ArrayList<>(wrong(scene));
                                    Gallery.dress(scene, look(ColorScheme.DARK));
                                    wrong(scene).forEach(w -> found.add("dark: " + w));
                                    return found;
                                })
                        .get(60, TimeUnit.SECONDS);
        assertThat(wrong).isEmpty();
    }

    private static Pictures.Look look(ColorScheme scheme) {
        return new Pictures.Look(scheme, 1280, 800, 0);
    }

    private Scene scene(String name, Pictures.Look look) throws Exception {
        if (name.startsWith("sign-")) {
            return SignPictures.scene(look, name.substring("sign-".length()), folder);
        }
        if (name.startsWith("key-")) {
            return KeyPictures.scene(look, name.substring("key-".length()), folder);
        }
        if (name.startsWith("sheet-")) {
            return SheetPictures.scene(look, name.substring("sheet-".length()), folder);
        }
        if (name.startsWith("bundle")) {
            return BundlePictures.scene(look, name, folder);
        }
        if (name.startsWith("samples")) {
            return SamplesPictures.scene(look, name);
        }
        if (name.startsWith("run-")) {
            String[] parts = name.split("-");
            return RunPictures.scene(
                    look,
                    new ScriptedRuns(),
                    ScriptedRuns.directory(parts[1]),
                    RunTab.valueOf(parts[2]));
        }
        if (ReportsPictures.STATES.contains(name)) {
            return ReportsPictures.scene(look, name);
        }
        return DesksPictures.STATES.contains(name)
                ? DesksPictures.scene(look, name)
                : Pictures.scene(look, name);
    }

    private static List<String> wrong(Scene scene) {
        List<Node> reached = new ArrayList<>();
        boolean over =
                scene.getRoot() instanceof StackPane; // what lies over the window has the keys
        Node sheet = // what it lies over cannot be reached
                scene.getRoot().lookupAll(".sign-sheet").stream()
                        .filter(one -> one.getParent().isVisible())
                        .reduce((below, above) -> above)
                        .orElse(null);
        collect(
                sheet != null
                        ? sheet
                        : over
                                ? scene.getRoot().getChildrenUnmodifiable().getLast()
                                : scene.getRoot(),
                reached);
        scene.getRoot().lookupAll("*").forEach(node -> node.setCache(false)); // as scroll panes do
        assertThat(reached).isNotEmpty();
        List<String> wrong = new ArrayList<>();
        List<Node> accents =
                reached.stream().filter(node -> node.getStyleClass().contains("accent")).toList();
        if (accents.size() > 1) {
            wrong.add("more than one stands out: " + accents);
        }
        Set<List<String>> seen = new HashSet<>();
        for (Node node : reached) {
            if (!MuteControls.speaks(node)) {
                wrong.add("mute: " + node);
            }
            if (inSight(scene, node)
                    && !ALWAYS.equals(node.getId())
                    && seen.add(List.copyOf(node.getStyleClass()))
                    && !shows(scene, node)) {
                wrong.add("no focus seen: " + node);
            }
        }
        return wrong;
    }

    /// In the window, and not scrolled away: what is, comes into sight with the focus.
    private static boolean inSight(Scene scene, Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane
                    && !at.localToScene(at.getLayoutBounds())
                            .contains(node.localToScene(node.getLayoutBounds()))) {
                return false;
            }
        }
        return new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight())
                .contains(area(scene, node));
    }

    private static void collect(Node node, List<Node> reached) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            reached.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, reached));
        }
    }

    private static Rectangle2D area(Scene scene, Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        double x = Math.max(0, Math.floor(bounds.getMinX()) - AROUND);
        double y = Math.max(0, Math.floor(bounds.getMinY()) - AROUND);
        return new Rectangle2D(
                x,
                y,
                Math.max(1, Math.min(Math.ceil(bounds.getMaxX()) + AROUND, scene.getWidth()) - x),
                Math.max(1, Math.min(Math.ceil(bounds.getMaxY()) + AROUND, scene.getHeight()) - y));
    }

    /// At least one pixel of a ring, a side long, stands out from what was there.
    private static boolean shows(Scene scene, Node node) {
        Rectangle2D area = area(scene, node);
        focus(node, false); // it may have it already
        WritableImage before = picture(scene, area);
        focus(node, true);
        WritableImage after = picture(scene, area);
        focus(node, false);
        int changed = 0;
        PixelReader was = before.getPixelReader();
        PixelReader is = after.getPixelReader();
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                if (was.getArgb(x, y) != is.getArgb(x, y)
                        && ratio(was.getColor(x, y), is.getColor(x, y)) >= CONTRAST) {
                    changed++;
                }
            }
        }
        return changed >= Math.min(area.getWidth(), area.getHeight()) - 2 * AROUND;
    }

    private static void focus(Node node, boolean on) {
        node.pseudoClassStateChanged(FOCUSED, on);
        node.pseudoClassStateChanged(VISIBLE, on);
        node.getScene().getRoot().applyCss();
        node.getScene().getRoot().layout();
    }

    private static WritableImage picture(Scene scene, Rectangle2D area) {
        var wanted = new SnapshotParameters();
        wanted.setViewport(area);
        wanted.setFill(Color.TRANSPARENT);
        return scene.getRoot().snapshot(wanted, null);
    }

    private static double ratio(Color a, Color b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed())
                + 0.7152 * linear(c.getGreen())
                + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double c) {
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
