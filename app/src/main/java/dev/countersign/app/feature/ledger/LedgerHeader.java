// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FilterField;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.LedgerWords;
import dev.countersign.app.text.Numbers;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// How much was done, whether it is known to be right, and what can be picked out.
final class LedgerHeader {
    private final LedgerViewModel model;
    private final Label count = Boxes.label("", "title");
    private final Label loaded = Boxes.prose("", "muted");
    private final LedgerCheckRow check;
    private final FilterField field;
    private final ComboBox<String> actors;
    private final ComboBox<String> actions;
    private final ComboBox<String> resources;
    private final VBox root;

    LedgerHeader(LedgerViewModel model, LedgerActions does, Runnable toRows) {
        this.model = model;
        check = new LedgerCheckRow(model, does);
        count.setId("ledger-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(loaded, Priority.ALWAYS);
        loaded.setMaxWidth(Double.MAX_VALUE);
        Button export = Boxes.button("Export as JSONL…", "e", Feather.DOWNLOAD, () -> export(does));
        export.setId("export");
        actors = choice("Everybody", "actor", Foreign::visible, LedgerFilter::toActor);
        actions = choice("Any action", "action", LedgerWords::action, LedgerFilter::withAction);
        resources =
                choice("Any resource", "resource", LedgerWords::action, LedgerFilter::withResource);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        field = new FilterField("Filter the ledger by any word of an event", toRows);
        field.setId("ledger-filter");
        field.textProperty().subscribe(text -> model.pick(model.filter().withText(text)));
        root =
                Boxes.column(
                        "list-header",
                        check.alarm(),
                        Boxes.row(
                                "list-title",
                                count,
                                loaded,
                                Boxes.row("buttons", check.verify(), export)),
                        check.root(),
                        Boxes.row("list-filters", actors, actions, resources, gap, field));
    }

    VBox root() {
        return root;
    }

    FilterField filterField() {
        return field;
    }

    /// Asks where to, and writes.
    void export(LedgerActions does) {
        does.picker().save("Export the ledger", "ledger.jsonl").ifPresent(model::export);
    }

    void show(LedgerState.Listed state) {
        LedgerFilter filter = state.filter();
        int shown = model.rows().size();
        String all = LedgerWords.events(state.total());
        count.setText(shown == state.total() ? all : Numbers.grouped(shown) + " of " + all);
        loaded.setText(
                state.loaded() < state.total()
                        ? "Only the latest " + Numbers.grouped(state.loaded()) + " are listed."
                        : "");
        if (!field.getText().equals(filter.text())) {
            field.setText(filter.text());
        }
        fill(actors, state.choices().actors(), filter.actor());
        fill(actions, state.choices().actions(), filter.action());
        fill(resources, state.choices().resources(), filter.resource());
        check.show(state.check(), state.export());
    }

    private static void fill(ComboBox<String> box, List<String> choices, String chosen) {
        List<String> items = new ArrayList<>();
        items.add("");
        items.addAll(choices);
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
        }
        if (!chosen.equals(box.getValue())) {
            box.setValue(chosen);
        }
    }

    private ComboBox<String> choice(
            String any,
            String what,
            UnaryOperator<String> words,
            BiFunction<LedgerFilter, String, LedgerFilter> pick) {
        var box = new ComboBox<String>();
        box.setId("pick-" + what);
        box.setAccessibleText("Only one " + what);
        box.setVisibleRowCount(12);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(String value) {
                        return value == null || value.isEmpty() ? any : words.apply(value);
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        box.valueProperty()
                .subscribe(value -> {
                    if (value != null) {
                        model.pick(pick.apply(model.filter(), value));
                    }
                });
        return box;
    }
}
