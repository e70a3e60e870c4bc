// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.controlsfx.control.BreadCrumbBar;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/// Above every screen: the way back, the trail that led here, finding and opening.
final class TopBar {
    /// A step of the trail.
    record Crumb(Route route, String title) {}

    private final HBox root = new HBox();
    private final Button back;
    private final BreadCrumbBar<Crumb> trail = new BreadCrumbBar<>();

    TopBar(ShellActions actions, Runnable goBack, Consumer<Route> go, Runnable find) {
        back = icon("bar-back", "Back", "Esc", Feather.ARROW_LEFT, goBack);
        trail.setId("trail");
        trail.setFocusTraversable(false); // its crumbs take keys, it does not
        trail.setAutoNavigationEnabled(false);
        trail.setCrumbFactory(TopBar::crumb);
        trail.setOnCrumbAction(e -> go.accept(e.getSelectedCrumb().getValue().route()));
        HBox.setHgrow(trail, Priority.ALWAYS);
        Button finding = icon("bar-find", "Find", "Ctrl+K", Feather.SEARCH, find);
        finding.setText("Find…   Ctrl+K");
        finding.getStyleClass().setAll("button", "find-button");
        root.setFillHeight(false); // the trail stands at the top of what it is given
        root.getStyleClass().add("top-bar");
        root.getChildren()
                .setAll(
                        back,
                        trail,
                        finding,
                        button(
                                "bar-open",
                                "Open file…",
                                "Ctrl+O",
                                Feather.FILE_TEXT,
                                actions.openLog()),
                        button(
                                "bar-folder",
                                "Open folder…",
                                "Ctrl+Shift+O",
                                Feather.FOLDER,
                                actions.openFolder()));
    }

    HBox root() {
        return root;
    }

    /// @param crumbs from the rail's place to what is shown
    void show(List<Crumb> crumbs) {
        boolean deep = crumbs.size() > 1;
        back.setVisible(deep);
        back.setManaged(deep);
        TreeItem<Crumb> item = new TreeItem<>(crumbs.getFirst());
        for (Crumb crumb : crumbs.subList(1, crumbs.size())) {
            var next = new TreeItem<>(crumb);
            item.getChildren().add(next);
            item = next;
        }
        trail.setSelectedCrumb(item);
    }

    private static Button crumb(TreeItem<Crumb> item) {
        var button = new Button(item.getValue().title());
        boolean last = item.isLeaf();
        button.getStyleClass().setAll(last ? "crumb-here" : "crumb");
        button.setFocusTraversable(!last);
        if (item.getParent() != null) {
            button.setGraphic(new FontIcon(Feather.CHEVRON_RIGHT));
        }
        return button;
    }

    private static Button button(String id, String text, String key, Ikon icon, Runnable action) {
        Button button = icon(id, text, key, icon, action);
        button.setText(text);
        button.getStyleClass().remove("icon-button");
        return button;
    }

    private static Button icon(String id, String text, String key, Ikon icon, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.FLAT, "icon-button");
        button.setTooltip(new Tooltip(text + " (" + key + ")"));
        button.setAccessibleText(text + ", " + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
