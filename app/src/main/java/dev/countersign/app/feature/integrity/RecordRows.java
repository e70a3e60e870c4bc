// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.StripWindow;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// Rows of records, of which only those in sight exist: nothing here costs more in a longer log. A
/// list view keeps a number for each of its rows and adds them up on each jump.
final class RecordRows extends Region {
    /// Rows above one that is gone to.
    private static final int BEFORE = 4;

    /// Fewer than these would be torn apart to fill the room.
    private static final int LEAST_ROWS = 2;

    /// Of the bar: a smaller one could not be gripped.
    private static final double LEAST_THUMB = 1.0 / 16;

    private final RecordsModel model;
    private final LongFunction<@Nullable FaultRow> faults;
    private final ReadOnlyBooleanProperty wide;
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final List<RecordRow> rows = new ArrayList<>();
    private double top;
    private double before;

    RecordRows(
            RecordsModel model,
            LongFunction<@Nullable FaultRow> faults,
            ReadOnlyBooleanProperty wide) {
        this.model = model;
        this.faults = faults;
        this.wide = wide;
        setId("records");
        getStyleClass().add("records");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Records of the log");
        setClip(clip);
        addRow();
        bar.setId("records-bar");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setUnitIncrement(3);
        bar.valueProperty().subscribe(value -> scroll(value.doubleValue()));
        getChildren().add(bar);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::clicked);
        model.arrivalsProperty().subscribe(this::arrived);
        model.selectedProperty().subscribe(record -> follow(record.longValue()));
    }

    private void addRow() {
        var row = new RecordRow(model, faults, wide);
        rows.add(row);
        getChildren().addFirst(row);
    }

    private long known() {
        LogPicture picture = model.pictureProperty().get();
        return picture == null ? 0 : picture.known();
    }

    /// Whole rows fill the room.
    private double rowHeight() {
        double needed = Math.max(16, snapSizeY(rows.getFirst().prefHeight(-1)));
        double fit = Math.floor(room() / needed);
        return fit < LEAST_ROWS ? needed : room() / fit;
    }

    private double room() {
        return Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset());
    }

    private double inSight() {
        double rows = room() / rowHeight();
        return Math.abs(rows - Math.rint(rows)) < 1e-6 ? Math.rint(rows) : rows;
    }

    private double last() {
        return Math.max(0, known() - inSight());
    }

    private void arrived() {
        rows.forEach(RecordRow::refresh);
        requestLayout();
    }

    private void scroll(double to) {
        double wanted = Math.clamp(to, 0, last());
        if (wanted != top) {
            top = wanted;
            requestLayout();
        }
    }

    /// Comes to a record that is not in sight, and to the whole of one that is cut.
    private void follow(long record) {
        if (record >= 0) {
            double end = record + 1 - inSight();
            boolean far = record < top - 1 || record > top + inSight() + 1;
            if (far) {
                scroll((double) record - BEFORE);
            } else if (record < top) {
                scroll((double) record);
            } else if (end > top) {
                scroll(end);
            }
        }
        rows.forEach(row -> row.select(record));
        requestLayout();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    /// Selects a row so many further on.
    void step(long by) {
        long at = model.selectedProperty().get();
        long from = at < 0 ? (long) Math.ceil(top) - 1 : at;
        model.select(Math.clamp(from + by, 0, Math.max(0, known() - 1)));
    }

    private void wheel(ScrollEvent e) {
        if (!e.isControlDown() && e.getDeltaY() != 0) {
            scroll(top - e.getDeltaY() / rowHeight());
            e.consume();
        }
    }

    private void pressed(KeyEvent e) {
        long page = Math.max(1, (long) inSight() - 1);
        switch (e.getCode()) {
            case UP -> step(-1);
            case DOWN -> step(1);
            case PAGE_UP -> step(-page);
            case PAGE_DOWN -> step(page);
            case HOME -> model.select(0);
            case END -> model.select(known() - 1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void clicked(MouseEvent e) {
        requestFocus();
        long record = (long) (top + (e.getY() - snappedTopInset()) / rowHeight());
        if (e.getX() < bar.getLayoutX() && record < known()) {
            model.select(record);
        }
    }

    @Override
    protected void layoutChildren() {
        double height = rowHeight();
        int wanted = (int) Math.ceil(room() / height) + 1;
        while (rows.size() < wanted) {
            addRow();
        }
        keepInSight();
        top = Math.clamp(top, 0, last());
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double barWidth = last() > 0 ? bar.prefWidth(-1) : 0;
        double width = getWidth() - snappedLeftInset() - snappedRightInset() - barWidth;
        layoutBar(barWidth);
        long first = (long) top;
        long selected = model.selectedProperty().get();
        for (long record = first; record < first + rows.size(); record++) {
            RecordRow row = rows.get((int) (record % rows.size()));
            double y = snapPositionY(snappedTopInset() + (record - top) * height);
            double end = snapPositionY(snappedTopInset() + (record + 1 - top) * height);
            row.show(record < known() ? record : -1);
            row.select(selected);
            row.resizeRelocate(snappedLeftInset(), y, width, end - y);
        }
        model.inSightProperty()
                .set(new StripWindow((long) Math.ceil(top), Math.min(known(), end())));
    }

    /// The record after the last that is wholly in sight.
    private long end() {
        return Math.max((long) Math.ceil(top) + 1, (long) (top + inSight()));
    }

    /// The record that is looked at stays in sight when there is less room.
    private void keepInSight() {
        double now = inSight();
        long selected = model.selectedProperty().get();
        boolean was = before == 0 || selected < top + before;
        if (now >= 1) {
            if (now != before && was && selected >= top) {
                top = Math.max(top, selected + 1 - now);
            }
            before = now;
        }
    }

    private void layoutBar(double width) {
        bar.setVisible(width > 0);
        bar.setMax(Math.max(1, last()));
        double share = Math.max(LEAST_THUMB, inSight() / Math.max(1, known()));
        bar.setVisibleAmount(bar.getMax() * Math.min(1, share));
        bar.setBlockIncrement(Math.max(1, inSight() - 1));
        bar.setValue(top);
        bar.resizeRelocate(
                getWidth() - snappedRightInset() - width, snappedTopInset(), width, room());
    }

    @Override
    protected double computePrefHeight(double width) {
        return 8 * snapSizeY(rows.getFirst().prefHeight(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return 2 * snapSizeY(rows.getFirst().prefHeight(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> (int) Math.min(Integer.MAX_VALUE, known());
            case FOCUS_ITEM -> row(model.selectedProperty().get());
            case ITEM_AT_INDEX -> row(((Integer) parameters[0]).longValue());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /// The row of a record; null if it is not in sight.
    private @Nullable RecordRow row(long record) {
        return rows.stream()
                .filter(r -> record >= 0 && r.shown() == record)
                .findFirst()
                .orElse(null);
    }
}
