// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import dev.countersign.core.json.RecordShapes.LearnedShape;
import dev.countersign.core.json.RecordShapes.Shape;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Derives the shape of a record from its tape: which texts are literal, which are values, and in
/// which order the values are copied. Runs once a shape, so it may be slow.
final class ShapeLearner {
    private static final int MOST_DEPTH = 64;
    private static final int MOST_LITERAL_BYTES = 1 << 16;

    private final boolean compact;
    private final FieldFilter keep;
    private final List<String> wantedNames;
    private final int mostValues;

    ShapeLearner(boolean compact, FieldFilter keep, List<String> wanted, int mostValues) {
        this.compact = compact;
        this.keep = keep;
        this.wantedNames = List.copyOf(wanted);
        this.mostValues = mostValues;
    }

    /// The shape, or null if the record is not spelled as a producer spells it, or is too large to
    /// be typical.
    @Nullable LearnedShape learn(JsonTape tape) {
        if (!tape.isObject(0) || tape.depth() > MOST_DEPTH || tape.count() > mostValues) {
            return null;
        }
        return new Lesson(tape).learn();
    }

    /// The work on one record.
    private final class Lesson {
        private final JsonTape tape;
        private final byte[] b;
        private final int[] slotOfNode;
        private final List<byte[]> literals = new ArrayList<>();
        private final List<int[]> values = new ArrayList<>();
        private final List<int[]> program = new ArrayList<>();
        private final ByteArrayOutputStream pool = new ByteArrayOutputStream();
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private final KeyOrder order = new KeyOrder();
        private boolean repeated;

        Lesson(JsonTape tape) {
            this.tape = tape;
            this.b = tape.bytes;
            this.slotOfNode = new int[tape.count()];
        }

        @Nullable LearnedShape learn() {
            Arrays.fill(slotOfNode, -1);
            int end = findValues();
            if (end < 0) {
                return null;
            }
            order.begin(tape, false);
            write(0, keep);
            if (repeated) {
                return null;
            }
            int tail = pool.size();
            pool.writeBytes(pending.toByteArray());
            int[] steps = program.stream().flatMapToInt(Arrays::stream).toArray();
            return new LearnedShape(
                    literals,
                    new Shape(steps, pool.toByteArray(), tail, wantedSlots(), notCovered()));
        }

        /// Cuts the line into literals and values; the record's end, or -1 if it is not a
        /// producer's spelling.
        private int findValues() {
            int from = tape.start(0);
            for (int node = 1; node < tape.count(); ) {
                boolean key = isKey(node);
                int kind = tape.tag[node] & JsonTape.KIND;
                boolean value = !key && (kind > JsonTape.ARRAY || simple(node));
                int end = key || value ? ProducerText.valueEnd(b, tape.start(node)) : 0;
                if (end < 0) {
                    return -1;
                }
                if (value) {
                    slotOfNode[node] = values.size();
                    values.add(new int[] {tape.start(node), end});
                    literals.add(Arrays.copyOfRange(b, from, tape.start(node)));
                    from = end;
                }
                node = value ? tape.after(node) : node + 1;
            }
            int closing = from;
            while (b[closing] == '}' || b[closing] == ']') {
                closing++;
            }
            literals.add(Arrays.copyOfRange(b, from, closing));
            int total = literals.stream().mapToInt(literal -> literal.length).sum();
            return values.isEmpty() || total > MOST_LITERAL_BYTES ? -1 : closing;
        }

        private boolean isKey(int node) {
            // a key is the only string that is followed by a colon
            return tape.isString(node) && b[tape.end(node)] == ':';
        }

        /// An empty container, or an array of nothing but scalars.
        private boolean simple(int container) {
            int end = tape.after(container);
            if (tape.isObject(container)) {
                return end == container + 1;
            }
            for (int n = container + 1; n < end; n++) {
                if ((tape.tag[n] & JsonTape.KIND) <= JsonTape.ARRAY) {
                    return false;
                }
            }
            return true;
        }

        private void write(int node, FieldFilter filter) {
            if (slotOfNode[node] >= 0) {
                step(slotOfNode[node]);
            } else if (tape.isObject(node)) {
                writeObject(node, filter);
            } else {
                pending.write('[');
                int end = tape.after(node);
                for (int n = node + 1; n < end; n = tape.after(n)) {
                    separate(n > node + 1);
                    write(n, FieldFilter.ALL);
                }
                pending.write(']');
            }
        }

        private void writeObject(int node, FieldFilter filter) {
            int from = order.collect(node, filter, true);
            repeated |= order.repeated() >= 0;
            int to = order.size();
            pending.write('{');
            for (int i = from; i < to; i++) {
                separate(i > from);
                int key = order.key(i);
                pending.write(b, tape.start(key), tape.end(key) - tape.start(key));
                pending.writeBytes(Ascii.bytes(compact ? ":" : ": "));
                write(order.value(i), FieldFilter.ALL);
            }
            pending.write('}');
            order.drop(from);
        }

        private void separate(boolean needed) {
            if (needed) {
                pending.writeBytes(Ascii.bytes(compact ? "," : ", "));
            }
        }

        /// Appends one value to the program, taking from the line itself as much of the text before
        /// it as agrees.
        private void step(int slot) {
            byte[] before = pending.toByteArray();
            pending.reset();
            byte[] inLine = literals.get(slot);
            int[] last = program.isEmpty() ? null : program.getLast();
            if (!compact && last != null && last[4] == slot - 1 && Arrays.equals(before, inLine)) {
                last[4] = slot;
                return;
            }
            int shared = 0;
            while (!compact
                    && shared < Math.min(before.length, inLine.length)
                    && before[before.length - 1 - shared] == inLine[inLine.length - 1 - shared]) {
                shared++;
            }
            program.add(new int[] {pool.size(), before.length - shared, slot, shared, slot});
            pool.write(before, 0, before.length - shared);
        }

        private int[] wantedSlots() {
            int[] slots = new int[wantedNames.size()];
            Arrays.fill(slots, -1);
            for (int k = 1; k < tape.after(0); k = tape.after(k + 1)) {
                int place = wantedNames.indexOf(tape.string(k));
                if (place >= 0) {
                    slots[place] = slotOfNode[k + 1];
                }
            }
            return slots;
        }

        private List<String> notCovered() {
            List<String> names = new ArrayList<>();
            for (int k = 1; k < tape.after(0); k = tape.after(k + 1)) {
                String name = tape.string(k);
                if (!keep.keeps(tape, k) && !name.equals(wantedNames.getFirst())) {
                    names.add(name);
                }
            }
            return List.copyOf(names);
        }
    }
}
