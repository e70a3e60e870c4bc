// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.feature.settings.SettingsState.HolidayImport;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// Imports holidays: first they are shown, then somebody writes them into the policy, or does not.
final class HolidayBox {
    private static final int ROWS = 8;

    private HolidayBox() {}

    static VBox of(
            SettingsState.PolicyShown shown, SettingsViewModel model, SettingsActions actions) {
        VBox box = Boxes.column("holiday-box");
        if (shown.countries().isEmpty()) {
            return box;
        }
        box.getChildren().add(Boxes.label("Import holidays", "section-title"));
        switch (shown.importing()) {
            case HolidayImport.None _ -> box.getChildren().add(choices(shown, model, actions));
            case HolidayImport.Working _ ->
                    box.getChildren().add(Boxes.prose("Reading holidays…", "muted"));
            case HolidayImport.Preview(Holidays holidays) -> preview(box, holidays, model);
            case HolidayImport.Adopted(int days) ->
                    box.getChildren()
                            .addAll(
                                    VerdictMark.inline(
                                            Mark.VERIFIED,
                                            Numbers.count(days, "day") + " added to policy.json"),
                                    choices(shown, model, actions));
            case HolidayImport.Failed(String sentence) ->
                    box.getChildren()
                            .addAll(
                                    VerdictMark.inline(Mark.MALFORMED, "Not imported"),
                                    Boxes.prose(sentence),
                                    choices(shown, model, actions));
        }
        return box;
    }

    private static Node choices(
            SettingsState.PolicyShown shown, SettingsViewModel model, SettingsActions actions) {
        Button file =
                Boxes.button(
                        "From an .ics file…",
                        "Alt+I",
                        Feather.CALENDAR,
                        () ->
                                actions.calendar()
                                        .calendar()
                                        .ifPresent(path ->
                                                model.preview(new Holidays.Wanted.OfFile(path))));
        file.setId("import-file");
        var country = new ComboBox<Holidays.Country>();
        country.setId("import-country");
        country.getItems().setAll(shown.countries());
        country.setPromptText("From a country");
        country.setAccessibleText("Import the holidays of a country");
        country.setVisibleRowCount(12);
        country.setOnAction(e -> {
            Holidays.Country chosen = country.getValue();
            if (chosen != null) {
                model.preview(new Holidays.Wanted.OfCountry(chosen, model.year()));
            }
        });
        var row = new FlowPane(file, country);
        row.getStyleClass().add("detail-buttons");
        return Boxes.column(
                "holiday-choices",
                row,
                Boxes.prose("You see the days before anything is written.", "muted"));
    }

    private static void preview(VBox box, Holidays holidays, SettingsViewModel model) {
        int count = holidays.added().size();
        box.getChildren()
                .add(
                        Boxes.prose(
                                Numbers.count(count, "day")
                                        + " from "
                                        + Foreign.visible(holidays.from())
                                        + " would be added as closed; "
                                        + Numbers.grouped(holidays.known())
                                        + " are there already. Nothing was written yet."));
        if (count > 0) {
            var list = new ListView<Holidays.Day>();
            list.setId("holiday-preview");
            list.setAccessibleText("Days that would be added");
            list.getItems().setAll(holidays.added());
            list.setCellFactory(
                    v -> new DayCell<>(Holidays.Day::date, day -> Foreign.visible(day.name())));
            CalendarCard.fit(list, ROWS);
            box.getChildren().add(list);
        }
        for (String remark : holidays.remarks()) {
            box.getChildren().add(Boxes.prose(remark, "muted"));
        }
        Button add =
                Boxes.button(
                        "Add " + Numbers.count(count, "day") + " to policy.json",
                        "Enter",
                        Feather.PLUS,
                        model::adopt);
        add.setId("adopt-holidays");
        add.getStyleClass().add(Styles.ACCENT);
        add.setDisable(count == 0);
        Button cancel = Boxes.button("Cancel", "Esc", Feather.X, model::dismiss);
        cancel.setId("dismiss-holidays");
        var row = new FlowPane(add, cancel);
        row.getStyleClass().add("detail-buttons");
        box.getChildren().add(row);
    }
}
