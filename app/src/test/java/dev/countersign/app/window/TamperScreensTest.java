// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.WindowServices;
import dev.countersign.app.Wiring;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.control.ChainStrip;
import dev.countersign.app.platform.FilePicker;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.TamperDesk;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Segment;
import dev.countersign.core.testkit.Expected;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.Tamper;
import dev.countersign.core.testkit.Tamper.Position;
import dev.countersign.core.testkit.TamperKit;
import dev.countersign.core.testkit.Tampered;

import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Whatever can be done to a log is told by the screen in the right word, sentence and picture; the
/// first of each category is drawn to `target/screens`.
class TamperScreensTest {
    private static final int RECORDS = 40;
    private static final long SEED = 11;

    /// What is done to the record that is recovered.
    private static final String RECOVERED = "letter in other case";

    @TempDir Path folder;

    private final TamperDesk desk = new TamperDesk();
    private final Map<ChainFormat, GeneratedLog> logs = new HashMap<>();
    private final Set<FaultCategory> drawn = EnumSet.noneOf(FaultCategory.class);
    private Wiring.Window window;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void everyKindIsToldInItsWordSentenceAndPicture() throws Exception {
        onScreen(() -> {
            window = window();
            return null;
        });
        for (Tamper tamper : TamperKit.all()) {
            if (!tamper.name().contains("levels")) { // what is deep is core's matter
                onScreen(() -> {
                    told(tamper);
                    return null;
                });
            }
        }
        assertThat(drawn).containsAll(TamperWords.told());
    }

    private void told(Tamper tamper) throws Exception {
        ChainFormat format =
                tamper.formats().contains(ChainFormat.A)
                        ? ChainFormat.A
                        : tamper.formats().getFirst();
        Position position =
                tamper.positions().contains(Position.MIDDLE)
                        ? Position.MIDDLE
                        : tamper.positions().iterator().next();
        Tampered tampered = tamper.apply(log(format), position, SEED);
        window.model().open(desk.write(tampered, folder.resolve("audit.jsonl")));
        Pictures.lay(window);
        Expected expected = tampered.expected();
        if (expected.faults().isEmpty()) {
            assertThat(text("#headline")).as(tamper.name()).matches(TamperWords.clean(expected));
            return;
        }
        FaultCategory category = expected.faults().getFirst().category();
        long record = expected.faults().getFirst().record();
        TamperWords words = TamperWords.of(category);
        assertThat(window.model().records().selectedProperty().get())
                .as("%s: the first break opens by itself", tamper.name())
                .isEqualTo(record);
        assertThat(text("#fault-word")).as(tamper.name()).isIn(words.word(), "Hash disagrees");
        assertThat(text("#detail-sentence")).as(tamper.name()).containsPattern(words.sentence());
        if (tamper.name().startsWith("UTF-16")) {
            unreadable(tamper.name());
        }
        var strip = (ChainStrip) window.scene().lookup("#strip");
        Segment drawnAs =
                strip.segmentsProperty().get().stream()
                        .filter(s -> record >= s.from() && record < s.to())
                        .findFirst()
                        .orElseThrow();
        assertThat(drawnAs.state()).as(tamper.name()).isEqualTo(words.state());
        if (tamper.name().equals(RECOVERED)) {
            window.model().recover();
            Pictures.lay(window);
            assertThat(text("#recover-words")).contains("This is the text the hash was made from");
            Png.write(
                    window.scene().snapshot(null),
                    Path.of("target", "screens", "integrity-recovered.png"));
            Path copy = Files.write(folder.resolve("copy.jsonl"), log(format).toBytes());
            window.model().compare().compare(folder.resolve("audit.jsonl"), copy);
            ((ToggleButton) window.scene().lookup("#tab-compare")).fire();
            Pictures.lay(window);
            assertThat(text("#compare-sentence")).startsWith("The logs differ only at record 20");
            Png.write(
                    window.scene().snapshot(null),
                    Path.of("target", "screens", "integrity-compared.png"));
            ((ToggleButton) window.scene().lookup("#tab-records")).fire();
        }
        if (position == Position.MIDDLE && drawn.add(category)
                || !tamper.positions().contains(Position.MIDDLE) && drawn.add(category)) {
            picture(category, words, strip, record);
        }
    }

    /// Nothing in a log of another encoding can be read: no hash of it speaks, and its lines are
    /// counted alike wherever they are counted.
    private void unreadable(String name) {
        assertThat(window.scene().lookup("#recover")).as(name).isNull();
        assertThat(window.scene().getRoot().lookupAll(".fact-value"))
                .as(name)
                .extracting(Node::getAccessibleText)
                .contains(text("#tab-records").replace("  ", " ") + ", none readable");
    }

    /// The block of the record stands in the strip, at its place, as tall as faults are, in the
    /// colour of its state.
    private void picture(FaultCategory category, TamperWords words, ChainStrip strip, long record)
            throws Exception {
        WritableImage image = window.scene().snapshot(null);
        Png.write(
                image,
                Path.of(
                        "target",
                        "screens",
                        "integrity-" + category.name().toLowerCase(Locale.ROOT) + ".png"));
        var bounds = strip.localToScene(strip.getLayoutBounds());
        double block = bounds.getWidth() / strip.windowProperty().get().size();
        int x = (int) (bounds.getMinX() + block * (record + 0.5));
        int y = (int) bounds.getMinY() + 12;
        assertThat(image.getPixelReader().getColor(x, y))
                .as("%s at %d, %d", category, x, y)
                .isEqualTo(Color.web(words.colour()));
    }

    private GeneratedLog log(ChainFormat format) {
        return logs.computeIfAbsent(format, f -> LogGenerator.generate(f, RECORDS, SEED));
    }

    private String text(String selector) {
        Node node = window.scene().lookup(selector);
        return ((Labeled) Objects.requireNonNull(node, selector)).getText();
    }

    private static Wiring.Window window(TamperDesk desk) {
        var services =
                new WindowServices(
                        desk,
                        new Jobs(Runnable::run, Runnable::run, () -> 0),
                        new NoPicker(),
                        text -> {},
                        ScriptedVerifier.CLOCK,
                        null);
        Wiring.Window window = Wiring.window(services, 1280, 800);
        window.themes().choose(ColorScheme.LIGHT);
        return window;
    }

    private Wiring.Window window() {
        return window(desk);
    }

    private static void onScreen(java.util.concurrent.Callable<Scene> task) throws Exception {
        WaitForAsyncUtils.asyncFx(task).get(60, TimeUnit.SECONDS);
    }

    private static final class NoPicker implements FilePicker {
        @Override
        public Optional<Path> log() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }
    }
}
