// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.PolicyText;
import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.Policy;

import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// When the owner's desk is open, and the days on which it is not.
final class CalendarCard {
    private static final int ROWS = 7;

    private CalendarCard() {}

    static VBox of(
            String title,
            Policy policy,
            SettingsState.PolicyShown shown,
            SettingsViewModel model,
            SettingsActions actions) {
        BusinessCalendar calendar = policy.calendar();
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Time zone", Boxes.prose(calendar.zone().getId(), "mono"));
        for (DayOfWeek day : DayOfWeek.values()) {
            var open = calendar.week().getOrDefault(day, List.of());
            FactGrid.add(
                    facts,
                    PolicyText.day(day),
                    Boxes.prose(PolicyText.open(open), open.isEmpty() ? "muted" : "mono"));
        }
        int count = calendar.exceptions().size();
        VBox card =
                Cards.card(
                        title,
                        facts,
                        Boxes.label(
                                "Days that differ: " + Numbers.grouped(count), "section-title"));
        if (count > 0) {
            card.getChildren().add(exceptions(calendar));
        } else {
            card.getChildren().add(Boxes.prose("None: no holiday is known.", "muted"));
        }
        card.getChildren().add(HolidayBox.of(shown, model, actions));
        return card;
    }

    private static ListView<Map.Entry<LocalDate, BusinessCalendar.Day>> exceptions(
            BusinessCalendar calendar) {
        var list = new ListView<Map.Entry<LocalDate, BusinessCalendar.Day>>();
        list.setId("exceptions");
        list.setAccessibleText("Days that differ from their weekday");
        list.getItems()
                .setAll(
                        calendar.exceptions().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList());
        list.setCellFactory(v -> new DayCell<>(Map.Entry::getKey, day -> words(day.getValue())));
        fit(list, ROWS);
        return list;
    }

    /// As high as its rows, up to a number of them.
    static void fit(ListView<?> list, int most) {
        int rows = Math.min(list.getItems().size(), most);
        list.prefHeightProperty().bind(list.fixedCellSizeProperty().multiply(rows).add(12));
        list.setMinHeight(Region.USE_PREF_SIZE);
    }

    private static String words(BusinessCalendar.Day day) {
        String name = Foreign.visible(day.name());
        return (name.isEmpty() ? "" : name + ", ") + PolicyText.open(day.open());
    }
}
