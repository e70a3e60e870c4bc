// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.Member;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What is said around a record: values by key, texts, words and phrases. The nearest comes first;
/// each list has an end.
final class Vocabulary {
    private static final int MOST_VALUES = 20_000;
    private static final int MOST_OF_A_KEY = 2_000;
    private static final int MOST_WORDS = 20_000;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_TEXT = 1 << 20;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private final Map<String, Set<JsonValue>> byKey = new LinkedHashMap<>();
    private final Set<JsonValue> values = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> phrases = new LinkedHashSet<>();
    private int textLeft = MOST_TEXT;

    /// Takes in everything that a value says, from the outside in.
    void add(JsonValue root) {
        Deque<Member> open = new ArrayDeque<>();
        open.add(new Member("", root));
        while (!open.isEmpty()) {
            Member member = open.remove();
            JsonValue value = member.value();
            if (value instanceof JsonObject object) {
                open.addAll(object.members());
                object.members().forEach(m -> word(m.key()));
            } else if (value instanceof JsonArray array) {
                array.values().forEach(v -> open.add(new Member(member.key(), v)));
            }
            remember(member.key(), value);
        }
    }

    /// Takes in what the formats and the known workflows say.
    void addFixed() {
        FixedWords.reasons().forEach(reason -> add(JsonValue.of(reason)));
        FixedWords.keys().forEach(key -> byKey.computeIfAbsent(key, k -> new LinkedHashSet<>()));
        FixedWords.all().forEach(word -> add(values, JsonValue.of(word), MOST_VALUES));
    }

    /// Takes in a text that is no JSON.
    void addText(String text) {
        text.lines().forEach(line -> texts(line.strip()));
    }

    private void remember(String key, JsonValue value) {
        boolean small = !(value instanceof JsonString s) || s.says().length() <= LONGEST_TEXT;
        boolean scalar = !(value instanceof JsonObject) && !(value instanceof JsonArray);
        Set<JsonValue> ofKey = byKey.computeIfAbsent(key, k -> new LinkedHashSet<>());
        if (scalar && small || !scalar && value.text().length() <= LONGEST_TEXT) {
            add(ofKey, value, MOST_OF_A_KEY);
        }
        if (scalar && small) {
            add(values, value, MOST_VALUES);
        }
        if (value instanceof JsonString(String says)) {
            texts(says);
        }
    }

    private void texts(String text) {
        textLeft -= text.length();
        if (textLeft < 0 || text.isEmpty()) {
            return;
        }
        List<String> parts = List.of(SPACE.split(text.strip()));
        for (int i = 0; i < parts.size(); i++) {
            word(parts.get(i));
            PUNCTUATION.splitAsStream(parts.get(i)).forEach(this::word);
            String phrase = parts.get(i);
            for (int j = i + 1; j < Math.min(parts.size(), i + 4); j++) {
                phrase += " " + parts.get(j);
                add(phrases, phrase, MOST_WORDS);
            }
        }
    }

    private void word(String word) {
        if (!word.isEmpty() && word.length() <= 64) {
            add(words, word, MOST_WORDS);
        }
    }

    private static <T> void add(Set<T> set, T element, int most) {
        if (set.size() < most) {
            set.add(element);
        }
    }

    /// Values that other records have under a key.
    Collection<JsonValue> of(String key) {
        return Collections.unmodifiableCollection(byKey.getOrDefault(key, Set.of()));
    }

    /// Keys, the nearest first.
    List<String> keys() {
        return new ArrayList<>(byKey.keySet());
    }

    /// Strings, numbers and words of JSON.
    Collection<JsonValue> values() {
        return Collections.unmodifiableCollection(values);
    }

    /// Single words.
    Collection<String> words() {
        return Collections.unmodifiableCollection(words);
    }

    /// Two to four words in a row.
    Collection<String> phrases() {
        return Collections.unmodifiableCollection(phrases);
    }
}
