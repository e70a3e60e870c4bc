// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.testkit.Tamper.everywhere;
import static dev.countersign.core.testkit.Tamper.first;
import static dev.countersign.core.testkit.Tamper.last;
import static dev.countersign.core.testkit.Tamper.notFirst;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.NoteKind;
import dev.countersign.core.json.CanonicalProfile;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Changes that are no tampering: the value stays, or the hash never covered it. Some are noted,
/// none is a fault.
final class HarmlessTampers {
    private static final ChainFormat[] WHOLE = {ChainFormat.A, ChainFormat.J, LogGenerator.CUSTOM};

    private HarmlessTampers() {}

    static List<Tamper> all() {
        return Stream.of(spelled(), ended(), values(), uncovered(), checkpoints())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Tamper> spelled() {
        Expected silent =
                Expected.intact()
                        .silentOn(
                                NoteKind.RESPELLED,
                                NoteKind.DUPLICATE_KEY,
                                NoteKind.TIME_BACKWARDS,
                                NoteKind.PRODUCER_SPLITS_HERE);
        return List.of(
                everywhere("nothing done", s -> s.gives(s.log(), silent)),
                everywhere("respelled at random", s -> s.gives(respelled(s))),
                first("every line respelled", s -> s.gives(everyLine(s), noted(s))),
                noted("compact separators", HarmlessTampers::compact),
                noted("space before the object", t -> " " + t),
                noted("space after the object", t -> t + "\t"),
                everywhere("hash key escaped", s -> s.gives(edit(s, HarmlessTampers::escaped)))
                        .only(ChainFormat.A, ChainFormat.J),
                noted("time key escaped", t -> t.replaceFirst("\"ts\"", "\"\\\\u0074s\""))
                        .only(WHOLE));
    }

    /// Of a format that Python does not make, nobody knows how its producer spells.
    private static Expected noted(TamperSite site) {
        boolean python = site.format().profile() != CanonicalProfile.J;
        return python ? Expected.intact().noting(NoteKind.RESPELLED) : Expected.intact();
    }

    private static Tamper noted(String name, UnaryOperator<String> edit) {
        return everywhere(name, s -> s.gives(edit(s, edit), noted(s)));
    }

    private static GeneratedLog respelled(TamperSite site) {
        return site.log().line(site.at(), l -> AwkwardLines.respelled(l, site.seed()));
    }

    private static GeneratedLog everyLine(TamperSite site) {
        return AwkwardLines.respelled(site.log(), site.seed());
    }

    private static String escaped(String line) {
        return line.replaceFirst("\"hash\": \"(\\w+)\"}$", "\"has\\\\u0068\": \"$1\"}");
    }

    private static String compact(String line) {
        return new SlowWriter(",", ":", false, false).write(SlowJson.parse(SlowLines.bytes(line)));
    }

    private static GeneratedLog edit(TamperSite site, UnaryOperator<String> edit) {
        String line = SlowJson.line(site.log().record(site.at()));
        return site.log().line(site.at(), l -> l.spelled(edit.apply(line)));
    }

    private static List<Tamper> ended() {
        return List.of(
                first(
                        "every line ended by CRLF",
                        s -> s.gives(s.log().everyLine(l -> l.ended("\r\n")))),
                first(
                        "every line ended by CR",
                        s -> s.gives(s.log().everyLine(l -> l.ended("\r")))),
                last(
                        "no line end at the last line",
                        s -> s.gives(s.log().line(s.at(), l -> l.ended("")))),
                everywhere(
                        "blank lines after",
                        s -> s.gives(s.log().line(s.at(), l -> l.ended("\n\n \t\r\n\u3000\n")))),
                everywhere(
                        "thousand blank lines after",
                        s ->
                                s.gives(
                                        s.log()
                                                .line(
                                                        s.at(),
                                                        l ->
                                                                l.ended(
                                                                        "\n"
                                                                                + " \n"
                                                                                        .repeat(
                                                                                                1_000))))));
    }

    private static List<Tamper> values() {
        return List.of(
                everywhere(
                        "earlier value of a repeated key",
                        s ->
                                s.gives(
                                        edit(
                                                s,
                                                t ->
                                                        "{\""
                                                                + s.textKey()
                                                                + "\": \"overruled\", "
                                                                + t.substring(1)),
                                        Expected.intact().noting(NoteKind.DUPLICATE_KEY))),
                everywhere(
                        "earlier hash overruled",
                        s ->
                                s.gives(
                                        edit(
                                                s,
                                                t ->
                                                        "{\""
                                                                + s.format().hashField()
                                                                + "\": \"overruled\", "
                                                                + t.substring(1)),
                                        Expected.intact().noting(NoteKind.DUPLICATE_KEY))),
                everywhere(
                        "earlier hash and link overruled",
                        s ->
                                s.gives(
                                        edit(
                                                s,
                                                t ->
                                                        "{\""
                                                                + s.format().hashField()
                                                                + "\": 1, \""
                                                                + s.format().prevField()
                                                                + "\": null, "
                                                                + t.substring(1)),
                                        Expected.intact().noting(NoteKind.DUPLICATE_KEY))),
                rebuilt("line separator kept raw", "\u2028", NoteKind.PRODUCER_SPLITS_HERE),
                rebuilt("next line kept raw", "\u0085", NoteKind.PRODUCER_SPLITS_HERE),
                everywhere(
                                "five thousand digits",
                                s ->
                                        s.gives(
                                                body(s, new SlowValue.Int("7".repeat(5_000))),
                                                Expected.intact()
                                                        .noting(NoteKind.PRODUCER_CANNOT_READ)))
                        .only(ChainFormat.A, ChainFormat.B, LogGenerator.CUSTOM),
                everywhere(
                                "1,500 levels",
                                s ->
                                        s.gives(
                                                body(s, deep(1_500)),
                                                Expected.intact()
                                                        .noting(NoteKind.PRODUCER_CANNOT_READ)))
                        .only(ChainFormat.A, ChainFormat.B, LogGenerator.CUSTOM),
                everywhere(
                                "integer made an equal float",
                                s ->
                                        s.gives(
                                                edit(
                                                        s,
                                                        t ->
                                                                t.replaceFirst(
                                                                        "\"zeta\": (\\d+)",
                                                                        "\"zeta\": $1.0")),
                                                Expected.intact()))
                        .only(ChainFormat.J),
                notFirst(
                        "time runs backwards",
                        s ->
                                s.gives(
                                        s.log()
                                                .edit(
                                                        s.at(),
                                                        r ->
                                                                r.with(
                                                                        time(s),
                                                                        "2020-01-01T00:00:00Z"))
                                                .rebuilt(s.at()),
                                        Expected.intact().noting(NoteKind.TIME_BACKWARDS))),
                notFirst(
                                "goes on after completion",
                                s ->
                                        s.gives(
                                                s.log()
                                                        .edit(
                                                                s.at() - 1,
                                                                r ->
                                                                        r.with(
                                                                                "event",
                                                                                "run_completed"))
                                                        .rebuilt(s.at() - 1),
                                                Expected.intact()
                                                        .noting(NoteKind.AFTER_COMPLETION)))
                        .only(ChainFormat.A, ChainFormat.J));
    }

    private static Tamper rebuilt(String name, String raw, NoteKind note) {
        return everywhere(
                name,
                s -> {
                    GeneratedLog log = body(s, new SlowValue.Str("a" + raw + "b"));
                    String escaped = String.format("\\u%04x", (int) raw.charAt(0));
                    GeneratedLog spelled =
                            log.line(
                                    s.at(),
                                    l ->
                                            l.spelled(
                                                    SlowJson.line(l.record())
                                                            .replace(
                                                                    "a" + escaped + "b",
                                                                    "a" + raw + "b")));
                    return s.gives(spelled, Expected.intact().noting(note));
                });
    }

    private static GeneratedLog body(TamperSite site, SlowValue value) {
        return site.bodyEdited(b -> b.with("note", value)).rebuilt(site.at());
    }

    private static SlowValue deep(int levels) {
        SlowValue value = SlowValue.NULL;
        for (int i = 0; i < levels; i++) {
            value = new SlowValue.Arr(List.of(value));
        }
        return value;
    }

    private static String time(TamperSite site) {
        return Objects.requireNonNull(site.format().timeField());
    }

    private static List<Tamper> uncovered() {
        return Stream.of(
                        everywhere(
                                "address outside the hash changed",
                                s ->
                                        s.gives(
                                                s.edited(r -> r.with("ip_address", "203.0.113.9")),
                                                outside())),
                        everywhere(
                                "session outside the hash removed",
                                s -> s.gives(s.edited(r -> r.without("session_id")), outside())),
                        everywhere(
                                "field outside the hash added",
                                s -> s.gives(s.edited(r -> r.with("hash", "x")), outside())))
                .map(t -> t.only(ChainFormat.B))
                .toList();
    }

    private static Expected outside() {
        return Expected.intact().noting(NoteKind.NOT_COVERED);
    }

    private static List<Tamper> checkpoints() {
        return List.of(
                first(
                        "as at the checkpoint",
                        s ->
                                s.gives(s.log(), Expected.intact().against(CheckpointResult.MATCH))
                                        .against(s.log().checkpoint(), true)),
                notFirst(
                        "grown since the checkpoint",
                        s ->
                                s.gives(s.log(), Expected.intact().against(CheckpointResult.GROWN))
                                        .against(
                                                s.log()
                                                        .without(s.at(), s.log().size())
                                                        .checkpoint(),
                                                false)),
                notFirst(
                        "segment from here on",
                        s ->
                                s.gives(
                                                s.log().without(0, s.at()),
                                                Expected.intact().noting(NoteKind.STARTS_MID_CHAIN))
                                        .segment()),
                first(
                        "segment from the start",
                        s ->
                                s.gives(
                                                s.log(),
                                                Expected.intact()
                                                        .silentOn(NoteKind.STARTS_MID_CHAIN))
                                        .segment()));
    }
}
