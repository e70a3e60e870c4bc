// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value, as CPython's `json.loads` would hand it out. Immutable.
public sealed interface SlowValue {
    /// The value of the word `null`.
    Null NULL = new Null();

    /// An object; keys keep the order in which they first occurred.
    ///
    /// @param fields values by key, in order
    record Obj(Map<String, SlowValue> fields) implements SlowValue {
        public Obj {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /// The value of a key, if it occurs.
        public @Nullable SlowValue get(String key) {
            return fields.get(key);
        }

        /// The value of a key if it is a string.
        public @Nullable String text(String key) {
            return fields.get(key) instanceof Str s ? s.text() : null;
        }

        /// With a value put in place of the old one, or at the end.
        public Obj with(String key, SlowValue value) {
            Map<String, SlowValue> next = new LinkedHashMap<>(fields);
            next.put(key, value);
            return new Obj(next);
        }

        /// With a string put in place of the old value, or at the end.
        public Obj with(String key, String value) {
            return with(key, new Str(value));
        }

        /// Without a key.
        public Obj without(String key) {
            Map<String, SlowValue> next = new LinkedHashMap<>(fields);
            next.remove(key);
            return new Obj(next);
        }

        /// With a key spelled otherwise, in the same place.
        public Obj renamed(String key, String to) {
            Map<String, SlowValue> next = new LinkedHashMap<>();
            fields.forEach((k, v) -> next.put(k.equals(key) ? to : k, v));
            return new Obj(next);
        }

        /// With a key and its value moved to the end.
        public Obj last(String key) {
            SlowValue value = fields.get(key);
            return value == null ? this : without(key).with(key, value);
        }
    }

    /// An array.
    ///
    /// @param items in order
    record Arr(List<SlowValue> items) implements SlowValue {
        public Arr {
            items = Collections.unmodifiableList(new ArrayList<>(items));
        }
    }

    /// A string; may hold lone surrogates.
    ///
    /// @param text its UTF-16 units
    record Str(String text) implements SlowValue {}

    /// An integer of any size.
    ///
    /// @param digits as JSON spells it
    record Int(String digits) implements SlowValue {
        /// An integer that fits.
        public static Int of(long value) {
            return new Int(Long.toString(value));
        }
    }

    /// A float; may be NaN or infinite.
    ///
    /// @param value the double
    record Flt(double value) implements SlowValue {}

    /// True or false.
    ///
    /// @param value which
    record Bool(boolean value) implements SlowValue {}

    /// Null.
    record Null() implements SlowValue {}
}
