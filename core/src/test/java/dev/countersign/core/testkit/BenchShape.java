// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A record with holes, compiled once: literal text between slots for the line and, sorted, for the
/// covered text.
///
/// @param slots what goes into each hole, in the order of the line
/// @param lines ways to spell the line: one for a producer's log, several awkward ones
/// @param covered the text under the hash
record BenchShape(List<BenchSlot> slots, List<Program> lines, Program covered) {
    /// Literal, slot, literal, slot, ..., literal.
    ///
    /// @param literals one more than slots
    /// @param order which slot follows each literal
    @SuppressWarnings("ArrayRecordComponent")
    record Program(byte[][] literals, int[] order) {}

    /// Compiles a template: strings that begin with `@` are slots.
    static BenchShape of(ChainFormat format, String template, boolean awkward) {
        SlowValue.Obj record = (SlowValue.Obj) SlowJson.parse(SlowLines.bytes(template));
        Compiler plain = new Compiler(new ArrayList<>(), SlowWriter.LINE, null);
        List<Program> lines = new ArrayList<>(List.of(plain.compile(record)));
        if (awkward) {
            lines.clear();
            for (int variant = 0; variant < 8; variant++) {
                lines.add(
                        new Compiler(plain.slots, SlowWriter.LINE, new Random(variant))
                                .compile(record));
            }
        }
        SlowValue.Obj part = record;
        for (String key : record.fields().keySet()) {
            part = format.covers(key) ? part : part.without(key);
        }
        SlowWriter sorted =
                switch (format.profile()) {
                    case A -> SlowWriter.A;
                    case B -> SlowWriter.B;
                    case J -> SlowWriter.J;
                };
        return new BenchShape(
                plain.slots, lines, new Compiler(plain.slots, sorted, null).compile(part));
    }

    /// Walks a template in one spelling.
    private static final class Compiler {
        private final List<BenchSlot> slots;
        private final boolean known;
        private final SlowWriter spelling;
        private final @Nullable Random odd;
        private final List<byte[]> literals = new ArrayList<>();
        private final List<Integer> order = new ArrayList<>();
        private StringBuilder text = new StringBuilder();

        Compiler(List<BenchSlot> slots, SlowWriter spelling, @Nullable Random odd) {
            this.slots = slots;
            this.known = !slots.isEmpty();
            this.spelling = spelling;
            this.odd = odd;
        }

        Program compile(SlowValue.Obj record) {
            value(record, "");
            literals.add(SlowLines.bytes(text.toString()));
            int[] places = order.stream().mapToInt(Integer::intValue).toArray();
            return new Program(literals.toArray(byte[][]::new), places);
        }

        private void value(SlowValue value, String path) {
            switch (value) {
                case SlowValue.Obj o -> object(o, path);
                case SlowValue.Arr a -> array(a, path);
                case SlowValue.Str s when s.text().startsWith("@") ->
                        slot(s.text().substring(1), path);
                default -> text.append(spelling.write(value));
            }
        }

        private void object(SlowValue.Obj object, String path) {
            List<Map.Entry<String, SlowValue>> fields = new ArrayList<>(object.fields().entrySet());
            if (spelling.sorted()) {
                fields.sort(Map.Entry.comparingByKey());
            }
            if (odd != null) {
                Collections.shuffle(fields, odd);
            }
            text.append('{').append(space());
            String comma = "";
            for (Map.Entry<String, SlowValue> field : fields) {
                text.append(comma).append(spelling.write(new SlowValue.Str(field.getKey())));
                text.append(spelling.colon()).append(space());
                value(field.getValue(), path + "/" + field.getKey());
                comma = spelling.comma() + space();
            }
            text.append(space()).append('}');
        }

        private void array(SlowValue.Arr array, String path) {
            text.append('[').append(space());
            String comma = "";
            int i = 0;
            for (SlowValue item : array.items()) {
                text.append(comma);
                value(item, path + "/" + i++);
                comma = spelling.comma() + space();
            }
            text.append(']');
        }

        private void slot(String kind, String path) {
            BenchSlot slot =
                    new BenchSlot(path, BenchSlot.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
            if (!known) {
                slots.add(slot);
            }
            literals.add(SlowLines.bytes(text.toString()));
            order.add(slots.indexOf(slot));
            text = new StringBuilder();
        }

        private String space() {
            return odd == null ? "" : List.of(" ", "", "\t", "  ").get(odd.nextInt(4));
        }
    }
}
