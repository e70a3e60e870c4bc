// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.Numbers;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The log below its verdict: strip, records, faults and notes, and beside them the record that is
/// looked at.
final class LogPane {
    /// Another copy of the log.
    static final int COPY = 3;

    private static final double PANEL_SHARE = 0.37;

    private final IntegrityViewModel model;
    private final StripCard strip;
    private final RecordList records;
    private final TableView<FaultRow> faults;
    private final ListView<String> notes = NotesList.empty();
    private final RecordPanel panel;
    private final FindField find;
    private final StackPane lists = new StackPane();
    private final ComparePane compare;
    private final ToggleButton[] tabs = new ToggleButton[4];
    private final VBox root;
    private int shown;

    LogPane(IntegrityViewModel model, OpenActions actions, TextClipboard clipboard) {
        this.model = model;
        strip = new StripCard(model);
        records = new RecordList(model.records(), model::faultAt);
        faults = FaultsTable.of(model);
        panel = new RecordPanel(model, actions, clipboard, this::compare);
        find = new FindField(model, this::focus);
        compare = new ComparePane(model, actions.other());
        String[] names = {"Records", "Faults", "Notes", "Compare"};
        for (int i = 0; i < tabs.length; i++) {
            tabs[i] = tab(names[i], i);
        }
        HBox bar = Boxes.row("log-bar", tabs);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().addAll(space, find.words(), find);
        VBox.setVgrow(lists, Priority.ALWAYS);
        VBox left = Boxes.column("log-left", bar, lists);
        HBox body = Boxes.row("log-body", left, panel);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        panel.prefWidthProperty().bind(body.widthProperty().multiply(PANEL_SHARE));
        panel.minWidthProperty().bind(panel.prefWidthProperty());
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        root = Boxes.column("log-pane", strip.root(), body);
        VBox.setVgrow(root, Priority.ALWAYS);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        find.enterFrom(root);
        model.faults().addListener((ListChangeListener<FaultRow>) c -> count());
        model.records().pictureProperty().subscribe(this::count);
        show(0);
    }

    Node root() {
        return root;
    }

    /// In which its words stand.
    ObservableValue<Font> font() {
        return tabs[0].fontProperty();
    }

    /// Whether it shows how far comparing is.
    ObservableBooleanValue comparing() {
        return compare.working();
    }

    StripCard strip() {
        return strip;
    }

    /// The notes of a report.
    void notes(List<String> lines) {
        notes.getItems().setAll(lines);
        count();
        if (lines.isEmpty() && shown == 2) {
            show(0);
        }
    }

    /// Shows records (0), faults (1) or notes (2).
    void show(int tab) {
        shown = tab;
        for (int i = 0; i < tabs.length; i++) {
            tabs[i].setSelected(i == tab);
        }
        lists.getChildren().setAll(node(tab));
    }

    private Node node(int tab) {
        return switch (tab) {
            case 1 -> faults;
            case 2 -> notes;
            case 3 -> compare.root();
            default -> records.root();
        };
    }

    /// Asks for another copy of the log.
    void compare() {
        show(COPY);
        compare.choose();
    }

    /// Holds it against another copy.
    void compare(Path there) {
        show(COPY);
        compare.compare(there);
    }

    /// Where keys should go.
    void focus() {
        if (shown == 0 || shown == COPY) {
            records.rows().requestFocus();
        } else {
            node(shown).requestFocus();
        }
    }

    /// The next (1) or previous (-1) row of the list that is shown.
    void row(int by) {
        switch (shown) {
            case 0, COPY -> records.rows().step(by);
            case 1 -> step(faults, by);
            default ->
                    notes.getSelectionModel()
                            .select(
                                    Math.clamp(
                                            (long) notes.getSelectionModel().getSelectedIndex()
                                                    + by,
                                            0,
                                            Math.max(0, notes.getItems().size() - 1)));
        }
    }

    private static void step(TableView<FaultRow> table, int by) {
        int size = table.getItems().size();
        if (size > 0) {
            int at = table.getSelectionModel().getSelectedIndex();
            int to = Math.clamp((long) at + by, 0, size - 1);
            table.getSelectionModel().clearAndSelect(to);
            table.scrollTo(Math.max(0, to - 2));
        }
    }

    private void count() {
        long[] counts = {known(), model.faults().size(), notes.getItems().size()};
        for (int i = 0; i < counts.length; i++) {
            String name = (String) tabs[i].getUserData();
            tabs[i].setText(name + "  " + Numbers.grouped(counts[i]));
            tabs[i].setAccessibleText(name + ", " + Numbers.grouped(counts[i]));
            tabs[i].setDisable(counts[i] == 0 && i > 0);
        }
    }

    private long known() {
        LogPicture picture = model.records().pictureProperty().get();
        return picture == null ? 0 : picture.known();
    }

    private ToggleButton tab(String name, int place) {
        var tab = new ToggleButton(name);
        tab.setId("tab-" + name.toLowerCase(Locale.ROOT));
        tab.getStyleClass().setAll("chip");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setUserData(name);
        tab.setOnAction(e -> {
            show(place);
            focus();
        });
        return tab;
    }

    private void pressed(KeyEvent e) {
        boolean inList = records.rows().isFocused() || faults.isFocused();
        if (e.getCode() == KeyCode.ENTER && inList) {
            panel.requestFocus();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && panel.isFocused()) {
            focus();
            e.consume();
        }
    }
}
