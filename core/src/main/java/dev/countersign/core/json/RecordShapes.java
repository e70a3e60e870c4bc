// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// The quick way from a producer's line to its canonical bytes (profiles A and B).
///
/// A producer writes the same few shapes of record again and again: the same keys in the same order
/// with the same spacing, around values that differ. A shape is the literal text between the
/// values, plus a copy program that puts the values into sorted key order. Matching a line checks
/// that every literal is there and that every value is spelled exactly as CPython spells it; what
/// matches is canonical by construction, and nothing is parsed, sorted or looked up. Anything else
/// is no match, and whoever asks takes the exact way ({@link JsonReader}, {@link CanonicalWriter})
/// and may then teach the new shape.
///
/// Not for concurrent use.
public final class RecordShapes {
    /// Readable bytes that must follow the text, a line feed among them.
    public static final int PADDING = ProducerText.PADDING;

    private static final int MOST_SHAPES = 2_048;
    private static final int MOST_VALUES = 4_096;

    private final ShapeLearner learner;
    private final ShapeNode root;
    private final int[] start = new int[MOST_VALUES];
    private final int[] end = new int[MOST_VALUES];
    private final boolean compact;
    private byte[] out = new byte[1 << 16];
    private int written;
    private int lineEnd;
    private int shapes;
    private @Nullable Shape shape;

    /// @param profile A or B
    /// @param keep the top-level fields that are covered by the hash
    /// @param wanted top-level fields whose values are asked for, by place in this list; the first
    ///   is the hash
    public RecordShapes(CanonicalProfile profile, FieldFilter keep, List<String> wanted) {
        if (profile == CanonicalProfile.J) {
            throw new IllegalArgumentException(
                    "no shapes for RFC 8785: its producers' spelling is not known");
        }
        this.compact = profile == CanonicalProfile.B;
        this.learner = new ShapeLearner(compact, keep, wanted, MOST_VALUES - 8);
        this.root = new ShapeNode(new byte[0]);
    }

    private RecordShapes(RecordShapes known) {
        compact = known.compact;
        learner = known.learner;
        root = known.root;
    }

    /// Another one, for a second line at the same time: it knows what this one has learned and
    /// learns, and learns nothing itself.
    public RecordShapes companion() {
        return new RecordShapes(this);
    }

    /// Whether a line of a known shape stands at `from`. If so, the other methods tell about it.
    public boolean match(byte[] b, int from) {
        int[] start = this.start;
        int[] end = this.end;
        ShapeNode node = root;
        int p = from;
        for (int k = 0; ; k++) {
            node = node.next(b, p);
            if (node == null) {
                return false;
            }
            p += node.length;
            Shape found = node.shape;
            if (found != null) {
                shape = found;
                lineEnd = p;
                return true;
            }
            start[k] = p;
            p = ProducerText.valueEnd(b, p);
            if (p < 0) {
                return false;
            }
            end[k] = p;
        }
    }

    /// Whether more shapes could be learned, and no line was longer than so many bytes.
    public boolean learning(int longest) {
        return shapes < MOST_SHAPES && out.length <= 2 * (longest + PADDING);
    }

    /// Just after the matched record's closing brace.
    public int end() {
        return lineEnd;
    }

    /// Where the value of a wanted field starts, or -1 if the record has no such field or it is no
    /// simple value.
    public int start(int wanted) {
        int slot = matched().wanted[wanted];
        return slot < 0 ? -1 : start[slot];
    }

    /// Where the value of a wanted field ends.
    public int end(int wanted) {
        return end[matched().wanted[wanted]];
    }

    /// Top-level fields of the matched record that are neither covered nor the hash, in order.
    public List<String> notCovered() {
        return matched().notCovered;
    }

    /// Writes the canonical bytes of the matched record.
    ///
    /// @return how many; they stand at the beginning of {@link #canonicalBytes()}
    public int writeCanonical(byte[] b, int from) {
        int room = (lineEnd - from) + PADDING;
        if (out.length < room) {
            out = new byte[room * 2];
        }
        emit(b, matched());
        return written;
    }

    /// The buffer that {@link #writeCanonical} wrote to; valid until the next call.
    public byte[] canonicalBytes() {
        return out;
    }

    private void emit(byte[] b, Shape shape) {
        byte[] out = this.out;
        byte[] pool = shape.pool;
        int[] program = shape.program;
        int at = 0;
        for (int i = 0; i < program.length; i += Shape.STEP) {
            int literal = program[i];
            int length = program[i + 1];
            if (length <= Long.BYTES) {
                Swar.store(out, at, Swar.load(pool, literal));
                at += length;
            } else {
                at = ProducerText.copy(pool, literal, literal + length, out, at);
            }
            int from = start[program[i + 2]] - program[i + 3];
            int to = end[program[i + 4]];
            if (compact && b[from] == '[') {
                at = ProducerText.compactArray(b, from, out, at);
            } else {
                at = ProducerText.copy(b, from, to, out, at);
            }
        }
        written = ProducerText.copy(pool, shape.tail, shape.tail + shape.tailLength, out, at);
    }

    private Shape matched() {
        if (shape == null) {
            throw new IllegalStateException("nothing was matched");
        }
        return shape;
    }

    /// Learns the shape of a line that was read the exact way, if it is one that a producer writes.
    public void learn(JsonTape tape) {
        if (shapes >= MOST_SHAPES || !tape.producerSpacing()) {
            return;
        }
        LearnedShape learned = learner.learn(tape);
        if (learned == null) {
            return;
        }
        ShapeNode node = root;
        for (byte[] literal : learned.literals()) {
            node = node.child(literal);
        }
        if (node.shape == null && node.children.length == 0) {
            node.shape = learned.shape();
            shapes++;
        }
    }

    /// The copy program of a shape: steps of [literal, its length, first value, bytes before it,
    /// last value].
    static final class Shape {
        static final int STEP = 5;
        final int[] program;
        final byte[] pool;
        final int tail;
        final int tailLength;
        final int[] wanted;
        final List<String> notCovered;

        Shape(int[] program, byte[] pool, int tail, int[] wanted, List<String> notCovered) {
            this.program = program;
            this.pool = Arrays.copyOf(pool, pool.length + PADDING);
            this.tail = tail;
            this.tailLength = pool.length - tail;
            this.wanted = wanted;
            this.notCovered = notCovered;
        }
    }

    /// A shape and the literal texts that lead to it.
    record LearnedShape(List<byte[]> literals, Shape shape) {}

    /// One literal text, and what may follow after a value: longest first, for one may begin like
    /// another.
    static final class ShapeNode {
        final int length;
        ShapeNode[] children = {};
        @Nullable Shape shape;
        private final byte[] literal;
        private final long first;
        private final long firstMask;
        private final long second;
        private final long secondMask;

        ShapeNode(byte[] text) {
            length = text.length;
            literal = Arrays.copyOf(text, text.length + 2 * Long.BYTES);
            first = Swar.load(literal, 0);
            firstMask = mask(length);
            second = Swar.load(literal, Long.BYTES);
            secondMask = mask(length - Long.BYTES);
        }

        private static long mask(int bytes) {
            return bytes <= 0 ? 0 : bytes >= Long.BYTES ? -1L : (1L << 8 * bytes) - 1;
        }

        @Nullable ShapeNode next(byte[] b, int p) {
            for (ShapeNode child : children) {
                if (child.standsAt(b, p)) {
                    return child;
                }
            }
            return null;
        }

        private boolean standsAt(byte[] b, int p) {
            long difference =
                    (Swar.load(b, p) ^ first) & firstMask
                            | (Swar.load(b, p + 8) ^ second) & secondMask;
            return difference == 0 && (length <= 16 || restStandsAt(b, p));
        }

        private boolean restStandsAt(byte[] b, int p) {
            int i = 2 * Long.BYTES;
            if (p + length + Long.BYTES > b.length) {
                return false;
            }
            for (; i + Long.BYTES <= length; i += Long.BYTES) {
                if (Swar.load(b, p + i) != Swar.load(literal, i)) {
                    return false;
                }
            }
            return ((Swar.load(b, p + i) ^ Swar.load(literal, i)) & mask(length - i)) == 0;
        }

        ShapeNode child(byte[] text) {
            int place = 0;
            for (ShapeNode child : children) {
                if (child.length == text.length
                        && Arrays.equals(child.literal, 0, child.length, text, 0, text.length)) {
                    return child;
                }
                place += child.length > text.length ? 1 : 0;
            }
            ShapeNode added = new ShapeNode(text);
            ShapeNode[] more = Arrays.copyOf(children, children.length + 1);
            System.arraycopy(children, place, more, place + 1, children.length - place);
            more[place] = added;
            children = more;
            return added;
        }
    }
}
