// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.testkit.SlowValue.Arr;
import dev.countersign.core.testkit.SlowValue.Obj;

import java.util.ArrayList;
import java.util.List;

/// A value inside a record, however deep, and the way to it.
///
/// @param path keys and places in arrays
record RecordLeaf(List<Object> path, SlowValue value) {
    String key() {
        for (Object step : path.reversed()) {
            if (step instanceof String key) {
                return key;
            }
        }
        return "";
    }

    static void collect(List<Object> path, SlowValue value, List<RecordLeaf> all) {
        if (value instanceof Obj object) {
            object.fields().forEach((key, inner) -> collect(append(path, key), inner, all));
        } else if (value instanceof Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                collect(append(path, i), array.items().get(i), all);
            }
        } else {
            all.add(new RecordLeaf(path, value));
        }
    }

    private static List<Object> append(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static SlowValue put(SlowValue in, List<Object> path, int depth, SlowValue value) {
        if (depth == path.size()) {
            return value;
        }
        Object step = path.get(depth);
        if (in instanceof Obj object && step instanceof String key) {
            SlowValue inner = object.fields().getOrDefault(key, SlowValue.NULL);
            return object.with(key, put(inner, path, depth + 1, value));
        }
        List<SlowValue> items = new ArrayList<>(((Arr) in).items());
        int i = (Integer) step;
        items.set(i, put(items.get(i), path, depth + 1, value));
        return new Arr(items);
    }

    /// The record with another value here.
    Obj put(Obj record, SlowValue other) {
        return (Obj) put(record, path, 0, other);
    }
}
