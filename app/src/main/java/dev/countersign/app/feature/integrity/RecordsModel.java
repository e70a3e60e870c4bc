// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.control.ChainStrip;
import dev.countersign.app.control.StripWindow;
import dev.countersign.core.chain.RecordLine;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The records of the log that is open: which are known, which one is selected, and which stretch
/// the strip shows. On the screen's thread.
public final class RecordsModel {
    private final LogDesk desk;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable LogPicture> picture =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StripWindow> window =
            new ReadOnlyObjectWrapper<>(StripWindow.NONE);
    private final ReadOnlyLongWrapper selected = new ReadOnlyLongWrapper(ChainStrip.NONE);
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper lanes = new ReadOnlyIntegerWrapper(1);
    private final ObjectProperty<StripWindow> inSight =
            new SimpleObjectProperty<>(StripWindow.NONE);
    private @Nullable RecordPages pages;

    RecordsModel(LogDesk desk, Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    /// What can be drawn; null while nothing is known.
    public ReadOnlyObjectProperty<@Nullable LogPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// The stretch that the strip shows.
    public ReadOnlyObjectProperty<StripWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /// The record that is looked at, or [ChainStrip#NONE].
    public ReadOnlyLongProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Grows when records have arrived or changed.
    public ReadOnlyIntegerProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }

    /// How many lanes the links of the records need; it only grows while a log is open.
    ReadOnlyIntegerProperty lanesProperty() {
        return lanes.getReadOnlyProperty();
    }

    /// The records whose rows are in sight; set by whoever shows them.
    public ObjectProperty<StripWindow> inSightProperty() {
        return inSight;
    }

    /// A record; null while it is not there.
    public @Nullable RecordLine line(long record) {
        return pages == null ? null : pages.get(record);
    }

    /// How a record hangs in the chain; null while it is not there.
    @Nullable LinkDrawing drawing(long record) {
        return pages == null ? null : pages.drawing(record);
    }

    /// Why records cannot be read; null if they can.
    @Nullable String problem() {
        return pages == null ? null : pages.problem();
    }

    /// Nothing is open.
    void forget() {
        pages = null;
        lanes.set(1);
        picture.set(null);
        window.set(StripWindow.NONE);
        selected.set(ChainStrip.NONE);
        inSight.set(StripWindow.NONE);
    }

    /// More is known.
    void show(Path path, LogPicture now) {
        LogPicture before = picture.get();
        if (pages == null) {
            pages = new RecordPages(desk, jobs, path, now, this::arrived);
        }
        pages.grow(now);
        window.set(
                before == null
                        ? StripWindow.whole(now.records())
                        : window.get().grown(before.records(), now.records()));
        picture.set(now);
        arrived();
    }

    private void arrived() {
        lanes.set(pages == null ? 1 : pages.lanes());
        arrivals.set(arrivals.get() + 1);
    }

    /// How many records there are.
    public long records() {
        LogPicture now = picture.get();
        return now == null ? 0 : now.records();
    }

    /// Looks at a record, or at none.
    public void select(long record) {
        LogPicture now = picture.get();
        if (now == null || record >= now.known()) {
            return;
        }
        selected.set(record);
        if (record >= 0) {
            window.set(window.get().showing(record, now.records()));
        }
    }

    /// Shows fewer records (a factor below 1) or more, around the one that is looked at.
    public void zoom(double factor) {
        StripWindow w = window.get();
        long centre = w.from() + w.size() / 2;
        zoom(factor, w.has(selected.get()) ? selected.get() : centre);
    }

    /// Shows fewer or more around a record.
    public void zoom(double factor, long around) {
        window.set(window.get().zoom(factor, around, records()));
    }

    /// Shows all of them.
    public void whole() {
        window.set(StripWindow.whole(records()));
    }

    /// Shows earlier or later ones.
    public void pan(double fraction) {
        window.set(window.get().pan(fraction, records()));
    }
}
