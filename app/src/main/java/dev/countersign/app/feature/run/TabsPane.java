// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.CheckMark;
import dev.countersign.app.control.MarkIcon;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.CompletenessText;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// The pages beside claims and evidence. A page is made when it is first looked at.
final class TabsPane {
    private final RunViewModel model;
    private final RunTime time;
    private final RunActions actions;
    private final TextClipboard clipboard;
    private final Map<RunTab, ToggleButton> tabs = new EnumMap<>(RunTab.class);
    private final Map<RunTab, Node> pages = new EnumMap<>(RunTab.class);
    private final StackPane page = new StackPane();
    private final VBox root;
    private ReadRun.@Nullable Reading read;

    TabsPane(RunViewModel model, RunTime time, RunActions actions, TextClipboard clipboard) {
        this.actions = actions;
        this.model = model;
        this.time = time;
        this.clipboard = clipboard;
        var strip = new FlowPane();
        strip.getStyleClass().add("run-tabs");
        var group = new ToggleGroup();
        for (RunTab tab : RunTab.values()) {
            ToggleButton button = button(tab);
            button.setToggleGroup(group);
            tabs.put(tab, button);
            strip.getChildren().add(button);
        }
        page.getStyleClass().add("run-tab-page");
        root = Parts.column("run-side", strip, Parts.grow(page));
        model.tabProperty().subscribe(this::select);
        model.recordProperty().subscribe(index -> record(index.intValue()));
    }

    Node root() {
        return root;
    }

    void show(ReadRun.Reading shown) {
        read = shown;
        pages.clear();
        tabs.forEach((tab, button) -> label(tab, button, shown.run()));
        select(model.tabProperty().get());
    }

    /// Says what was read once more where what is on file may speak against it.
    void onFile() {
        if (read != null) {
            ReadRun.Reading shown = read;
            pages.remove(RunTab.CHECKS);
            tabs.forEach((tab, button) -> label(tab, button, shown.run()));
            if (model.tabProperty().get() == RunTab.CHECKS) {
                select(RunTab.CHECKS);
            }
        }
    }

    /// Where keys should go to move in the page.
    void focus() {
        if (!page.getChildren().isEmpty()) {
            page.applyCss(); // a split pane takes its content in with its skin
            Node shown = page.getChildren().getFirst();
            Node inner = shown.lookup(".list-view");
            (inner == null ? shown : inner).requestFocus();
        }
    }

    /// Selects a record in the timeline, which is shown.
    private void record(int index) {
        page.applyCss(); // lists and split panes take their content in with their skins
        if (index >= 0 && page.lookup("#timeline") instanceof ListView<?> list) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 1));
            list.requestFocus();
        }
    }

    private ToggleButton button(RunTab tab) {
        var button = new ToggleButton(tab.word());
        button.setId("tab-" + tab.word().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("run-tab");
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.setTooltip(new Tooltip(tab.word() + " (" + tab.key() + ")"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            button.setSelected(true);
            model.tabProperty().set(tab);
        });
        return button;
    }

    private void label(RunTab tab, ToggleButton button, RunSnapshot run) {
        int count =
                switch (tab) {
                    case RESULTS, INPUT, FILES, TIMELINE -> 0;
                    case CHECKS -> failed(run);
                };
        boolean failed = tab == RunTab.CHECKS && count > 0;
        button.setAccessibleText(
                tab.word()
                        + ", key "
                        + tab.key()
                        + (count == 0 ? "" : ", " + count + (failed ? " failed" : "")));
        MarkIcon icon = MarkIcon.empty();
        icon.show(CheckMark.mark(Outcome.FAILED));
        button.setGraphic(failed ? icon : null);
    }

    private int failed(RunSnapshot run) {
        long others =
                run.channels().checks().stream()
                        .filter(check -> check.kind() != Check.Kind.CHECKPOINT)
                        .filter(check -> check.outcome() == Outcome.FAILED)
                        .count();
        boolean incomplete = completeness(run).outcome() == Outcome.FAILED;
        return (int) others + (incomplete ? 1 : 0);
    }

    private CompletenessText completeness(RunSnapshot run) {
        return model.onFileProperty().get().completeness(run);
    }

    private void select(RunTab tab) {
        ToggleButton button = tabs.get(tab);
        if (button != null) {
            button.setSelected(true);
        }
        if (read != null) {
            ReadRun.Reading shown = read;
            page.getChildren().setAll(pages.computeIfAbsent(tab, t -> page(t, shown)));
        }
    }

    private Node page(RunTab tab, ReadRun.Reading whole) {
        RunSnapshot shown = whole.run();
        Node made =
                switch (tab) {
                    case RESULTS -> ResultsPane.of(whole, time, actions.selfCheck());
                    case CHECKS -> ChecksPane.of(shown, completeness(shown), clipboard::put);
                    case INPUT -> InputPane.of(shown);
                    case FILES -> FilesPane.of(shown, clipboard);
                    case TIMELINE -> TimelinePane.of(shown, time, actions);
                };
        return made;
    }
}
