// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import atlantafx.base.theme.Styles;

import dev.countersign.app.text.Foreign;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.List;

/// The few layouts that screens are made of.
public final class Boxes {
    private Boxes() {}

    /// Text on one line, with its style classes.
    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// Text that takes as many lines as it needs.
    public static Label prose(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A path in monospace on as many lines as it needs; each ends with a folder where one can.
    public static Label path(Path path) {
        return prose(Foreign.path(path.toString()), "mono");
    }

    /// Something in a line that is broken where it has to be: never wider than all of the line.
    public static <R extends Region> R within(FlowPane line, R part) {
        line.setMinWidth(0);
        part.maxWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> inside(line), line.widthProperty(), line.insetsProperty()));
        return part;
    }

    private static double inside(FlowPane line) {
        Insets insets = line.getInsets();
        double width = line.getWidth() - insets.getLeft() - insets.getRight();
        return width > 0 ? width : Double.MAX_VALUE; // not laid out yet
    }

    /// A line that is broken where it has to be takes all of this width before that.
    public static void wraps(FlowPane line, DoubleExpression width) {
        line.prefWrapLengthProperty()
                .bind(
                        Bindings.when(width.greaterThan(0))
                                .then(width)
                                .otherwise(line.getPrefWrapLength())); // not laid out yet
    }

    /// One under the other.
    public static VBox column(String style, Node... children) {
        var box = new VBox(children);
        box.getStyleClass().add(style);
        return box;
    }

    /// One beside the other.
    public static HBox row(String style, Node... children) {
        var box = new HBox(children);
        box.getStyleClass().add(style);
        return box;
    }

    /// A button that says its key where one points at it; a letter stands on it, too.
    ///
    /// @param key empty if it has none
    public static Button button(String text, String key, Ikon icon, Runnable action) {
        var button = new Button(text, new FontIcon(icon));
        if (key.isEmpty()) {
            button.setAccessibleText(text);
        } else {
            button.setTooltip(new Tooltip(text + " (" + key + ")"));
            button.setAccessibleText(text + ", " + key);
        }
        KeyCap.on(button, key);
        button.setOnAction(e -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// Whether a button is what is most likely pressed next.
    public static void accent(Button button, boolean likeliest) {
        button.getStyleClass().remove(Styles.ACCENT);
        if (likeliest) {
            button.getStyleClass().add(Styles.ACCENT);
        }
    }

    /// A name above its value.
    public static VBox fact(String name, Node value) {
        Label title = label(name, "fact-name");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return column("fact", title, value);
    }

    /// A name above its value.
    public static VBox fact(String name, String value) {
        Label text = label(value, "fact-value", "mono");
        text.setMinWidth(Region.USE_PREF_SIZE);
        text.setAccessibleText(name + " " + value);
        return fact(name, text);
    }

    /// A title above what it is about.
    public static VBox section(String title, Node... children) {
        VBox section = column("section", label(title, "section-title"));
        section.getChildren().addAll(children);
        return section;
    }

    /// A card in the middle of an otherwise empty screen.
    public static StackPane centred(List<Node> children) {
        var card = column("centre-card", children.toArray(Node[]::new));
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var pane = new StackPane(card);
        pane.getStyleClass().add("centre");
        return pane;
    }
}
