// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.testkit.SlowValue.Bool;
import dev.countersign.core.testkit.SlowValue.Flt;
import dev.countersign.core.testkit.SlowValue.Int;
import dev.countersign.core.testkit.SlowValue.Obj;
import dev.countersign.core.testkit.SlowValue.Str;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// Edits as people make them in a record, chosen by chance; the hash stays. Written without looking
/// at what the search tries: several of them it cannot find.
public final class RealisticEdits {
    private final SplittableRandom random;
    private final ValueEdits values;

    /// @param seed the same seed gives the same edits
    public RealisticEdits(long seed) {
        random = new SplittableRandom(seed);
        values = new ValueEdits(random);
    }

    /// What kind of edit.
    public enum Kind {
        /// A decision, status or the like turned around.
        TURNED(true),
        /// A value as another record has it.
        COPIED(true),
        /// A person or thing renamed to one that occurs nowhere.
        RENAMED(true),
        /// A letter or digit changed, lost, added, or two exchanged.
        TYPO(true),
        /// Another number.
        AMOUNT(true),
        /// A number ten or a thousand times as large or small.
        SCALED(true),
        /// A time moved by minutes, hours or days.
        TIME_MOVED(true),
        /// A time made up.
        TIME_MADE_UP(true),
        /// Upper or lower case.
        CASE(true),
        /// White space.
        SPACE(true),
        /// Characters in another form.
        FORM(true),
        /// A number spelled otherwise.
        SPELLING(true),
        /// A flag turned or a value emptied.
        FLAG(true),
        /// A field taken out.
        REMOVED(true),
        /// A field put in.
        ADDED(true),
        /// Two values exchanged.
        SWAPPED(true),
        /// A word of a text exchanged.
        WORD(true),
        /// Words put into a text.
        WORDS_ADDED(true),
        /// A word taken out of a text.
        WORD_LOST(true),
        /// Two things at a time.
        TWO(false),
        /// A text written anew.
        REWRITTEN(false),
        /// The second half of a text cut off.
        CUT(false);

        private final boolean single;

        Kind(boolean single) {
            this.single = single;
        }

        /// Whether it is an edit of one field, of a kind that the product promises to find.
        public boolean promised() {
            return single;
        }
    }

    /// Makes one edit.
    ///
    /// @param other another record of the log, to copy from
    /// @return the record edited, or null if it has no place for that kind
    public @Nullable Obj edit(Kind kind, ChainFormat format, Obj record, Obj other) {
        List<RecordLeaf> leaves = new ArrayList<>();
        record.fields()
                .forEach((key, value) -> {
                    if (format.covers(key) && !key.equals(format.prevField())) {
                        RecordLeaf.collect(List.of(key), value, leaves);
                    }
                });
        Obj edited =
                switch (kind) {
                    case ADDED ->
                            format.covered().isEmpty()
                                    ? record.with(
                                            pick(List.of("note", "override", "x_flag")),
                                            values.word())
                                    : null;
                    case REMOVED -> removed(format, record);
                    case SWAPPED -> swapped(record, leaves);
                    case TWO -> two(format, record, other);
                    default -> {
                        RecordLeaf leaf = leaf(kind, format, leaves);
                        SlowValue value = leaf == null ? null : values.changed(kind, leaf, other);
                        yield leaf == null || value == null ? null : leaf.put(record, value);
                    }
                };
        return edited == null || same(format, edited, record) ? null : edited;
    }

    private static boolean same(ChainFormat format, Obj edited, Obj record) {
        try {
            return SlowChain.covered(format, edited).equals(SlowChain.covered(format, record));
        } catch (SlowJson.NotJcs e) {
            return true;
        }
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private @Nullable RecordLeaf leaf(Kind kind, ChainFormat format, List<RecordLeaf> leaves) {
        List<RecordLeaf> fit = leaves.stream().filter(leaf -> fits(kind, format, leaf)).toList();
        return fit.isEmpty() ? null : pick(fit);
    }

    private static boolean fits(Kind kind, ChainFormat format, RecordLeaf leaf) {
        String text = leaf.value() instanceof Str s ? s.text() : "";
        boolean words = text.chars().filter(c -> c == ' ').count() >= 2;
        boolean time = leaf.key().equals(format.timeField());
        return switch (kind) {
            case TURNED -> ValueEdits.turns(leaf.key());
            case AMOUNT, SCALED, SPELLING ->
                    leaf.value() instanceof Int || leaf.value() instanceof Flt;
            case TIME_MOVED, TIME_MADE_UP -> time;
            case WORD, WORDS_ADDED, WORD_LOST, REWRITTEN, CUT -> words;
            case RENAMED ->
                    !text.isEmpty()
                            && !words
                            && !time
                            && text.length() < 40
                            && !leaf.key().equals("event");
            case TYPO -> text.length() > 2 || leaf.value() instanceof Int;
            case CASE, SPACE -> text.length() > 2 && !time;
            case FORM ->
                    text.chars()
                            .anyMatch(c ->
                                    c >= 0x80 || c == '\'' || c == '-' || c == ' ' || c == 'e');
            case FLAG -> leaf.value() instanceof Bool || leaf.value() instanceof Str && !time;
            case COPIED -> !time;
            case ADDED, REMOVED, SWAPPED, TWO -> true;
        };
    }

    private @Nullable Obj removed(ChainFormat format, Obj record) {
        List<String> keys = new ArrayList<>(record.fields().keySet());
        keys.removeIf(k ->
                !format.covers(k) || k.equals(format.prevField()) || k.equals(format.timeField()));
        keys.removeIf(k -> !format.covered().isEmpty() || k.equals("event"));
        return keys.isEmpty() ? null : record.without(pick(keys));
    }

    private @Nullable Obj swapped(Obj record, List<RecordLeaf> leaves) {
        List<RecordLeaf> texts = leaves.stream().filter(l -> l.value() instanceof Str).toList();
        if (texts.size() < 2) {
            return null;
        }
        RecordLeaf a = pick(texts);
        RecordLeaf b = pick(texts);
        UnaryOperator<Obj> first = r -> a.put(r, b.value());
        return b.put(first.apply(record), a.value());
    }

    private @Nullable Obj two(ChainFormat format, Obj record, Obj other) {
        List<Kind> kinds =
                List.of(Kind.TURNED, Kind.COPIED, Kind.TYPO, Kind.FLAG, Kind.CASE, Kind.RENAMED);
        Obj once = edit(pick(kinds), format, record, other);
        return once == null ? null : edit(pick(kinds), format, once, other);
    }
}
