// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.StateText;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Segment;

import javafx.scene.control.SkinBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One path a state, so that style sheets colour them and a million records cost thirteen nodes.
final class ChainStripSkin extends SkinBase<ChainStrip> {
    private static final double MARK_HEIGHT = 8;
    private static final double STRIP_HEIGHT = 32;
    private static final int ROOM_FOR_BLOCKS = 4;
    private static final int FAULT_WIDTH = 3;

    private final Map<RecordState, Path> paths = new EnumMap<>(RecordState.class);
    private final Path mark = new Path();
    private final Tooltip tooltip = new Tooltip();

    ChainStripSkin(ChainStrip strip) {
        super(strip);
        for (RecordState state : RecordState.values()) {
            var path = new Path();
            path.getStyleClass().addAll("state", styleClass(state));
            path.setManaged(false);
            paths.put(state, path);
            getChildren().add(path);
        }
        mark.getStyleClass().add("mark");
        mark.setManaged(false);
        getChildren().add(mark);
        registerChangeListener(strip.segmentsProperty(), o -> strip.requestLayout());
        registerChangeListener(strip.markedProperty(), o -> strip.requestLayout());
        Tooltip.install(strip, tooltip);
        strip.addEventHandler(MouseEvent.MOUSE_MOVED, e -> tooltip.setText(describe(recordAt(e))));
        strip.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> click(recordAt(e)));
    }

    /// The style class of a state, also for legends.
    static String styleClass(RecordState state) {
        return "state-" + state.name().toLowerCase(Locale.ROOT);
    }

    /// How much of the strip's height a state takes.
    static double height(RecordState state) {
        return switch (state) {
            case UNREAD -> 0.1;
            case UNANCHORED -> 0.25;
            case INTACT -> 0.5;
            case FORK,
                    RESTART,
                    DUPLICATED,
                    REORDERED,
                    INSERTED,
                    MISSING,
                    REWRITTEN,
                    MODIFIED,
                    TORN,
                    MALFORMED ->
                    1;
        };
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        Map<RecordState, List<PathElement>> elements = new EnumMap<>(RecordState.class);
        int width = (int) w;
        long records = getSkinnable().records();
        double top = y + MARK_HEIGHT;
        for (StripRuns.Run run : StripRuns.of(getSkinnable().segmentsProperty().get(), width)) {
            List<PathElement> target =
                    elements.computeIfAbsent(run.state(), s -> new ArrayList<>());
            if (records * ROOM_FOR_BLOCKS <= width) {
                addBlocks(target, run, records, width, x, top);
            } else {
                addRun(target, run, width, x, top);
            }
        }
        paths.forEach((state, path) ->
                path.getElements().setAll(elements.getOrDefault(state, List.of())));
        layoutMark(x, y, width, records);
    }

    private static void addBlocks(
            List<PathElement> target,
            StripRuns.Run run,
            long records,
            int width,
            double x,
            double top) {
        int from = run.from();
        while (from < run.to()) {
            long record = StripRuns.recordAt(from, records, width);
            int end = record + 1 >= records ? width : StripRuns.pixelOf(record + 1, records, width);
            addRect(target, run.state(), x + from, end - from - 1.0, top);
            from = end;
        }
    }

    private static void addRun(
            List<PathElement> target, StripRuns.Run run, int width, double x, double top) {
        int size = run.to() - run.from();
        int shown = height(run.state()) < 1 ? size : Math.max(size, FAULT_WIDTH);
        int from = Math.min(run.from(), width - shown);
        addRect(target, run.state(), x + from, shown, top);
    }

    private static void addRect(
            List<PathElement> target, RecordState state, double x, double w, double top) {
        double h = Math.max(2, STRIP_HEIGHT * height(state));
        double y = top + (STRIP_HEIGHT - h) / 2;
        target.addAll(
                List.of(
                        new MoveTo(x, y),
                        new HLineTo(x + w),
                        new VLineTo(y + h),
                        new HLineTo(x),
                        new ClosePath()));
    }

    private void layoutMark(double x, double y, int width, long records) {
        long marked = getSkinnable().markedProperty().get();
        mark.setVisible(marked >= 0 && marked < records && width > 0);
        if (!mark.isVisible()) {
            return;
        }
        int from = StripRuns.pixelOf(marked, records, width);
        int size = records * ROOM_FOR_BLOCKS <= width ? (int) (width / records) - 1 : FAULT_WIDTH;
        double centre = x + Math.min(from + size / 2.0, width - FAULT_WIDTH / 2.0);
        mark.getElements()
                .setAll(
                        new MoveTo(centre - 5, y),
                        new HLineTo(centre + 5),
                        new LineTo(centre, y + MARK_HEIGHT - 2),
                        new ClosePath());
    }

    private long recordAt(MouseEvent e) {
        ChainStrip strip = getSkinnable();
        int width = (int) (strip.getWidth() - strip.snappedLeftInset() - strip.snappedRightInset());
        int pixel =
                (int) Math.clamp(e.getX() - strip.snappedLeftInset(), 0, Math.max(0, width - 1));
        return width <= 0 ? 0 : StripRuns.recordAt(pixel, strip.records(), width);
    }

    private void click(long record) {
        if (record < getSkinnable().records()) {
            getSkinnable().clicked(record);
        }
    }

    private String describe(long record) {
        for (Segment s : getSkinnable().segmentsProperty().get()) {
            if (record >= s.from() && record < s.to()) {
                return "Record "
                        + record
                        + ": "
                        + StateText.word(s.state())
                        + ". "
                        + StateText.meaning(s.state());
            }
        }
        return "";
    }

    @Override
    protected double computePrefHeight(double width, double t, double r, double b, double l) {
        return t + MARK_HEIGHT + STRIP_HEIGHT + b;
    }

    @Override
    protected double computeMinHeight(double width, double t, double r, double b, double l) {
        return computePrefHeight(width, t, r, b, l);
    }

    @Override
    protected double computePrefWidth(double height, double t, double r, double b, double l) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height, double t, double r, double b, double l) {
        return 64;
    }

    @Override
    protected double computeMaxWidth(double height, double t, double r, double b, double l) {
        return Double.MAX_VALUE;
    }
}
