// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Boxes;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Beside the runs: the sample, its completeness, the calculator; one at a time.
final class SamplesSide {
    private final SamplePage sample;
    private final CompletenessPage completeness;
    private final CalculatorPage calculator;
    private final Map<Page, ToggleButton> tabs = new EnumMap<>(Page.class);
    private final ScrollPane scroll = new ScrollPane();
    private final VBox root;

    /// What can be shown.
    enum Page {
        /// Population, draw, sign-off.
        SAMPLE("Sample"),
        /// Whether it is all there was.
        COMPLETENESS("Completeness"),
        /// Samples by attributes.
        CALCULATOR("Calculator");

        private final String word;

        Page(String word) {
            this.word = word;
        }
    }

    SamplesSide(SamplesViewModel model, SamplesActions actions) {
        sample = new SamplePage(model, actions);
        completeness = new CompletenessPage(model, actions);
        calculator = new CalculatorPage(model.calculator());
        scroll.setId("sample-side");
        scroll.getStyleClass().add("detail-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var strip = new FlowPane();
        strip.getStyleClass().add("run-tabs");
        var group = new ToggleGroup();
        for (Page page : Page.values()) {
            ToggleButton tab = tab(page);
            tab.setToggleGroup(group);
            tabs.put(page, tab);
            strip.getChildren().add(tab);
        }
        root = Boxes.column("sample-side", strip, scroll);
        select(Page.SAMPLE);
    }

    /// Whether it shows how far comparing is.
    ObservableBooleanValue working() {
        return completeness.working();
    }

    private ToggleButton tab(Page page) {
        var tab = new ToggleButton(page.word);
        tab.setId("tab-" + page.name().toLowerCase(Locale.ROOT));
        tab.getStyleClass().add("run-tab");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        String key = "Alt+" + (page.ordinal() + 1);
        tab.setAccessibleText(page.word + ", " + key);
        tab.setTooltip(new Tooltip(page.word + " (" + key + ")"));
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setOnAction(e -> select(page));
        return tab;
    }

    VBox root() {
        return root;
    }

    void select(Page page) {
        for (Map.Entry<Page, ToggleButton> tab : tabs.entrySet()) {
            tab.getValue().setSelected(tab.getKey() == page);
        }
        scroll.setContent(
                switch (page) {
                    case SAMPLE -> sample.root();
                    case COMPLETENESS -> completeness.root();
                    case CALCULATOR -> calculator.root();
                });
        scroll.setAccessibleText(page.word);
        scroll.setVvalue(0);
    }

    /// Goes to where one draws.
    void toDraw() {
        select(Page.SAMPLE);
        focus(sample.toDraw());
    }

    /// Goes to where one signs off.
    void toSignOff() {
        select(Page.SAMPLE);
        scroll.setVvalue(1);
        focus(sample.toSignOff());
    }

    /// Shows a page, and goes to its first control.
    void enter(Page page) {
        select(page);
        focus(
                switch (page) {
                    case SAMPLE -> scroll;
                    case COMPLETENESS -> completeness.first();
                    case CALCULATOR -> calculator.first();
                });
    }

    /// What cannot be reached now leaves the keys with the page.
    private void focus(Node node) {
        scroll.applyCss();
        boolean reachable = node.getScene() != null && !node.isDisabled();
        (reachable ? node : scroll).requestFocus();
    }

    /// Asks for a list, and compares.
    void compare() {
        select(Page.COMPLETENESS);
        completeness.choose();
    }

    void show(SamplesState.Shown shown) {
        sample.show(shown);
        completeness.show(shown);
    }
}
