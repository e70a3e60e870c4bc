// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.policy.PolicyProblem.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// A value of the file and where it stands. What does not fit is reported, and a stand-in returned:
/// reading goes on, so that all problems are found at once, and gives no policy in the end.
///
/// @param text what it is part of
/// @param node the value
/// @param path its JSON pointer
record Place(PolicyText text, int node, String path) {
    /// Most characters of a text.
    static final int MAX_TEXT = 200;

    JsonKind kind() {
        return text.tape.kind(node);
    }

    boolean isNull() {
        return kind() == JsonKind.NULL;
    }

    /// Whether it is an empty object or list.
    boolean hasNothing() {
        return text.tape.after(node) == node + 1;
    }

    void problem(Kind kind, String expected) {
        text.problem(node, path, kind, expected);
    }

    /// The members of an object that must have these keys, and may have others.
    Members members(Set<String> required, Set<String> optional) {
        Members members = new Members(this, new LinkedHashMap<>());
        if (kind() != JsonKind.OBJECT) {
            problem(Kind.WRONG_TYPE, "an object");
            return members;
        }
        for (int k = node + 1; k < text.tape.after(node); k = text.tape.after(k + 1)) {
            String key = text.tape.string(k);
            Place value = new Place(text, k + 1, path + "/" + escaped(key));
            if (!required.contains(key) && !optional.contains(key)) {
                unknown(k, value.path(), members.places.keySet(), required, optional);
            } else if (members.places.putIfAbsent(key, value) != null) {
                text.problem(k, value.path(), Kind.REPEATED_KEY, "");
            }
        }
        for (String key : new TreeSet<>(required)) {
            if (!members.places.containsKey(key)) {
                text.problem(node, path + "/" + escaped(key), Kind.MISSING, "", "");
            }
        }
        return members;
    }

    private void unknown(
            int key, String at, Set<String> seen, Set<String> required, Set<String> optional) {
        Set<String> left = new TreeSet<>(required);
        left.addAll(optional);
        left.removeAll(seen);
        text.problem(key, at, Kind.UNKNOWN_KEY, String.join(", ", left));
    }

    private static String escaped(String key) {
        return PolicyText.shortened(key).replace("~", "~0").replace("/", "~1");
    }

    /// The values of an array.
    List<Place> elements(int max) {
        List<Place> elements = new ArrayList<>();
        if (kind() != JsonKind.ARRAY) {
            problem(Kind.WRONG_TYPE, "a list");
            return elements;
        }
        for (int n = node + 1; n < text.tape.after(node); n = text.tape.after(n)) {
            if (elements.size() == max) {
                problem(Kind.TOO_LARGE, "at most " + max + " entries");
                return elements;
            }
            elements.add(new Place(text, n, path + "/" + elements.size()));
        }
        return elements;
    }

    /// A text of one line.
    String words(boolean mayBeEmpty) {
        if (kind() != JsonKind.STRING) {
            problem(Kind.WRONG_TYPE, "a text");
            return "";
        }
        String words = text.tape.string(node);
        if (words.codePointCount(0, words.length()) > MAX_TEXT) {
            problem(Kind.TOO_LARGE, "at most " + MAX_TEXT + " characters");
        } else if (!mayBeEmpty && PolicyText.isBlank(words)) {
            problem(Kind.BAD_VALUE, "a text that is not empty");
        } else if (!PolicyText.isPlain(words)) {
            problem(Kind.BAD_VALUE, "one line without control characters or hidden ones");
        }
        return words;
    }

    String words() {
        return words(false);
    }

    /// An integer from a least to a most.
    int integer(int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        if (kind() != JsonKind.INTEGER) {
            problem(Kind.WRONG_TYPE, expected);
            return least;
        }
        String token = text.tape.raw(node);
        // nine digits fit an int, and no bound here needs more
        if (token.length() > 9
                || Integer.parseInt(token) < least
                || Integer.parseInt(token) > most) {
            problem(Kind.OUT_OF_RANGE, expected);
            return least;
        }
        return Integer.parseInt(token);
    }

    boolean yesOrNo() {
        return switch (kind()) {
            case TRUE -> true;
            case FALSE -> false;
            case OBJECT, ARRAY, STRING, INTEGER, FLOAT, NULL, NAN, INFINITY, MINUS_INFINITY -> {
                problem(Kind.WRONG_TYPE, "true or false");
                yield false;
            }
        };
    }

    /// A text that another form can be made of.
    ///
    /// @param parse gives null for what cannot be read
    <T> @Nullable T parsed(String expected, Function<String, @Nullable T> parse) {
        if (kind() != JsonKind.STRING) {
            problem(Kind.WRONG_TYPE, expected);
            return null;
        }
        String words = text.tape.string(node);
        T value = words.length() > MAX_TEXT ? null : parse.apply(words);
        if (value == null) {
            problem(Kind.BAD_VALUE, expected);
        }
        return value;
    }

    /// The members of an object, by key.
    record Members(Place object, Map<String, Place> places) {
        @Nullable Place get(String key) {
            return places.get(key);
        }

        /// What a reader makes of a member; the stand-in where it is missing, which was reported.
        <T> T read(String key, T otherwise, Function<Place, T> reader) {
            Place place = places.get(key);
            return place == null ? otherwise : reader.apply(place);
        }

        String words(String key) {
            return read(key, "", Place::words);
        }

        int integer(String key, int least, int most) {
            return read(key, least, place -> place.integer(least, most));
        }
    }
}
