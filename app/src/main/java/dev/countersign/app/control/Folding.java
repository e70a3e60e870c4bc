// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Numbers;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Parts in as many lines as they need. Where room is tight and they need more than one line, only
/// the first is left, and a button that says how many more there are and how bad they are, and
/// opens them. What is not in sight is not in the way of keys either.
public final class Folding extends Pane {
    private static final double GAP = 8;

    private static final List<Mark> WORST_FIRST =
            List.of(Mark.FAILED, Mark.MALFORMED, Mark.STOPPED, Mark.NOTE, Mark.OPEN, Mark.VERIFIED);

    private final String one;
    private final boolean wide;
    private final Button more = new Button();
    private final MarkIcon worst = MarkIcon.empty();
    private final FontIcon fewer = new FontIcon(Feather.CHEVRON_UP);
    private List<Part> parts = List.of();
    private Runnable opened = () -> {};
    private @Nullable Mark shown;
    private boolean tight;
    private boolean open;

    /// Something to show.
    ///
    /// @param look what the button says of it while it is not in sight
    /// @param brief hears whether it stands for the others, too, and is best brief
    public record Part(Region node, Supplier<Look> look, Consumer<Boolean> brief) {
        /// One that is as brief as it can be.
        public Part(Region node, Supplier<Look> look) {
            this(node, look, brief -> {});
        }
    }

    /// Its mark and its word.
    public record Look(Mark mark, String word) {}

    private record Place(Part part, double x, double y, double width, double height) {
        double end() {
            return y + height;
        }
    }

    /// @param one what a part is called
    /// @param wide whether each part takes a whole line
    public Folding(String one, boolean wide) {
        this.one = one;
        this.wide = wide;
        getStyleClass().add("folding");
        more.getStyleClass().add("more");
        more.setAccessibleText("More " + one + "s");
        more.setManaged(false);
        more.setOnAction(e -> open(!open));
        show(List.of());
    }

    /// Shows other parts.
    ///
    /// @param parts the worst first
    public void show(List<Part> parts) {
        this.parts = List.copyOf(parts);
        open = false;
        getChildren().setAll(parts.stream().map(Part::node).toList());
        getChildren().add(more);
        setVisible(!parts.isEmpty());
        setManaged(!parts.isEmpty());
        brief();
        say();
        requestLayout();
    }

    /// Whether there is little room.
    public void tight(boolean tight) {
        if (this.tight != tight) {
            this.tight = tight;
            brief();
            requestLayout();
        }
    }

    /// Hears that this opens: something else may make room.
    public void onOpen(Runnable opened) {
        this.opened = opened;
    }

    /// Opens or closes it.
    public void open(boolean open) {
        if (this.open != open) {
            this.open = open;
            if (open) {
                opened.run();
            }
            brief();
            say();
            requestLayout();
        }
    }

    /// The first is told that it stands for the others, too.
    private void brief() {
        if (!parts.isEmpty()) {
            parts.getFirst().brief().accept(tight && !open && parts.size() > 1);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Place> places = places(width < 0 ? getWidth() : width);
        double end = places.stream().mapToDouble(Place::end).max().orElse(0);
        return snapSizeY(closable(places) ? end + GAP + tall() : end);
    }

    @Override
    protected void layoutChildren() {
        List<Place> places = places(getWidth());
        boolean hides = places.size() < parts.size();
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).node().setVisible(i < places.size());
        }
        for (Place p : places) {
            p.part().node().resizeRelocate(p.x(), p.y(), p.width(), p.height());
        }
        more.setVisible(hides || closable(places));
        if (more.isVisible()) {
            Place last = places.getLast();
            double x = hides ? last.x() + last.width() + GAP : 0;
            double y = hides ? Math.max(0, (last.height() - tall()) / 2) : last.end() + GAP;
            more.resizeRelocate(
                    snapPositionX(x), snapPositionY(y), Math.ceil(more.prefWidth(-1)), tall());
        }
    }

    private boolean closable(List<Place> places) {
        return tight && open && !places.isEmpty() && places.getLast().y() > 0;
    }

    private double tall() {
        return snapSizeY(more.prefHeight(-1));
    }

    /// Where the parts go that are in sight.
    private List<Place> places(double room) {
        List<Place> all = flow(parts, room);
        boolean fits = all.isEmpty() || all.getLast().y() == 0;
        return fits || open || !tight
                ? all
                : flow(parts.subList(0, 1), room - Math.ceil(more.prefWidth(-1)) - GAP);
    }

    private List<Place> flow(List<Part> shown, double room) {
        List<Place> places = new ArrayList<>();
        double x = 0;
        double y = 0;
        double line = 0;
        for (Part part : shown) {
            double width = Math.min(room, wide ? room : Math.ceil(part.node().prefWidth(-1)));
            if (x > 0 && x + width > room) {
                x = 0;
                y += line + GAP;
                line = 0;
            }
            double height = snapSizeY(part.node().prefHeight(width));
            places.add(new Place(part, x, y, width, height));
            line = Math.max(line, height);
            x += width + GAP;
        }
        return places;
    }

    /// Says anew how many more there are than the first, and how bad they are.
    public void say() {
        List<Look> others =
                parts.stream()
                        .skip(1)
                        .map(part -> part.look().get())
                        .sorted(Comparator.comparingInt(look -> WORST_FIRST.indexOf(look.mark())))
                        .toList();
        if (others.isEmpty()) {
            return;
        }
        String words = others.stream().map(Look::word).distinct().collect(Collectors.joining(", "));
        String text =
                open
                        ? "Fewer " + one + "s"
                        : Numbers.count(others.size(), "more " + one) + ": " + words;
        Mark mark = others.getFirst().mark();
        if (text.equals(more.getText()) && mark == shown) {
            return; // a tick that changes nothing costs nothing
        }
        shown = mark;
        worst.show(mark);
        more.setGraphic(open ? fewer : worst);
        more.setText(text);
        more.setAccessibleText(text);
    }
}
