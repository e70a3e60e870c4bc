// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.text.ReportText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The pages as they come on paper, one at a time; deadlines also as a chart.
final class PagesPane {
    /// Around the page.
    private static final double MARGIN = 24;

    /// Of a page of A4: its height over its width.
    private static final double UPRIGHT = 1.414;

    /// How large a page can be, in hundredths of the room beside it.
    private static final List<Integer> SIZES = List.of(100, 125, 150, 200, 300);

    private final PageModel model;
    private final Label where = Boxes.label("", "mono");
    private final Button before;
    private final Button after;
    private final Button smaller;
    private final Label size = Boxes.label("", "mono");
    private final Button larger;
    private final ToggleButton whole = new ToggleButton("Whole page");
    private final ToggleButton chartButton = choice("Chart", "show-chart");
    private final ToggleButton pagesButton = choice("Pages", "show-pages");
    private final SegmentedButton choices = new SegmentedButton(chartButton, pagesButton);
    private final ImageView picture = new ImageView();
    private final Label drawing = Boxes.label("Drawing the page…", "muted");
    private final StackPane paper = new StackPane(picture, drawing);
    private final ScrollPane scroll = new ScrollPane(paper);
    private final ScrollPane chartScroll = new ScrollPane();
    private final HBox bar;
    private final VBox root;
    private @Nullable MadeReport charted;
    private int shownIndex = -1;
    private int place;

    PagesPane(PageModel model) {
        this.model = model;
        before =
                button(
                        "Previous page",
                        "PgUp",
                        "page-before",
                        Feather.CHEVRON_LEFT,
                        () -> go(index() - 1));
        after =
                button(
                        "Next page",
                        "PgDn",
                        "page-after",
                        Feather.CHEVRON_RIGHT,
                        () -> go(index() + 1));
        smaller = button("Smaller", "-", "page-smaller", Feather.ZOOM_OUT, () -> zoom(-1));
        larger = button("Larger", "+", "page-larger", Feather.ZOOM_IN, () -> zoom(1));
        size.setId("page-size");
        where.setId("page-where");
        whole.setId("page-whole");
        whole.setAccessibleText("Whole page, w");
        whole.setMinWidth(Region.USE_PREF_SIZE);
        whole.getStyleClass().addAll("chip", "preview-toggle");
        whole.setTooltip(new Tooltip("All of the page, or as wide as the window (w)"));
        whole.selectedProperty().subscribe(this::sized);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar =
                Boxes.row(
                        "page-bar",
                        choices,
                        before,
                        where,
                        after,
                        gap,
                        smaller,
                        size,
                        larger,
                        whole);
        chartButton.setOnAction(e -> charts(true));
        pagesButton.setOnAction(e -> charts(false));
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        drawing.setId("page-drawing");
        paper.getStyleClass().add("paper");
        scroll.setId("pages");
        scroll.getStyleClass().addAll("detail-scroll", "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scroll.viewportBoundsProperty().subscribe(this::fit);
        chartScroll.setFitToWidth(true);
        chartScroll.setId("chart");
        chartScroll.getStyleClass().add("detail-scroll");
        chartScroll.setAccessibleText("Deadlines as a chart");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(chartScroll, Priority.ALWAYS);
        root = Boxes.column("pages-pane", bar, scroll);
        sized();
        model.stateProperty().subscribe(this::show);
    }

    VBox root() {
        return root;
    }

    /// Deadlines are a chart first; null where there are none.
    void chart(@Nullable MadeReport report) {
        charted = report;
        choices.setVisible(report != null);
        choices.setManaged(report != null);
        if (report != null) {
            chartScroll.setContent(AttainmentChart.of(report.attainment()));
        }
        charts(report != null);
    }

    private void charts(boolean wanted) {
        boolean chart = wanted && charted != null;
        chartButton.setSelected(chart);
        pagesButton.setSelected(!chart);
        for (Node node : List.of(before, where, after, smaller, size, larger, whole)) {
            node.setVisible(!chart);
        }
        root.getChildren().setAll(bar, chart ? chartScroll : scroll);
    }

    /// Shows the page as wide as there is room, or all of it.
    void otherZoom() {
        whole.setSelected(!whole.isSelected());
    }

    /// Shows the page larger (1), smaller (-1), or as wide as there is room (0).
    void zoom(int by) {
        place = by == 0 ? 0 : Math.clamp((long) place + by, 0, SIZES.size() - 1);
        whole.setSelected(false);
        sized();
    }

    private void sized() {
        boolean all = whole.isSelected();
        scroll.setHbarPolicy(
                all || place == 0
                        ? ScrollPane.ScrollBarPolicy.NEVER
                        : ScrollPane.ScrollBarPolicy.AS_NEEDED);
        size.setManaged(!all);
        size.setText(all ? "" : SIZES.get(place) + " %");
        smaller.setDisable(all || place == 0);
        larger.setDisable(!all && place == SIZES.size() - 1);
        fit();
    }

    /// Goes down (1) or up (-1): to the next page where this one ends.
    void turn(int by) {
        double hidden = paper.getHeight() - scroll.getViewportBounds().getHeight();
        boolean end = by > 0 ? scroll.getVvalue() >= 1 : scroll.getVvalue() <= 0;
        if (hidden < 1 || end) {
            int to = index() + by;
            if (to >= 0 && to < count()) {
                go(to);
                scroll.setVvalue(by > 0 ? 0 : 1);
            }
        } else {
            double step = scroll.getViewportBounds().getHeight() * 0.9 / hidden;
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + by * step, 0, 1));
        }
    }

    /// Goes to a page.
    void go(int index) {
        model.go(index);
    }

    private int index() {
        return model.stateProperty().get().index();
    }

    private int count() {
        return model.stateProperty().get().count();
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case PAGE_DOWN, SPACE -> turn(1);
            case PAGE_UP -> turn(-1);
            case HOME -> go(0);
            case END -> go(Integer.MAX_VALUE);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void show(PageState state) {
        where.setText(state.count() == 0 ? "" : ReportText.page(state.index(), state.count()));
        before.setDisable(state.index() == 0);
        after.setDisable(state.index() >= state.count() - 1);
        scroll.setAccessibleText("Preview, " + where.getText());
        if (state.index() != shownIndex) {
            shownIndex = state.index();
            scroll.setVvalue(0);
        }
        picture.setImage(state.image() == null ? null : PagePicture.of(state.image()));
        picture.setVisible(state.image() != null);
        drawing.setVisible(state.image() == null);
        scroll.setContent(state.trouble().isEmpty() ? paper : trouble(state.trouble()));
        fit();
    }

    private static Node trouble(String why) {
        return Messages.of(
                Mark.MALFORMED, "Not drawn", "This page could not be drawn", List.of(why));
    }

    /// As many pixels as the screen has under it.
    private void fit() {
        double width = scroll.getViewportBounds().getWidth() - 2 * MARGIN;
        double height = scroll.getViewportBounds().getHeight() - 2 * MARGIN;
        if (width < 1 || height < 1) {
            return;
        }
        double wide =
                whole.isSelected()
                        ? Math.min(width, height / UPRIGHT)
                        : width * SIZES.get(place) / 100;
        picture.setFitWidth(Math.floor(wide));
        double scale =
                root.getScene() == null || root.getScene().getWindow() == null
                        ? 1
                        : root.getScene().getWindow().getOutputScaleX();
        model.wide((int) Math.floor(wide * scale));
    }

    private static Button button(String what, String key, String id, Ikon icon, Runnable act) {
        Button button = Boxes.button("", key, icon, act);
        button.setId(id);
        button.setTooltip(new Tooltip(what + " (" + key + ")"));
        button.setAccessibleText(what + ", " + key);
        return button;
    }

    private static ToggleButton choice(String word, String id) {
        var button = new ToggleButton(word);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText("Show as: " + word);
        return button;
    }
}
