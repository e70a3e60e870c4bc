// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.CONTENT_MODIFIED;
import static dev.countersign.core.testkit.Tamper.everywhere;

import dev.countersign.core.chain.ChainFormat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Edits of the covered text with the hash kept: all of them are `content_modified`.
final class ContentTampers {
    private ContentTampers() {}

    static List<Tamper> all() {
        return Stream.concat(fields(), nested()).toList();
    }

    private static Stream<Tamper> fields() {
        return Stream.of(
                record("text replaced", s -> r -> r.with(s.textKey(), "tampered")),
                record(
                        "letter in other case",
                        s -> r -> r.with(s.textKey(), otherCase(r, s.textKey()))),
                record("space appended", s -> r -> r.with(s.textKey(), r.text(s.textKey()) + " ")),
                record("text emptied", s -> r -> r.with(s.textKey(), "")),
                record("text nulled", s -> r -> r.with(s.textKey(), SlowValue.NULL)),
                record("text made a list", s -> r -> r.with(s.textKey(), list(r, s.textKey()))),
                record("time moved", s -> r -> r.with(time(s), "2026-01-01T00:00:00.000001Z")),
                record("count edited", s -> r -> r.with("count", SlowValue.Int.of(77_777)))
                        .only(ChainFormat.A, ChainFormat.J, LogGenerator.CUSTOM),
                record("field added", s -> r -> r.with("added", "x"))
                        .only(ChainFormat.A, ChainFormat.J, LogGenerator.CUSTOM),
                record("field removed", s -> r -> r.without("count"))
                        .only(ChainFormat.A, ChainFormat.J, LogGenerator.CUSTOM),
                record("key renamed", s -> r -> r.renamed("count", "Count"))
                        .only(ChainFormat.A, ChainFormat.J, LogGenerator.CUSTOM),
                record("values exchanged", s -> r -> exchanged(r, "event", "step"))
                        .only(ChainFormat.A, ChainFormat.J, LogGenerator.CUSTOM),
                record("values exchanged", s -> r -> exchanged(r, "actor_id", "action"))
                        .only(ChainFormat.B),
                everywhere("later value of a repeated key", ContentTampers::repeated));
    }

    private static Stream<Tamper> nested() {
        return Stream.of(
                body("nested text replaced", s -> b -> b.with("note", "tampered")),
                body("nested number edited", s -> b -> b.with("zeta", SlowValue.Int.of(-1))),
                body("nested number made text", s -> b -> b.with("zeta", "7")),
                body("nested float edited", s -> b -> b.with("amount", new SlowValue.Flt(1.25e9))),
                body("nested flag turned", s -> b -> b.with("ok", turned(b))),
                body("nested key renamed", s -> b -> b.renamed("note", "nota")),
                body("nested field removed", s -> b -> b.without("zeta")),
                body("nested field added", s -> b -> b.with("extra", SlowValue.NULL)),
                body("nested hash key edited", s -> b -> b.with("hash", "another")),
                body("nested object emptied", s -> b -> b.with("rest", list(b, "rest"))),
                body("look-alike letter", s -> b -> b.with("note", "\u0430" + b.text("note"))),
                body("integer made an equal float", s -> b -> b.with("zeta", asFloat(b)))
                        .only(ChainFormat.A, ChainFormat.B, LogGenerator.CUSTOM));
    }

    private static Tamper record(
            String name, Function<TamperSite, UnaryOperator<SlowValue.Obj>> edit) {
        return everywhere(name, s -> s.gives(s.edited(edit.apply(s)), CONTENT_MODIFIED));
    }

    private static Tamper body(
            String name, Function<TamperSite, UnaryOperator<SlowValue.Obj>> edit) {
        return everywhere(name, s -> s.gives(s.bodyEdited(edit.apply(s)), CONTENT_MODIFIED));
    }

    private static Tampered repeated(TamperSite site) {
        String line = SlowJson.line(site.log().record(site.at()));
        String more = ", \"" + site.textKey() + "\": \"later\"}";
        String twice = line.substring(0, line.length() - 1) + more;
        return site.gives(site.log().line(site.at(), l -> l.spelled(twice)), CONTENT_MODIFIED);
    }

    private static String time(TamperSite site) {
        return Objects.requireNonNull(site.format().timeField());
    }

    private static String otherCase(SlowValue.Obj object, String key) {
        String text = Objects.requireNonNull(object.text(key));
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
    }

    private static SlowValue list(SlowValue.Obj object, String key) {
        return new SlowValue.Arr(List.of(Objects.requireNonNull(object.get(key))));
    }

    private static SlowValue turned(SlowValue.Obj body) {
        return new SlowValue.Bool(!new SlowValue.Bool(true).equals(body.get("ok")));
    }

    private static SlowValue asFloat(SlowValue.Obj body) {
        SlowValue.Int number = (SlowValue.Int) Objects.requireNonNull(body.get("zeta"));
        return new SlowValue.Flt(Double.parseDouble(number.digits()));
    }

    private static SlowValue.Obj exchanged(SlowValue.Obj object, String a, String b) {
        SlowValue one = Objects.requireNonNull(object.get(a));
        SlowValue two = Objects.requireNonNull(object.get(b));
        return object.with(a, two).with(b, one);
    }
}
