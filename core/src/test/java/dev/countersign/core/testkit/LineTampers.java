// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.LIMIT_EXCEEDED;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_BOM;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_ENCODING;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_JCS;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_JSON;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_NOT_OBJECT;
import static dev.countersign.core.testkit.Tamper.everywhere;
import static dev.countersign.core.testkit.TamperSite.fault;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Limits;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Lines that are no records: not JSON, not an object, not UTF-8, no canonical form, too large.
final class LineTampers {
    private LineTampers() {}

    static List<Tamper> all() {
        return Stream.of(foreign(), grammar(), encodings(), canonical(), limits())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Tamper> foreign() {
        return List.of(
                stray("garbage line", "what is this", MALFORMED_JSON),
                stray("comment line", "# rotated", MALFORMED_JSON),
                stray("word line", "nul", MALFORMED_JSON),
                stray("form feed in a line", "{}\f", MALFORMED_JSON),
                stray("array line", "[{\"ts\": 1}]", MALFORMED_NOT_OBJECT),
                stray("string line", "\"{}\"", MALFORMED_NOT_OBJECT),
                stray("number line", "42", MALFORMED_NOT_OBJECT),
                stray("null line", "null", MALFORMED_NOT_OBJECT),
                stray("NUL line", "\0\0\0\0", MALFORMED_JSON));
    }

    /// A line that never was a record; it leaves the links around it alone.
    private static Tamper stray(String name, String text, FaultCategory category) {
        return everywhere(
                name,
                s -> {
                    int place = s.last() ? s.log().size() : s.at();
                    LogLine line = s.log().lines().get(s.at()).spelled(text);
                    return s.gives(s.log().insert(place, line), fault(place, category));
                });
    }

    private static List<Tamper> grammar() {
        return List.of(
                text("comma at the end of the object", t -> t.substring(0, t.length() - 1) + ",}"),
                text("single quotes", t -> t.replace('"', '\'')),
                text("key without quotes", t -> t.replaceFirst("\"(\\w+)\":", "$1:")),
                text("comma lost", t -> t.replaceFirst("\", \"", "\" \"")),
                text("brace lost inside", t -> t.replaceFirst("\\{", "{{")),
                text("text after the object", t -> t + " x"),
                text("bracket after the object", t -> t + "}"),
                text("two objects on a line", t -> t + " {}"),
                text("number with a leading zero", t -> t.replaceFirst("\\{", "{\"n\": 01, ")),
                text("number with a plus", t -> t.replaceFirst("\\{", "{\"n\": +1, ")),
                text("nan in lower case", t -> t.replaceFirst("\\{", "{\"n\": nan, ")),
                text("escape that is none", t -> t.replaceFirst("\\{", "{\"n\": \"\\\\x41\", ")),
                text("short escape", t -> t.replaceFirst("\\{", "{\"n\": \"\\\\u12\", ")),
                text("tab in a string", t -> t.replaceFirst("\\{", "{\"n\": \"\t\", ")),
                text("NUL in a string", t -> t.replaceFirst("\\{", "{\"n\": \"\0\", ")),
                text("no-break space between tokens", t -> t.replaceFirst("\\{", "{\u00a0")));
    }

    private static Tamper text(String name, UnaryOperator<String> edit) {
        return everywhere(name, s -> s.gives(respelled(s, edit), MALFORMED_JSON));
    }

    private static GeneratedLog respelled(TamperSite site, UnaryOperator<String> edit) {
        String line = SlowJson.line(site.log().record(site.at()));
        return site.log().line(site.at(), l -> l.spelled(edit.apply(line)));
    }

    private static List<Tamper> encodings() {
        return List.of(
                everywhere(
                        "byte-order mark",
                        s -> s.gives(respelled(s, t -> "\ufeff" + t), MALFORMED_BOM)),
                bytes("byte FF in covered text", "\u00ff", "{\"n\": \"", "\", "),
                bytes("Latin-1 letter in covered text", "\u00e9", "{\"n\": \"", "\", "),
                bytes("overlong slash in covered text", "\u00c0\u00af", "{\"n\": \"", "\", "),
                bytes(
                        "surrogate as bytes in covered text",
                        "\u00ed\u00a0\u0080",
                        "{\"n\": \"",
                        "\", "),
                bytes(
                        "beyond U+10FFFF in covered text",
                        "\u00f4\u0090\u0080\u0080",
                        "{\"n\": \"",
                        "\", "),
                bytes("half a letter in covered text", "\u00e2\u0082", "{\"n\": \"", "\", "),
                bytes("byte FF in a key", "\u00ff", "{\"n", "\": 1, "),
                bytes("byte FF between tokens", "\u00ff", "{", " "),
                bytes("byte FF in an uncovered field", "\u00ff", "{\"user_agent\": \"", "\", ")
                        .only(ChainFormat.B));
    }

    private static Tamper bytes(String name, String latin1, String before, String after) {
        return everywhere(
                name,
                s -> {
                    String line = SlowJson.line(s.log().record(s.at())).substring(1);
                    byte[] bytes =
                            (before + latin1 + after + line).getBytes(StandardCharsets.ISO_8859_1);
                    return s.gives(s.log().line(s.at(), l -> l.bytes(bytes)), MALFORMED_ENCODING);
                });
    }

    private static List<Tamper> canonical() {
        return List.of(
                jcs("lone surrogate", new SlowValue.Str("\ud83d")),
                jcs("not a number", new SlowValue.Flt(Double.NaN)),
                jcs("minus infinity", new SlowValue.Flt(Double.NEGATIVE_INFINITY)),
                jcs("integer beyond all doubles", new SlowValue.Int("9".repeat(400))),
                jcs("lone surrogate in a key", new SlowValue.Obj(Map.of("\ude00", SlowValue.NULL))),
                everywhere(
                                "1e999",
                                s ->
                                        s.gives(
                                                respelled(
                                                        s,
                                                        t ->
                                                                t.replaceFirst(
                                                                        "\\{", "{\"n\": 1e999, ")),
                                                MALFORMED_JCS))
                        .only(ChainFormat.J));
    }

    private static Tamper jcs(String name, SlowValue value) {
        return everywhere(
                        name, s -> s.gives(s.bodyEdited(b -> b.with("note", value)), MALFORMED_JCS))
                .only(ChainFormat.J);
    }

    private static List<Tamper> limits() {
        Limits values = new Limits(1 << 20, 5_000, 1_000, 100);
        SlowValue wide = new SlowValue.Arr(Collections.nCopies(6_000, SlowValue.Int.of(1)));
        return List.of(
                everywhere(
                        "more values than the limit",
                        s ->
                                s.gives(s.bodyEdited(b -> b.with("note", wide)), LIMIT_EXCEEDED)
                                        .within(values)));
    }
}
