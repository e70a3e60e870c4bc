// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.ChainStrip;
import dev.countersign.app.control.StripLegend;
import dev.countersign.app.control.StripWindow;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.StripText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The whole log as a thin strip, and below it the stretch of it that is looked at; the wheel, keys
/// and buttons take it from all records to one and back.
final class StripCard {
    private static final double THIN = 10;
    private static final double TALL = 34;

    /// The parts of the foot, together.
    private static final double BETWEEN = 24;

    private static final double FINER = 0.5;
    private static final double WHEEL = 0.8;
    private static final double QUARTER = 0.25;

    private final IntegrityViewModel model;
    private final RecordsModel records;
    private final ChainStrip whole = new ChainStrip(THIN);
    private final ChainStrip strip = new ChainStrip(TALL);
    private final StripAxis axis;
    private final StripLegend legend = new StripLegend();
    private final Label words = Boxes.label("", "muted", "strip-words");
    private final ToggleButton times = new ToggleButton("Times", new FontIcon(Feather.CLOCK));
    private final VBox root;

    StripCard(IntegrityViewModel model) {
        this.model = model;
        records = model.records();
        axis = new StripAxis(records);
        strip.setId("strip");
        whole.setId("strip-whole");
        whole.getStyleClass().add("thin");
        strip.setFocusTraversable(true);
        strip.markedProperty().bind(records.selectedProperty());
        strip.windowProperty().bind(records.windowProperty());
        strip.frameProperty().bind(records.inSightProperty());
        whole.frameProperty().bind(records.windowProperty());
        strip.setOnPointed(model::point);
        whole.setOnPointed(model::point);
        for (ChainStrip each : new ChainStrip[] {strip, whole}) {
            each.addEventHandler(ScrollEvent.SCROLL, e -> wheel(each, e));
        }
        strip.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        times.setTooltip(new Tooltip("Times under the strip (t)"));
        times.getStyleClass().setAll("chip", "strip-times");
        times.setAccessibleText("Times under the strip, t");
        axis.timesProperty().bind(times.selectedProperty());
        HBox tools = tools();
        HBox foot = Boxes.row("strip-foot", legend, words, tools);
        root = Boxes.column("strip-card", whole, strip, axis, foot);
        HBox.setHgrow(legend, Priority.ALWAYS);
        Boxes.wraps(
                legend,
                foot.widthProperty()
                        .subtract(words.widthProperty())
                        .subtract(tools.widthProperty())
                        .subtract(BETWEEN));
        records.pictureProperty().subscribe(this::show);
        records.windowProperty().subscribe(this::say);
    }

    Node root() {
        return root;
    }

    /// Times or record numbers.
    void toggleTimes() {
        times.setSelected(!times.isSelected());
    }

    void finer() {
        records.zoom(FINER);
    }

    void coarser() {
        records.zoom(1 / FINER);
    }

    private HBox tools() {
        HBox tools =
                Boxes.row(
                        "strip-tools",
                        tool("Zoom out", "-", Feather.ZOOM_OUT, this::coarser),
                        tool("Zoom in", "+", Feather.ZOOM_IN, this::finer),
                        tool("All records", "0", Feather.MAXIMIZE, records::whole),
                        times);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        return tools;
    }

    private static Button tool(String name, String key, Ikon icon, Runnable action) {
        Button button = Boxes.button("", key, icon, action);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setTooltip(new Tooltip(name + " (" + key + ")"));
        button.setAccessibleText(name + ", " + key);
        return button;
    }

    private void wheel(ChainStrip under, ScrollEvent e) {
        if (e.getDeltaY() != 0 && !e.isControlDown()) {
            records.zoom(e.getDeltaY() > 0 ? WHEEL : 1 / WHEEL, under.recordAt(e.getX()));
        } else if (e.getDeltaX() != 0) {
            records.pan(-Math.signum(e.getDeltaX()) * QUARTER / 2);
        }
        e.consume();
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT -> records.pan(-QUARTER);
            case RIGHT -> records.pan(QUARTER);
            case UP -> finer();
            case DOWN -> coarser();
            case ENTER -> {
                StripWindow shown = records.windowProperty().get();
                model.point(shown.from(), shown.to());
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void show(@Nullable LogPicture picture) {
        if (picture == null) {
            return;
        }
        strip.segmentsProperty().set(picture.segments());
        whole.segmentsProperty().set(picture.segments());
        whole.windowProperty().set(StripWindow.whole(picture.records()));
        legend.show(picture.segments(), picture.whole());
        say();
    }

    private void say() {
        StripWindow shown = records.windowProperty().get();
        words.setText(
                shown.size() == records.records()
                        ? ""
                        : StripText.shown(shown.from(), shown.size()));
        strip.setAccessibleText(
                StripText.spoken(
                        shown.from(), shown.to(), records.records(), model.faults().size()));
        whole.setAccessibleText("The whole log, " + Numbers.count(records.records(), "record"));
    }
}
