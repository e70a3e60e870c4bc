// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.FieldText;
import dev.countersign.app.text.Foreign;
import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.json.JsonValue.Member;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/// The members of a JSON object as names and values: digests can be copied, moments are told in the
/// viewer's zone. What is too much or too deep is cut, and says so.
public final class JsonFacts extends GridPane {
    private static final int DEEPEST = 4;
    private static final int MOST = 60;
    private static final int LONGEST = 600;
    private static final int DIGEST = 64;

    private final ZoneId viewer;
    private final Consumer<String> copy;
    private final Words words;
    private final int depth;

    /// Says what a name among the values means.
    @FunctionalInterface
    public interface Words {
        /// @param around the object whose member it is
        /// @param key of the member
        /// @param says its value
        /// @return null where it stands for itself
        @Nullable String of(JsonObject around, String key, String says);
    }

    /// @param object what is shown
    /// @param viewer the zone in which moments are told
    /// @param copy where a copy goes
    public JsonFacts(JsonObject object, ZoneId viewer, Consumer<String> copy) {
        this(object, viewer, copy, (around, key, says) -> null, 0);
    }

    /// @param words of the names among the values; each name stands below its words
    public JsonFacts(JsonObject object, ZoneId viewer, Consumer<String> copy, Words words) {
        this(object, viewer, copy, words, 0);
    }

    private JsonFacts(
            JsonObject object, ZoneId viewer, Consumer<String> copy, Words words, int depth) {
        this.viewer = viewer;
        this.copy = copy;
        this.words = words;
        this.depth = depth;
        getStyleClass().add("json-facts");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
        int shown = 0;
        for (Member member : object.members()) {
            if (shown++ == MOST) {
                add(more(object.members().size() - MOST), 0, getRowCount(), 2, 1);
                break;
            }
            member(object, member);
        }
    }

    private void member(JsonObject object, Member member) {
        String title = FieldText.name(member.key());
        Label name = Boxes.label(title, "fact-name");
        name.setMinWidth(USE_PREF_SIZE);
        int row = getRowCount();
        if (nested(member.value())) {
            add(name, 0, row, 2, 1);
            add(value(title, member.value()), 0, row + 1, 2, 1);
        } else {
            Node value = said(object, title, member);
            setValignment(name, value instanceof HBox ? VPos.CENTER : VPos.BASELINE);
            addRow(row, name, value);
        }
    }

    private Node said(JsonObject object, String title, Member member) {
        String word =
                member.value() instanceof JsonString(String says)
                        ? words.of(object, member.key(), says)
                        : null;
        if (word == null || !(member.value() instanceof JsonString(String name))) {
            return value(title, member.value());
        }
        return word.equalsIgnoreCase(name.replace('_', ' '))
                ? prose(title, word)
                : Boxes.column(
                        "cell-lines", prose(title, word), prose(title, cut(name), "mono", "muted"));
    }

    private static boolean nested(JsonValue value) {
        return switch (value) {
            case JsonObject _ -> true;
            case JsonArray(List<JsonValue> values) ->
                    values.stream().anyMatch(v -> v instanceof JsonObject);
            case JsonString _, JsonNumber _, JsonWord _ -> false;
        };
    }

    private Node value(String name, JsonValue value) {
        return switch (value) {
            case JsonString(String says) -> string(name, says);
            case JsonNumber(String token) -> prose(name, token, "mono");
            case JsonWord(JsonKind kind) -> prose(name, word(kind));
            case JsonObject object when depth < DEEPEST ->
                    new JsonFacts(object, viewer, copy, words, depth + 1);
            case JsonObject object -> prose(name, cut(object.text()), "mono");
            case JsonArray(List<JsonValue> values) -> list(name, values);
        };
    }

    private Node list(String name, List<JsonValue> values) {
        var box = Boxes.column("json-list");
        for (JsonValue value : values) {
            if (box.getChildren().size() == MOST) {
                box.getChildren().add(more(values.size() - MOST));
                break;
            }
            box.getChildren()
                    .add(
                            value instanceof JsonArray array
                                    ? prose(name, cut(array.text()), "mono")
                                    : value(name, value));
        }
        return values.isEmpty() ? prose(name, "none", "muted") : box;
    }

    private Node string(String name, String says) {
        if (says.length() == DIGEST && says.chars().allMatch(JsonFacts::isHex)) {
            return new DigestLabel(name, says, copy);
        }
        return prose(name, says.isEmpty() ? "none" : moment(says));
    }

    private String moment(String says) {
        boolean may = says.length() >= 20 && says.length() <= 35 && says.indexOf('T') == 10;
        if (may) {
            try {
                return ClockText.lines(OffsetDateTime.parse(says).toInstant(), viewer);
            } catch (DateTimeException e) {
                return cut(says); // it only looked like a moment
            }
        }
        return cut(says);
    }

    private static String word(JsonKind kind) {
        return switch (kind) {
            case TRUE -> "yes";
            case FALSE -> "no";
            default -> "none";
        };
    }

    private static String cut(String text) {
        return Foreign.cut(Foreign.visible(text), LONGEST);
    }

    private static Label prose(String name, String text, String... styles) {
        Label label = Boxes.prose(text, styles);
        label.setAccessibleText(name + " " + text);
        return label;
    }

    private static Label more(int left) {
        return Boxes.label("and " + left + " more", "muted");
    }

    private static boolean isHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
