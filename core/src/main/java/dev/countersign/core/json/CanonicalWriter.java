// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Writes the canonical bytes of a parsed text: profile A, B or J, or CPython's `json.dumps(x,
/// indent=2)` for checkpoints (keys in their order; a repeated key keeps its first place and its
/// last value).
///
/// It does not recurse and keeps no text longer than its buffer. Reusable, not for concurrent use.
public final class CanonicalWriter {
    /// More than most records have; a larger one would cost a small log more than its reading.
    private static final int BUFFER = 1 << 13;

    private static final int ARRAY_FRAME = -1;

    private final ScalarWriter out;
    private final KeyOrder order = new KeyOrder();

    /// Four numbers an open container: what is next, where it ends, where its keys begin in
    /// `order`, unused for arrays.
    private int[] frames = new int[4 * 32];

    private int depth;
    private int repeatedKey;
    private boolean sorted;
    private boolean utf16;
    private boolean indented;
    private byte[] itemSeparator = {};
    private byte[] keySeparator = {};

    public CanonicalWriter() {
        out = new ScalarWriter(new byte[BUFFER]);
    }

    /// Writes the tape's value in a canonical profile.
    ///
    /// @param keep chooses among the top-level fields, if the value is an object
    /// @return null, or why RFC 8785 has no form for it (profile J only); then what was drained is
    ///   of no use
    public @Nullable JsonProblem write(
            JsonTape tape, CanonicalProfile profile, FieldFilter keep, Drain drain) {
        sorted = true;
        utf16 = profile == CanonicalProfile.J;
        indented = false;
        itemSeparator = Ascii.bytes(profile == CanonicalProfile.A ? ", " : ",");
        keySeparator = Ascii.bytes(profile == CanonicalProfile.A ? ": " : ":");
        return write(tape, keep, drain, profile == CanonicalProfile.J);
    }

    /// Writes the tape's value as CPython's `json.dumps(x, indent=2)`.
    public void writeIndented(JsonTape tape, Drain drain) {
        sorted = false;
        utf16 = false;
        indented = true;
        itemSeparator = Ascii.bytes(",");
        keySeparator = Ascii.bytes(": ");
        write(tape, FieldFilter.ALL, drain, false);
    }

    /// Writes the tape's value as CPython's `json.dumps(x)`, keys in their order, all fields.
    public void writePlain(JsonTape tape, Drain drain) {
        sorted = false;
        utf16 = false;
        indented = false;
        itemSeparator = Ascii.bytes(", ");
        keySeparator = Ascii.bytes(": ");
        write(tape, FieldFilter.ALL, drain, false);
    }

    /// The node of a key that an object in the last text written had twice, or -1.
    public int repeatedKey() {
        return repeatedKey;
    }

    /// Whether every string and number of the last text written was spelled as CPython spells it.
    public boolean producerSpelling() {
        return out.producerSpelling();
    }

    private @Nullable JsonProblem write(JsonTape tape, FieldFilter keep, Drain drain, boolean jcs) {
        out.begin(tape, drain, jcs);
        order.begin(tape, utf16);
        depth = 0;
        repeatedKey = -1;
        int node = 0;
        while (node >= 0) {
            node = open(tape, node, node == 0 ? keep : FieldFilter.ALL);
            while (node < 0 && depth > 0) {
                node = next(tape);
            }
        }
        out.finish();
        return out.problem();
    }

    /// Writes a scalar or opens a container; returns the node of its first child to write, or -1.
    private int open(JsonTape tape, int node, FieldFilter keep) {
        int kind = tape.tag[node] & JsonTape.KIND;
        if (kind == JsonTape.ARRAY) {
            if (tape.end[node] == node + 1) {
                out.ascii(Ascii.EMPTY_ARRAY);
                return -1;
            }
            out.one('[');
            push(node + 1, tape.end[node], ARRAY_FRAME);
            newLine();
            return node + 1;
        }
        if (kind != JsonTape.OBJECT) {
            out.scalar(node);
            return -1;
        }
        int first = order.collect(node, keep, sorted);
        repeatedKey = Math.max(repeatedKey, order.repeated());
        if (first == order.size()) {
            out.ascii(Ascii.EMPTY_OBJECT);
            return -1;
        }
        out.one('{');
        push(first, order.size(), first);
        newLine();
        return key(first);
    }

    private int key(int place) {
        out.scalar(order.key(place));
        out.ascii(keySeparator);
        return order.value(place);
    }

    /// Goes on with the innermost container; returns the next node to write, or -1 when it was
    /// closed.
    private int next(JsonTape tape) {
        int frame = (depth - 1) * 4;
        boolean array = frames[frame + 2] == ARRAY_FRAME;
        int following = array ? tape.after(frames[frame]) : frames[frame] + 1;
        if (following < frames[frame + 1]) {
            frames[frame] = following;
            out.ascii(itemSeparator);
            newLine();
            return array ? following : key(following);
        }
        depth--;
        newLine();
        out.one(array ? ']' : '}');
        if (!array) {
            order.drop(frames[frame + 2]);
        }
        return -1;
    }

    private void push(int next, int end, int keys) {
        if (depth * 4 == frames.length) {
            frames = Arrays.copyOf(frames, frames.length * 2);
        }
        int frame = depth++ * 4;
        frames[frame] = next;
        frames[frame + 1] = end;
        frames[frame + 2] = keys;
    }

    private void newLine() {
        if (indented) {
            out.one('\n');
            for (int i = 0; i < depth; i++) {
                out.ascii(Ascii.INDENT);
            }
        }
    }
}
