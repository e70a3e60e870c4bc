// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.json.CanonicalProfile;
import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonTape;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// A canonical text with the places of its values, so that edits of the text can be written down as
/// bytes. Immutable.
final class CanonicalText {
    private static final int MOST_VALUES = 1 << 20;

    private final byte[] bytes;
    private final CanonicalProfile profile;
    private final List<Scalar> scalars = new ArrayList<>();
    private final List<Members> objects = new ArrayList<>();

    /// A string, number or word.
    ///
    /// @param key of the innermost member it belongs to
    /// @param top whether that member is one of the record's own
    /// @param from its first byte, the quote of a string
    /// @param to after its last byte
    /// @param says what a string says; else the token
    record Scalar(String key, boolean top, int from, int to, JsonKind kind, String says) {
        boolean isString() {
            return kind == JsonKind.STRING;
        }

        boolean isNumber() {
            return kind == JsonKind.INTEGER || kind == JsonKind.FLOAT;
        }

        /// Between the quotes of a string.
        int inside() {
            return isString() ? from + 1 : from;
        }

        /// The closing quote of a string.
        int insideTo() {
            return isString() ? to - 1 : to;
        }
    }

    /// A key and its value.
    ///
    /// @param keyFrom the key's opening quote
    /// @param from the value's first byte
    /// @param to after the value's last byte
    record Member(String key, int keyFrom, int from, int to) {}

    /// The members of an object.
    ///
    /// @param top whether it is the record itself
    /// @param from its opening brace
    /// @param all in order
    record Members(boolean top, int from, List<Member> all) {}

    /// @param bytes canonical in the profile; an object
    CanonicalText(byte[] bytes, CanonicalProfile profile) {
        this.bytes = bytes.clone();
        this.profile = profile;
        JsonReader reader = new JsonReader(MOST_VALUES);
        if (reader.read(this.bytes, 0, bytes.length) != null) {
            return; // more values than are worth looking at one by one
        }
        JsonTape tape = reader.tape();
        int[] ends = ends(tape);
        String[] keys = new String[tape.count()];
        keys[0] = "";
        boolean[] top = new boolean[tape.count()];
        for (int node = 0; node < tape.count(); node++) {
            String key = keys[node];
            if (key == null) {
                continue; // a key, known from its object
            }
            JsonKind kind = tape.kind(node);
            if (kind == JsonKind.OBJECT) {
                members(tape, node, ends, keys, top);
            } else if (kind == JsonKind.ARRAY) {
                for (int child = node + 1; child < tape.after(node); child = tape.after(child)) {
                    keys[child] = key;
                }
            } else {
                String says = kind == JsonKind.STRING ? tape.string(node) : tape.raw(node);
                scalars.add(
                        new Scalar(key, top[node], tape.start(node), tape.end(node), kind, says));
            }
        }
    }

    private void members(
            JsonTape tape, int node, int[] ends, @Nullable String[] keys, boolean[] top) {
        List<Member> all = new ArrayList<>();
        for (int k = node + 1; k < tape.after(node); k = tape.after(k + 1)) {
            keys[k + 1] = tape.string(k);
            top[k + 1] = node == 0;
            all.add(new Member(tape.string(k), tape.start(k), tape.start(k + 1), ends[k + 1]));
        }
        objects.add(new Members(node == 0, tape.start(node), List.copyOf(all)));
    }

    /// After the last byte of each node; a canonical container ends right after its last child.
    private static int[] ends(JsonTape tape) {
        int[] ends = new int[tape.count()];
        for (int node = tape.count() - 1; node >= 0; node--) {
            JsonKind kind = tape.kind(node);
            if (kind != JsonKind.OBJECT && kind != JsonKind.ARRAY) {
                ends[node] = tape.end(node);
                continue;
            }
            int last = tape.start(node) + 1;
            for (int child = node + 1; child < tape.after(node); child = tape.after(child)) {
                last = ends[child];
            }
            ends[node] = last + 1;
        }
        return ends;
    }

    /// Not to be written to.
    byte[] bytes() {
        return bytes;
    }

    CanonicalProfile profile() {
        return profile;
    }

    /// In the order of the text.
    List<Scalar> scalars() {
        return scalars;
    }

    /// The record itself first.
    List<Members> objects() {
        return objects;
    }

    /// The place of a top-level value, or null.
    @Nullable Member top(String key) {
        for (Member member : objects.isEmpty() ? List.<Member>of() : objects.getFirst().all()) {
            if (member.key().equals(key)) {
                return member;
            }
        }
        return null;
    }

    /// The text with an edit made.
    byte[] with(Edit edit) {
        var out = new ByteArrayOutputStream(bytes.length + 64);
        int done = 0;
        for (Splice s : edit.splices) {
            out.write(bytes, done, s.from - done);
            out.writeBytes(s.text);
            done = s.to;
        }
        out.write(bytes, done, bytes.length - done);
        return out.toByteArray();
    }
}
