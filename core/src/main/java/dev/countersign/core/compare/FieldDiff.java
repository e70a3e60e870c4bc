// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.LogLines.Line;
import dev.countersign.core.compare.FieldChange.Value;
import dev.countersign.core.compare.PairDiff.Bytes;
import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.FieldFilter;
import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonTape;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the fields that two lines disagree about. Values are the same if their canonical text is;
/// what is nested deeper than a person reads is compared as a whole. Not for concurrent use.
final class FieldDiff {
    private static final int MOST_CHANGES = 1_000;
    private static final int DEEPEST = 64;

    private final ChainFormat format;
    private final JsonReader mine;
    private final JsonReader theirs;
    private final JsonReader scratch;
    private final CanonicalWriter writer = new CanonicalWriter();
    private final List<FieldChange> changes = new ArrayList<>();
    private int more;
    private long hereOffset;
    private long thereOffset;

    FieldDiff(ChainFormat format, Limits limits) {
        this.format = format;
        mine = new JsonReader(limits.maxValues());
        theirs = new JsonReader(limits.maxValues());
        scratch = new JsonReader(limits.maxValues());
    }

    /// Compares two lines.
    PairDiff of(Line here, Line there) {
        byte[] a = here.text();
        byte[] b = there.text();
        changes.clear();
        more = 0;
        hereOffset = here.offset();
        thereOffset = there.offset();
        boolean objects = isObject(mine, a) && isObject(theirs, b);
        if (objects) {
            node("", mine.tape(), 0, theirs.tape(), 0, 0, true);
        }
        int least = Math.min(a.length, b.length);
        int begin = Arrays.mismatch(a, b);
        begin = begin < 0 ? least : begin;
        int end = 0;
        while (end < least - begin && a[a.length - 1 - end] == b[b.length - 1 - end]) {
            end++;
        }
        return new PairDiff(
                here,
                there,
                changes,
                more,
                new Bytes(begin, a.length - end - begin),
                new Bytes(begin, b.length - end - begin),
                objects);
    }

    private static boolean isObject(JsonReader reader, byte[] text) {
        return reader.read(text, 0, text.length) == null && reader.tape().isObject(0);
    }

    private void node(
            String pointer, JsonTape a, int i, JsonTape b, int j, int depth, boolean covered) {
        if (raw(a, i).equals(raw(b, j))) {
            return;
        }
        boolean shallow = depth < DEEPEST;
        if (shallow && a.isObject(i) && b.isObject(j)) {
            objects(pointer, a, i, b, j, depth, covered);
        } else if (shallow && isArray(a, i) && isArray(b, j)) {
            arrays(pointer, a, i, b, j, depth, covered);
        } else if (!same(a, i, b, j)) {
            change(pointer, value(a, i, hereOffset), value(b, j, thereOffset), covered);
        }
    }

    private static boolean isArray(JsonTape tape, int node) {
        return tape.kind(node) == JsonKind.ARRAY;
    }

    private void objects(
            String pointer, JsonTape a, int i, JsonTape b, int j, int depth, boolean covered) {
        Map<String, Integer> members = members(a, i);
        Map<String, Integer> others = members(b, j);
        for (Map.Entry<String, Integer> member : members.entrySet()) {
            String key = member.getKey();
            String place = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            boolean under = depth == 0 ? format.covers(key) : covered;
            Integer other = others.remove(key);
            if (other == null) {
                change(place, value(a, member.getValue(), hereOffset), null, under);
            } else {
                node(place, a, member.getValue(), b, other, depth + 1, under);
            }
        }
        for (Map.Entry<String, Integer> other : others.entrySet()) {
            String key = other.getKey();
            String place = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            boolean under = depth == 0 ? format.covers(key) : covered;
            change(place, null, value(b, other.getValue(), thereOffset), under);
        }
    }

    /// Value nodes by key; of equal keys, the last.
    private static Map<String, Integer> members(JsonTape tape, int object) {
        Map<String, Integer> members = new LinkedHashMap<>();
        for (int k = object + 1; k < tape.after(object); k = tape.after(k + 1)) {
            members.put(tape.string(k), k + 1);
        }
        return members;
    }

    private void arrays(
            String pointer, JsonTape a, int i, JsonTape b, int j, int depth, boolean covered) {
        int p = i + 1;
        int q = j + 1;
        for (int n = 0; p < a.after(i) || q < b.after(j); n++) {
            String place = pointer + "/" + n;
            if (p >= a.after(i)) {
                change(place, null, value(b, q, thereOffset), covered);
                q = b.after(q);
            } else if (q >= b.after(j)) {
                change(place, value(a, p, hereOffset), null, covered);
                p = a.after(p);
            } else {
                node(place, a, p, b, q, depth + 1, covered);
                p = a.after(p);
                q = b.after(q);
            }
        }
    }

    private void change(
            String pointer, @Nullable Value here, @Nullable Value there, boolean covered) {
        if (changes.size() < MOST_CHANGES) {
            changes.add(new FieldChange(pointer, here, there, covered));
        } else {
            more++;
        }
    }

    private boolean same(JsonTape a, int i, JsonTape b, int j) {
        return Arrays.equals(canonical(a, i), canonical(b, j));
    }

    private byte[] canonical(JsonTape tape, int node) {
        scratch.read(tape.bytes(), tape.start(node), end(tape, node));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean none =
                writer.write(scratch.tape(), format.profile(), FieldFilter.ALL, out::write) != null;
        return none ? raw(tape, node).getBytes(StandardCharsets.UTF_8) : out.toByteArray();
    }

    private static Value value(JsonTape tape, int node, long base) {
        int start = tape.start(node);
        return new Value(raw(tape, node), base + start, end(tape, node) - start);
    }

    private static String raw(JsonTape tape, int node) {
        int start = tape.start(node);
        return new String(tape.bytes(), start, end(tape, node) - start, StandardCharsets.UTF_8);
    }

    /// Just after a value's last byte.
    private static int end(JsonTape tape, int node) {
        if (!tape.isObject(node) && !isArray(tape, node)) {
            return tape.end(node);
        }
        byte[] b = tape.bytes();
        boolean string = false;
        int open = 0;
        for (int p = tape.start(node); ; p++) {
            byte c = b[p];
            if (string) {
                p += c == '\\' ? 1 : 0;
                string = c != '"';
            } else if (c == '"') {
                string = true;
            } else if (c == '{' || c == '[') {
                open++;
            } else if ((c == '}' || c == ']') && --open == 0) {
                return p + 1;
            }
        }
    }
}
