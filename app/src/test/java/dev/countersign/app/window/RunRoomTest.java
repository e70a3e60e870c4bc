// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.app.feature.run.RunTab;
import dev.countersign.app.sample.SampleKept;
import dev.countersign.app.sample.ScriptedRuns;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.Sightings;

import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// However much is to be said of a run, what it consists of keeps half of a small window, and
/// nothing of what makes room for it vanishes unsaid.
class RunRoomTest {
    private static final double HALF = 400;
    private static final ColorScheme LIGHT = ColorScheme.LIGHT;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({
        "awaiting, 2",
        "gate-blocked, 2",
        "maker-checker, 2",
        "findings, 0",
        "findings, 1",
        "findings, 2",
        "tampered, 0",
        "tampered, 1",
        "tampered, 2",
        "no-state, 2",
        "pad-violation, 2",
        "foreign, 2"
    })
    void theRunKeepsHalfOfTheWindow(String run, int larger) throws Exception {
        on(() -> {
            Scene scene =
                    scene(new ScriptedRuns(), run, new Pictures.Look(LIGHT, 1280, 800, larger));
            assertThat(room(scene)).isGreaterThanOrEqualTo(HALF);
        });
    }

    @Test
    void whatMakesRoomIsCountedWithItsWorstAndOpens() throws Exception {
        on(() -> {
            Scene scene =
                    scene(new Everything(), "findings", new Pictures.Look(LIGHT, 1280, 800, 2));
            assertThat(room(scene)).isGreaterThanOrEqualTo(HALF);
            Button notices = more(scene, "seen-before");
            assertThat(seen(scene, "seen-before")).containsExactly("seen-line");
            assertThat(notices.getText())
                    .isEqualTo("6 more notices: SEV-1, unfinished, on hold, torn end");
            Button clocks = more(scene, "clocks");
            assertThat(seen(scene, "clocks")).hasSize(1);
            assertThat(clocks.getText()).isEqualTo("2 more clocks: met");
            assertThat(List.of(notices, clocks)).allMatch(Button::isFocusTraversable);
            assertThat(first(scene))
                    .isEqualTo("SEV-1: witness audit desk has seen another log of this run.");
            notices.fire();
            lay(scene);
            assertThat(first(scene)).endsWith("here are 23 up to 91bb04e2d3c7…: changed since.");
            assertThat(seen(scene, "seen-before")).hasSize(7);
            assertThat(notices.getText()).isEqualTo("Fewer notices");
            clocks.fire();
            lay(scene);
            assertThat(seen(scene, "clocks")).hasSize(3);
            assertThat(seen(scene, "seen-before")).hasSize(1);
            clocks.fire();
            lay(scene);
            assertThat(room(scene)).isGreaterThanOrEqualTo(HALF);
        });
    }

    @Test
    void whereThereIsRoomNothingMakesRoom() throws Exception {
        on(() -> {
            Scene scene =
                    scene(new Everything(), "findings", new Pictures.Look(LIGHT, 1920, 1080, 0));
            assertThat(seen(scene, "seen-before")).hasSize(7);
            assertThat(seen(scene, "clocks")).hasSize(3);
            assertThat(more(scene, "seen-before").isVisible()).isFalse();
            assertThat(room(scene)).isGreaterThanOrEqualTo(HALF);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void theLightEndsWithTheLastWordOfALine(int larger) throws Exception {
        on(() -> {
            var look = new Pictures.Look(LIGHT, 1280, 800, larger);
            Scene scene = scene(new ScriptedRuns(), "tampered", look);
            var light = (javafx.scene.shape.Path) scene.lookup(".light");
            var flow = (TextFlow) light.getParent().lookup(".raw-flow");
            String text =
                    flow.getChildren().stream()
                            .map(node -> ((Text) node).getText())
                            .collect(Collectors.joining());
            int cited = text.indexOf("deployment.");
            List<TextLineInfo> broken =
                    flow.getLayoutInfo().getTextLines(false).stream()
                            .filter(line -> text.charAt(line.end() - 1) == ' ')
                            .filter(line -> line.end() <= cited)
                            .toList();
            assertThat(broken).as("it breaks at a blank").isNotEmpty();
            for (TextLineInfo line : broken) {
                PathElement[] shape = flow.getRangeShape(line.end() - 1, line.end(), false);
                Bounds room = new javafx.scene.shape.Path(shape).getLayoutBounds();
                assertThat(light.contains(room.getCenterX(), room.getCenterY())).isFalse();
                assertThat(light.contains(room.getMinX() - 2, room.getCenterY())).isTrue();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void theDividerOfTheTimelineLiesOnNothing(int larger) throws Exception {
        on(() -> {
            var look = new Pictures.Look(LIGHT, 1280, 800, larger);
            Scene scene =
                    RunPictures.scene(
                            look,
                            new ScriptedRuns(),
                            ScriptedRuns.directory("tampered"),
                            RunTab.TIMELINE);
            Bounds divider = inScene(scene.lookup(".run-page .split-pane-divider"));
            Bounds list = inScene(scene.lookup("#timeline"));
            Bounds below = inScene(scene.lookup(".timeline-fields"));
            assertThat(divider.getHeight()).isGreaterThanOrEqualTo(8);
            assertThat(divider.getMinY()).isGreaterThanOrEqualTo(list.getMaxY() - 0.5);
            assertThat(divider.getMaxY()).isLessThanOrEqualTo(below.getMinY() + 0.5);
        });
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Scene scene(ReadRun reader, String run, Pictures.Look look) {
        return RunPictures.scene(look, reader, ScriptedRuns.directory(run), RunTab.RESULTS);
    }

    private static double room(Scene scene) {
        return ((Region) scene.lookup(".run-split")).getHeight();
    }

    private static Button more(Scene scene, String id) {
        return (Button) scene.lookup("#" + id + " > .more");
    }

    private static String first(Scene scene) {
        return ((Labeled) scene.lookup("#seen-before .verdict-mark")).getText();
    }

    private static List<String> seen(Scene scene, String id) {
        return ((Region) scene.lookup("#" + id))
                .getChildrenUnmodifiable().stream()
                        .filter(node -> node.isVisible() && !(node instanceof Button))
                        .map(RunRoomTest::style)
                        .collect(Collectors.toList());
    }

    private static String style(Node node) {
        return node.getStyleClass().getFirst();
    }

    private static void lay(Scene scene) {
        for (int pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static void on(Runnable act) throws Exception {
        WaitForAsyncUtils.asyncFx(act).get(60, TimeUnit.SECONDS);
    }

    /// Whatever can be on file about a run.
    private static final class Everything implements ReadRun {
        private final ScriptedRuns runs = new ScriptedRuns();

        @Override
        public Optional<Reading> read(Path directory, Progress progress, Cancellation cancellation)
                throws SourceException {
            return runs.read(directory, progress, cancellation);
        }

        @Override
        public OnFile onFile(Path directory) {
            Finding witness = SampleKept.FOUND.getLast();
            return new OnFile(
                    List.of(witness, witness, witness, witness),
                    Sightings.NONE,
                    List.of(SampleKept.HOLD),
                    SampleKept.TORN);
        }
    }
}
