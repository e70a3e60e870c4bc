// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.chain.RecordState;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// One row's part of the chain: the record as a knot, its link upwards, the links of later records
/// downwards. A link that does not hold has a gap and a cross in it.
final class LinkGutter extends Region {
    private static final double LANE = 11;
    private static final double EDGE = 11;
    private static final double KNOT = 4;
    private static final double CROSS = 3.5;

    private final Path links = path("link");
    private final Path branches = path("link-branch");
    private final Path wrong = path("link-wrong");
    private final Path far = path("link-far");
    private final Path knot = path("knot");
    private @Nullable LinkDrawing drawing;
    private RecordState state = RecordState.UNREAD;

    private final ReadOnlyIntegerProperty lanes;

    /// @param lanes how many there are room for
    LinkGutter(ReadOnlyIntegerProperty lanes) {
        this.lanes = lanes;
        lanes.subscribe(this::requestLayout);
        getStyleClass().add("link-gutter");
        knot.getStyleClass().add("state-unread");
        setMouseTransparent(true);
    }

    private Path path(String style) {
        var path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        getChildren().add(path);
        return path;
    }

    /// Becomes the part of another record; of none if the drawing is null.
    void show(@Nullable LinkDrawing now, RecordState stateNow) {
        if (now != null && now.equals(drawing) && stateNow == state) {
            return;
        }
        drawing = now;
        state = stateNow;
        knot.getStyleClass().setAll("knot", "state-" + stateNow.name().toLowerCase(Locale.ROOT));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List.of(links, branches, wrong, far, knot).forEach(p -> p.getElements().clear());
        LinkDrawing d = drawing;
        if (d == null) {
            return;
        }
        double height = getHeight();
        double middle = Math.round(height / 2);
        double x = x(d.lane());
        for (int lane : d.passing()) {
            add(lane == 0 ? links : branches, new MoveTo(x(lane), 0), new LineTo(x(lane), height));
        }
        for (int lane : d.to()) {
            add(
                    lane == 0 ? links : branches,
                    new MoveTo(x, middle),
                    bend(x, middle, x(lane), height));
        }
        up(d, x, middle);
        knot(x, middle);
    }

    private void up(LinkDrawing d, double x, double middle) {
        double top = x(d.from());
        switch (d.link()) {
            case HOLDS, BRANCH ->
                    add(
                            d.from() == 0 && d.lane() == 0 ? links : branches,
                            new MoveTo(top, 0),
                            bend(top, 0, x, middle));
            case SEVERED -> {
                add(wrong, new MoveTo(top, 0), new LineTo(top, middle - 12));
                cross(x, middle - 9);
            }
            case BROKEN -> cross(x, middle - 9);
            case ELSEWHERE -> add(far, new MoveTo(x, 0), new LineTo(x, middle));
            case START -> add(links, new MoveTo(x - 5, middle - 9), new LineTo(x + 5, middle - 9));
            case NONE -> {}
        }
        if (d.link() == LinkDrawing.Link.START) {
            add(links, new MoveTo(x, middle - 9), new LineTo(x, middle));
        }
    }

    private void cross(double x, double y) {
        add(
                wrong,
                new MoveTo(x - CROSS, y - CROSS),
                new LineTo(x + CROSS, y + CROSS),
                new MoveTo(x + CROSS, y - CROSS),
                new LineTo(x - CROSS, y + CROSS));
    }

    /// Straight where it stays in its lane.
    private static PathElement bend(double x, double y, double toX, double toY) {
        double half = (y + toY) / 2;
        return x == toX ? new LineTo(toX, toY) : new CubicCurveTo(x, half, toX, half, toX, toY);
    }

    /// Right ones are discs, what is wrong with a record itself a diamond, what is no record a
    /// triangle.
    private void knot(double x, double y) {
        switch (state) {
            case MALFORMED, TORN ->
                    add(
                            knot,
                            new MoveTo(x, y - KNOT - 1.5),
                            new LineTo(x + KNOT + 1.5, y + KNOT),
                            new LineTo(x - KNOT - 1.5, y + KNOT),
                            new ClosePath());
            case INTACT, UNREAD, UNANCHORED, FORK, RESTART ->
                    add(
                            knot,
                            new MoveTo(x - KNOT, y),
                            new ArcTo(KNOT, KNOT, 0, x + KNOT, y, false, false),
                            new ArcTo(KNOT, KNOT, 0, x - KNOT, y, false, false),
                            new ClosePath());
            case SUSPECT, DUPLICATED, REORDERED, INSERTED, MISSING, REWRITTEN, MODIFIED ->
                    add(
                            knot,
                            new MoveTo(x, y - KNOT - 2),
                            new LineTo(x + KNOT + 2, y),
                            new LineTo(x, y + KNOT + 2),
                            new LineTo(x - KNOT - 2, y),
                            new ClosePath());
        }
    }

    private static void add(Path path, PathElement... elements) {
        path.getElements().addAll(elements);
    }

    private static double x(int lane) {
        return EDGE + LANE * lane + 0.5;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * EDGE + LANE * (lanes.get() - 1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }
}
