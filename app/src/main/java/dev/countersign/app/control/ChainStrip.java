// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.core.chain.Segment;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

import java.util.List;

/// A log, or a stretch of it, as one strip: each record a block while there is room, else the worst
/// state of each pixel. Height tells the states apart where colour does not: right ones are low,
/// faults stand out.
public final class ChainStrip extends Control {
    /// No record is marked.
    public static final long NONE = -1;

    private final ObjectProperty<List<Segment>> segments =
            new SimpleObjectProperty<>(this, "segments", List.of());
    private final ObjectProperty<StripWindow> window =
            new SimpleObjectProperty<>(this, "window", StripWindow.NONE);
    private final ObjectProperty<StripWindow> frame =
            new SimpleObjectProperty<>(this, "frame", StripWindow.NONE);
    private final LongProperty marked = new SimpleLongProperty(this, "marked", NONE);
    private final double blockHeight;
    private Pointed onPointed = (from, to) -> {};

    /// Hears what a pixel stood for that was clicked.
    @FunctionalInterface
    public interface Pointed {
        /// @param from the first record there
        /// @param to the record after the last
        void at(long from, long to);
    }

    /// @param blockHeight of the tallest block, in pixels
    public ChainStrip(double blockHeight) {
        this.blockHeight = blockHeight;
        getStyleClass().add("chain-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// What is known: gapless runs of records from 0.
    public ObjectProperty<List<Segment>> segmentsProperty() {
        return segments;
    }

    /// Which of them are drawn.
    public ObjectProperty<StripWindow> windowProperty() {
        return window;
    }

    /// A stretch that has a line below it, as long as it is not all that is drawn.
    public ObjectProperty<StripWindow> frameProperty() {
        return frame;
    }

    /// The record that an arrow points at, or [#NONE].
    public LongProperty markedProperty() {
        return marked;
    }

    /// Hears which records were clicked.
    public void setOnPointed(Pointed listener) {
        onPointed = listener;
    }

    /// The record under a place, in the strip's own coordinates.
    public long recordAt(double x) {
        int width = width();
        return width <= 0 ? 0 : window.get().recordAt(pixelAt(x), width);
    }

    void clicked(double x) {
        int width = width();
        if (width > 0 && window.get().size() > 0) {
            int pixel = pixelAt(x);
            long from = window.get().recordAt(pixel, width);
            onPointed.at(from, Math.max(from + 1, window.get().recordAt(pixel + 1, width)));
        }
    }

    private int pixelAt(double x) {
        return (int) Math.clamp(x - snappedLeftInset(), 0, Math.max(0, width() - 1));
    }

    int width() {
        return (int) (getWidth() - snappedLeftInset() - snappedRightInset());
    }

    double blockHeight() {
        return blockHeight;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ChainStripSkin(this);
    }
}
