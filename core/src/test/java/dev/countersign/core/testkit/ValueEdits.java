// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.testkit.RealisticEdits.Kind;
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

/// What people make of one value.
///
/// @param random as of {@link RealisticEdits}
record ValueEdits(SplittableRandom random) {
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

    /// Whether a field has values that are turned around.
    static boolean turns(String key) {
        return TURNED.containsKey(key);
    }

    String word() {
        return pick(WORDS);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// Another value in the place of one; null if there is none of that kind.
    @Nullable SlowValue changed(Kind kind, RecordLeaf leaf, Obj other) {
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
}
