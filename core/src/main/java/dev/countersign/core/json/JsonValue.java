// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// A JSON value as an immutable tree that keeps what the text said: number texts, key order, lone
/// surrogates.
///
/// Depth is the input's, so nothing here recurses. Two values are equal when their texts are
/// ({@link #text()}).
public sealed interface JsonValue {
    /// An object.
    ///
    /// @param members in document order, repeated keys included
    record JsonObject(List<Member> members) implements JsonValue {
        public JsonObject {
            members = List.copyOf(members);
        }

        /// The value of a key, of several equal keys the last; null if there is none.
        public @Nullable JsonValue get(String key) {
            // by index: asked very often, and an iterator costs more than the comparison
            for (int i = members.size() - 1; i >= 0; i--) {
                Member member = members.get(i);
                // most other keys are of another length, which needs no call to see
                if (member.key().length() == key.length() && member.key().equals(key)) {
                    return member.value();
                }
            }
            return null;
        }

        /// What a string member says; null if it is not there or not a string.
        public @Nullable String string(String key) {
            return get(key) instanceof JsonString(String says) ? says : null;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof JsonObject o && text().equals(o.text());
        }

        @Override
        public int hashCode() {
            return text().hashCode();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// A key and its value.
    ///
    /// @param key what the key says
    /// @param value what it has
    record Member(String key, JsonValue value) {}

    /// An array.
    ///
    /// @param values in their order
    record JsonArray(List<JsonValue> values) implements JsonValue {
        public JsonArray {
            values = List.copyOf(values);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof JsonArray o && text().equals(o.text());
        }

        @Override
        public int hashCode() {
            return text().hashCode();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// A string.
    ///
    /// @param says its characters, in UTF-16; lone surrogates are possible
    record JsonString(String says) implements JsonValue {}

    /// A number, as its token.
    ///
    /// @param token as it stood in the text
    record JsonNumber(String token) implements JsonValue {
        /// The number as a long, or null if it is not an integer that fits.
        public @Nullable Long toLong() {
            int first = token.startsWith("-") ? 1 : 0;
            if (token.length() > 20 || first == token.length()) {
                return null;
            }
            for (int i = first; i < token.length(); i++) {
                if (token.charAt(i) < '0' || token.charAt(i) > '9') {
                    return null;
                }
            }
            if (token.length() < 19) {
                return Long.parseLong(token);
            }
            BigInteger value = new BigInteger(token);
            return value.bitLength() < Long.SIZE ? value.longValueExact() : null;
        }
    }

    /// `true`, `false`, `null`, and Python's `NaN`, `Infinity`, `-Infinity`.
    ///
    /// @param kind which of them
    record JsonWord(JsonKind kind) implements JsonValue {
        /// The `null` of JSON.
        public static final JsonWord NULL = new JsonWord(JsonKind.NULL);
    }

    /// A string, or `null`.
    static JsonValue of(@Nullable String text) {
        return text == null ? JsonWord.NULL : new JsonString(text);
    }

    /// An integer.
    static JsonValue of(long number) {
        return new JsonNumber(Long.toString(number));
    }

    /// `true` or `false`.
    static JsonValue of(boolean value) {
        return new JsonWord(value ? JsonKind.TRUE : JsonKind.FALSE);
    }

    /// Starts an object.
    static ObjectBuilder object() {
        return new ObjectBuilder();
    }

    /// The value on one line, as CPython's `json.dumps(x)`: keys in their order, ASCII only.
    default String text() {
        return JsonText.write(this);
    }

    /// Builds an object member by member.
    final class ObjectBuilder {
        private final List<Member> members = new ArrayList<>();

        private ObjectBuilder() {}

        /// Appends a member.
        public ObjectBuilder with(String key, JsonValue value) {
            members.add(new Member(key, value));
            return this;
        }

        /// Appends a string, or `null`.
        public ObjectBuilder with(String key, @Nullable String value) {
            return with(key, JsonValue.of(value));
        }

        /// Appends an integer.
        public ObjectBuilder with(String key, long value) {
            return with(key, JsonValue.of(value));
        }

        /// The object so far.
        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
