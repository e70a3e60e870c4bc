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
    private static final double FRAME_HEIGHT = 5;
    private static final int ROOM_FOR_BLOCKS = 4;
    private static final int FAULT_WIDTH = 3;

    private final Map<RecordState, Path> paths = new EnumMap<>(RecordState.class);
    private final Path mark = new Path();
    private final Path frame = new Path();
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
        frame.getStyleClass().add("frame");
        for (Path path : List.of(mark, frame)) {
            path.setManaged(false);
            getChildren().add(path);
        }
        registerChangeListener(strip.segmentsProperty(), o -> strip.requestLayout());
        registerChangeListener(strip.windowProperty(), o -> strip.requestLayout());
        registerChangeListener(strip.frameProperty(), o -> strip.requestLayout());
        registerChangeListener(strip.markedProperty(), o -> strip.requestLayout());
        Tooltip.install(strip, tooltip);
        strip.addEventHandler(
                MouseEvent.MOUSE_MOVED, e -> tooltip.setText(describe(strip.recordAt(e.getX()))));
        strip.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> strip.clicked(e.getX()));
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
            case SUSPECT,
                    FORK,
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
        StripWindow window = getSkinnable().windowProperty().get();
        double top = y + MARK_HEIGHT;
        for (StripRuns.Run run :
                StripRuns.of(getSkinnable().segmentsProperty().get(), window, width)) {
            List<PathElement> target =
                    elements.computeIfAbsent(run.state(), s -> new ArrayList<>());
            if (window.size() * ROOM_FOR_BLOCKS <= width) {
                addBlocks(target, run, window, width, x, top);
            } else {
                addRun(target, run, width, x, top);
            }
        }
        paths.forEach((state, path) ->
                path.getElements().setAll(elements.getOrDefault(state, List.of())));
        layoutMark(x, y, width, window);
        layoutFrame(x, top + getSkinnable().blockHeight() + 1, width, window);
    }

    private void addBlocks(
            List<PathElement> target,
            StripRuns.Run run,
            StripWindow window,
            int width,
            double x,
            double top) {
        int from = run.from();
        while (from < run.to()) {
            long record = window.recordAt(from, width);
            int end = record + 1 >= window.to() ? width : window.pixelOf(record + 1, width);
            addRect(target, run.state(), x + from, Math.max(1, end - from - 1.0), top);
            from = Math.max(from + 1, end);
        }
    }

    private void addRun(
            List<PathElement> target, StripRuns.Run run, int width, double x, double top) {
        int size = run.to() - run.from();
        int shown = height(run.state()) < 1 ? size : Math.max(size, FAULT_WIDTH);
        int from = Math.min(run.from(), width - shown);
        addRect(target, run.state(), x + from, shown, top);
    }

    private void addRect(
            List<PathElement> target, RecordState state, double x, double w, double top) {
        double h = Math.max(2, getSkinnable().blockHeight() * height(state));
        double y = top + (getSkinnable().blockHeight() - h) / 2;
        target.addAll(
                List.of(
                        new MoveTo(x, y),
                        new HLineTo(x + w),
                        new VLineTo(y + h),
                        new HLineTo(x),
                        new ClosePath()));
    }

    private void layoutMark(double x, double y, int width, StripWindow window) {
        long marked = getSkinnable().markedProperty().get();
        mark.setVisible(window.has(marked) && width > 0);
        if (!mark.isVisible()) {
            return;
        }
        int from = window.pixelOf(marked, width);
        boolean blocks = window.size() * ROOM_FOR_BLOCKS <= width;
        int size = blocks ? (int) (width / window.size()) - 1 : FAULT_WIDTH;
        double centre = x + Math.min(from + size / 2.0, width - FAULT_WIDTH / 2.0);
        mark.getElements()
                .setAll(
                        new MoveTo(centre - 5, y),
                        new HLineTo(centre + 5),
                        new LineTo(centre, y + MARK_HEIGHT - 2),
                        new ClosePath());
    }

    private void layoutFrame(double x, double y, int width, StripWindow window) {
        StripWindow framed = getSkinnable().frameProperty().get();
        boolean part =
                framed.size() > 0
                        && (framed.from() > window.from() || framed.to() < window.to())
                        && framed.from() < window.to()
                        && framed.to() > window.from();
        frame.setVisible(part && width > 0);
        if (!frame.isVisible()) {
            return;
        }
        double from = x + window.pixelOf(Math.max(framed.from(), window.from()), width);
        long last = Math.min(framed.to(), window.to()) - 1;
        boolean blocks = window.size() * ROOM_FOR_BLOCKS <= width;
        double end =
                x + window.pixelOf(last, width) + (blocks ? (double) width / window.size() : 1);
        double to = Math.max(from + FAULT_WIDTH, end);
        frame.getElements()
                .setAll(
                        new MoveTo(from, y),
                        new HLineTo(to),
                        new VLineTo(y + 3),
                        new HLineTo(from),
                        new ClosePath());
    }

    private String describe(long record) {
        List<Segment> segments = getSkinnable().segmentsProperty().get();
        if (segments.isEmpty() || record >= segments.getLast().to()) {
            return "";
        }
        RecordState state = segments.get(StripRuns.at(segments, record)).state();
        return StateText.record(record, state);
    }

    @Override
    protected double computePrefHeight(double width, double t, double r, double b, double l) {
        return t + MARK_HEIGHT + getSkinnable().blockHeight() + FRAME_HEIGHT + b;
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
