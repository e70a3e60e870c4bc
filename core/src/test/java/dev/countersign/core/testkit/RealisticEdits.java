// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.testkit.SlowValue.Arr;
import dev.countersign.core.testkit.SlowValue.Bool;
import dev.countersign.core.testkit.SlowValue.Flt;
import dev.countersign.core.testkit.SlowValue.Int;
import dev.countersign.core.testkit.SlowValue.Obj;
import dev.countersign.core.testkit.SlowValue.Str;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// Edits as people make them in a record, chosen by chance; the hash stays. Written without looking
/// at what the search tries: several of them it cannot find.
public final class RealisticEdits {
    private static final List<String> NAMES =
            List.of(
                    "m.okafor",
                    "j.lindqvist",
                    "Petra Nowak",
                    "svc-batch-07",
                    "t.iwasaki@example.com",
                    "ops.lead");
    private static final List<String> WORDS =
            List.of(
                    "not",
                    "approved",
                    "rejected",
                    "late",
                    "three",
                    "manually",
                    "legal",
                    "urgent",
                    "never",
                    "exempt");
    private static final Map<String, List<String>> TURNED =
            Map.of(
                    "decision", List.of("rejected", "approved"),
                    "status", List.of("failed", "blocked", "ok"),
                    "event", List.of("step_started", "artifact_written", "step_failed"),
                    "outcome", List.of("denied", "failure", "success"),
                    "actor_type", List.of("user", "admin", "service"),
                    "currency", List.of("USD", "GBP"));

    private final SplittableRandom random;

    /// @param seed the same seed gives the same edits
    public RealisticEdits(long seed) {
        random = new SplittableRandom(seed);
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

    /// A place inside a record.
    private record Leaf(List<Object> path, SlowValue value) {
        String key() {
            for (Object step : path.reversed()) {
                if (step instanceof String key) {
                    return key;
                }
            }
            return "";
        }
    }

    /// Makes one edit.
    ///
    /// @param other another record of the log, to copy from
    /// @return the record edited, or null if it has no place for that kind
    public @Nullable Obj edit(Kind kind, ChainFormat format, Obj record, Obj other) {
        List<Leaf> leaves = new ArrayList<>();
        record.fields()
                .forEach((key, value) -> {
                    if (format.covers(key) && !key.equals(format.prevField())) {
                        leaves(new ArrayList<>(List.of(key)), value, leaves);
                    }
                });
        Obj edited =
                switch (kind) {
                    case ADDED ->
                            format.covered().isEmpty()
                                    ? record.with(
                                            pick(List.of("note", "override", "x_flag")),
                                            pick(WORDS))
                                    : null;
                    case REMOVED -> removed(format, record);
                    case SWAPPED -> swapped(record, leaves);
                    case TWO -> two(format, record, other);
                    default -> {
                        Leaf leaf = leaf(kind, format, leaves);
                        SlowValue value = leaf == null ? null : changed(kind, leaf, other);
                        yield leaf == null || value == null
                                ? null
                                : put(record, leaf.path(), value);
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

    private static void leaves(List<Object> path, SlowValue value, List<Leaf> all) {
        if (value instanceof Obj object) {
            object.fields().forEach((key, inner) -> leaves(append(path, key), inner, all));
        } else if (value instanceof Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                leaves(append(path, i), array.items().get(i), all);
            }
        } else {
            all.add(new Leaf(path, value));
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

    private static Obj put(Obj record, List<Object> path, SlowValue value) {
        return (Obj) put(record, path, 0, value);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private @Nullable Leaf leaf(Kind kind, ChainFormat format, List<Leaf> leaves) {
        List<Leaf> fit = leaves.stream().filter(leaf -> fits(kind, format, leaf)).toList();
        return fit.isEmpty() ? null : pick(fit);
    }

    private static boolean fits(Kind kind, ChainFormat format, Leaf leaf) {
        String text = leaf.value() instanceof Str s ? s.text() : "";
        boolean words = text.chars().filter(c -> c == ' ').count() >= 2;
        boolean time = leaf.key().equals(format.timeField());
        return switch (kind) {
            case TURNED -> TURNED.containsKey(leaf.key());
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

    private @Nullable SlowValue changed(Kind kind, Leaf leaf, Obj other) {
        String text = leaf.value() instanceof Str s ? s.text() : "";
        return switch (kind) {
            case TURNED -> new Str(pick(TURNED.getOrDefault(leaf.key(), WORDS)));
            case COPIED -> leaf.path().size() == 1 ? other.get(leaf.key()) : null;
            case RENAMED -> new Str(pick(NAMES));
            case TYPO ->
                    leaf.value() instanceof Int n
                            ? new Int(typo(n.digits(), true))
                            : new Str(typo(text, false));
            case AMOUNT -> number(leaf.value());
            case SCALED -> scaled(leaf.value());
            case TIME_MOVED -> moved(text);
            case TIME_MADE_UP -> madeUp(text);
            case CASE ->
                    new Str(random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : capital(text));
            case SPACE -> new Str(space(text));
            case FORM -> new Str(form(text));
            case SPELLING -> spelled(leaf.value());
            case FLAG ->
                    leaf.value() instanceof Bool(boolean b)
                            ? new Bool(!b)
                            : random.nextBoolean() ? SlowValue.NULL : new Str("");
            case WORD -> words(text, (all, i) -> all.set(i, pick(WORDS)));
            case WORD_LOST -> words(text, (all, i) -> all.remove(i));
            case WORDS_ADDED ->
                    words(text, (all, i) -> all.addAll(i, List.of(pick(WORDS), pick(WORDS))));
            case REWRITTEN ->
                    new Str("as " + pick(WORDS) + " by " + pick(NAMES) + ", " + pick(WORDS));
            case CUT -> new Str(text.substring(0, text.length() / 2));
            case ADDED, REMOVED, SWAPPED, TWO -> null;
        };
    }

    private String typo(String text, boolean digits) {
        int at = random.nextInt(text.length());
        String alphabet = digits ? "123456789" : "abcdefghijklmnopqrstuvwxyz0123456789";
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        String head = text.substring(0, at);
        return switch (random.nextInt(4)) {
            case 0 -> head + c + text.substring(at + 1);
            case 1 -> head + c + text.substring(at);
            case 2 -> text.length() > 1 ? head + text.substring(at + 1) : text + c;
            default ->
                    at + 1 < text.length() && !digits
                            ? head + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2)
                            : head + c + text.substring(at + 1);
        };
    }

    private SlowValue number(SlowValue old) {
        return old instanceof Int
                ? Int.of(random.nextInt(1_000_000))
                : new Flt(random.nextInt(100_000_000) / 100.0);
    }

    private SlowValue scaled(SlowValue old) {
        int by = pick(List.of(10, 100, 1_000));
        if (old instanceof Int(String digits)) {
            return new Int(new BigInteger(digits).multiply(BigInteger.valueOf(by)).toString());
        }
        double value = ((Flt) old).value();
        return new Flt(random.nextBoolean() ? value * by : value / by);
    }

    private @Nullable SlowValue moved(String time) {
        OffsetDateTime at = OffsetDateTime.parse(time);
        return stamp(
                time,
                switch (random.nextInt(4)) {
                    case 0 -> at.plusMinutes(random.nextInt(1, 120));
                    case 1 -> at.minusHours(random.nextInt(1, 24));
                    case 2 -> at.plusDays(random.nextInt(1, 60));
                    default -> at.minusDays(random.nextInt(1, 60));
                });
    }

    private @Nullable SlowValue madeUp(String time) {
        OffsetDateTime at = OffsetDateTime.parse(time);
        long nanos =
                random.nextLong(-600, 600) * 1_000_000_000 + random.nextInt(1_000_000) * 1_000L;
        return stamp(time, at.plusNanos(nanos));
    }

    private static SlowValue stamp(String like, OffsetDateTime at) {
        return new Str(
                like.endsWith("Z") ? Stamps.zulu(at.toInstant()) : Stamps.offset(at.toInstant()));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String space(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> text + " ";
            case 1 -> " " + text;
            case 2 -> text + "\n";
            case 3 -> text.replace(" ", "  ");
            default -> text.strip().replaceFirst(" ", "");
        };
    }

    private String form(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> Normalizer.normalize(text, Normalizer.Form.NFD);
            case 1 -> text.replace('-', '\u2013').replace('\'', '\u2019');
            case 2 -> text.replace(' ', '\u00a0');
            case 3 -> text.replaceFirst("e", "\u0435");
            default -> Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        };
    }

    private SlowValue spelled(SlowValue old) {
        if (old instanceof Int(String digits)) {
            return random.nextBoolean() ? new Str(digits) : new Flt(Double.parseDouble(digits));
        }
        double value = ((Flt) old).value();
        return random.nextBoolean() ? new Str(Double.toString(value)) : Int.of((long) value);
    }

    /// Does something at one of the words.
    private interface AtWord {
        void edit(List<String> words, int i);
    }

    private Str words(String text, AtWord edit) {
        List<String> all = new ArrayList<>(List.of(text.split(" ", -1)));
        edit.edit(all, random.nextInt(all.size()));
        return new Str(String.join(" ", all));
    }

    private @Nullable Obj removed(ChainFormat format, Obj record) {
        List<String> keys = new ArrayList<>(record.fields().keySet());
        keys.removeIf(k ->
                !format.covers(k) || k.equals(format.prevField()) || k.equals(format.timeField()));
        keys.removeIf(k -> !format.covered().isEmpty() || k.equals("event"));
        return keys.isEmpty() ? null : record.without(pick(keys));
    }

    private @Nullable Obj swapped(Obj record, List<Leaf> leaves) {
        List<Leaf> texts = leaves.stream().filter(l -> l.value() instanceof Str).toList();
        if (texts.size() < 2) {
            return null;
        }
        Leaf a = pick(texts);
        Leaf b = pick(texts);
        UnaryOperator<Obj> first = r -> put(r, a.path(), b.value());
        return put(first.apply(record), b.path(), a.value());
    }

    private @Nullable Obj two(ChainFormat format, Obj record, Obj other) {
        List<Kind> kinds =
                List.of(Kind.TURNED, Kind.COPIED, Kind.TYPO, Kind.FLAG, Kind.CASE, Kind.RENAMED);
        Obj once = edit(pick(kinds), format, record, other);
        return once == null ? null : edit(pick(kinds), format, once, other);
    }
}
