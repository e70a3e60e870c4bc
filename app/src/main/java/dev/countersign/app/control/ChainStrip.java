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
import java.util.function.LongConsumer;

/// A whole log as one strip: each record a block while there is room, else the worst state of each
/// pixel. Height tells the states apart where colour does not: right ones are low, faults stand
/// out.
public final class ChainStrip extends Control {
    /// No record is marked.
    public static final long NONE = -1;

    private final ObjectProperty<List<Segment>> segments =
            new SimpleObjectProperty<>(this, "segments", List.of());
    private final LongProperty marked = new SimpleLongProperty(this, "marked", NONE);
    private LongConsumer onRecord = record -> {};

    public ChainStrip() {
        getStyleClass().add("chain-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// What is drawn: gapless runs of records from 0.
    public ObjectProperty<List<Segment>> segmentsProperty() {
        return segments;
    }

    /// The record that an arrow points at, or [#NONE].
    public LongProperty markedProperty() {
        return marked;
    }

    /// Hears which record was clicked.
    public void setOnRecord(LongConsumer listener) {
        onRecord = listener;
    }

    void clicked(long record) {
        onRecord.accept(record);
    }

    long records() {
        List<Segment> list = segments.get();
        return list.isEmpty() ? 0 : list.getLast().to();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ChainStripSkin(this);
    }
}
