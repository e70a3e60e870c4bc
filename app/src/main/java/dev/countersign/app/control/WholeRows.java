// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// Whole rows fill a table to its lower end: each is a little taller than it need be, so that
/// neither half a row nor an empty strip is left. How many rows there are does not matter: a filter
/// moves none.
public final class WholeRows {
    /// Below the last row, for the round corners.
    private static final double BELOW = 4;

    /// The frame above and below, and that of the focus.
    private static final double FRAMES = 5;

    /// Rows that would grow by more than this look torn apart: then the strip stays.
    private static final double MOST = 1.5;

    /// Less than this is no difference.
    private static final double LEAST = 0.01;

    private final TableView<?> table;
    private final DoubleProperty row = new SimpleDoubleProperty();
    private final DoubleProperty stretch = new SimpleDoubleProperty(1);

    private @Nullable Region head;

    private WholeRows(TableView<?> table) {
        this.table = table;
    }

    /// Fills a table whose rows get their height from the style sheet.
    ///
    /// @param ems that height as a multiple of the size of the text
    /// @return how high a row need be
    public static ObservableNumberValue of(TableView<?> table, double ems) {
        if (table.getProperties().get(WholeRows.class) instanceof WholeRows already) {
            return already.row;
        }
        var rows = new WholeRows(table);
        table.fixedCellSizeProperty().subscribe(size -> rows.needs(size.doubleValue()));
        rows.fill(ems);
        return rows.row;
    }

    /// Fills a table whose rows get their height from the caller.
    ///
    /// @param row how high one need be
    public static void of(TableView<?> table, ObservableNumberValue row) {
        var rows = new WholeRows(table);
        rows.row.bind(row);
        table.fixedCellSizeProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> Math.rint(rows.row.get() * rows.stretch.get()),
                                rows.row,
                                rows.stretch));
        rows.fill(0);
    }

    /// How high a row is when as many as have room fill it.
    ///
    /// @param room for rows
    /// @param row height that one needs
    static double filling(double room, double row) {
        if (row <= 0 || room < row) {
            return row;
        }
        double height = Math.floor(room / Math.floor(room / row));
        return height > row * MOST ? row : height;
    }

    /// The style sheet, or a stretch asked of it, gave rows a height.
    private void needs(double size) {
        double needed = Math.max(0, size) / stretch.get();
        if (Math.abs(needed - row.get()) > LEAST) { // the style has its digits, too
            row.set(needed);
        }
    }

    private void fill(double ems) {
        table.getProperties().put(WholeRows.class, this);
        table.heightProperty().subscribe(() -> fit(ems));
        row.subscribe(() -> fit(ems));
    }

    private void fit(double ems) {
        if (head == null && table.lookup(".column-header-background") instanceof Region found) {
            head = found;
            found.heightProperty().subscribe(() -> fit(ems));
            if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.fixedCellSizeProperty().addListener((o, old, now) -> align(flow));
                flow.heightProperty().addListener((o, old, now) -> align(flow));
            }
            return;
        }
        if (head == null || head.getHeight() <= 0 || row.get() <= 0) {
            return;
        }
        double room = Math.max(0, table.getHeight() - head.getHeight() - BELOW - FRAMES);
        double height = filling(room, row.get());
        stretch.set(height / row.get());
        String cells =
                ems > 0
                        ? String.format(
                                Locale.ROOT, "-fx-fixed-cell-size: %.6fem; ", ems * stretch.get())
                        : "";
        double spare = room < height ? 0 : room % height;
        table.setStyle(
                String.format(
                        Locale.ROOT, "%s-fx-padding: 1px 1px %.1fpx 1px", cells, BELOW + spare));
    }

    /// Rows that got another height begin with a whole one; the selected one stays among them.
    private void align(VirtualFlow<?> flow) {
        double height = flow.getFixedCellSize();
        if (height <= 0 || flow.getHeight() < height || flow.getFirstVisibleCell() == null) {
            return; // not laid out yet
        }
        int selected = table.getSelectionModel().getSelectedIndex();
        int first = flow.getFirstVisibleCell().getIndex();
        boolean seen = selected >= first && selected <= flow.getLastVisibleCell().getIndex();
        int least = selected + 1 - (int) (flow.getHeight() / height);
        table.scrollTo(seen ? Math.clamp(first, Math.max(0, least), selected) : first);
    }
}
