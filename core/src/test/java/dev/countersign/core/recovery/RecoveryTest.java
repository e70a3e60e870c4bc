// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import static dev.countersign.core.recovery.EditedLog.AT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.recovery.RecoveryResult.Recovered;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.SlowChain;
import dev.countersign.core.testkit.SlowJson;
import dev.countersign.core.testkit.SlowValue;
import dev.countersign.core.testkit.SlowValue.Obj;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What was edited is found again, by the way that is named, and proven by another hash function
/// than the search's own.
class RecoveryTest {
    private final ExecutorService helpers = Executors.newFixedThreadPool(2);

    @TempDir Path folder;

    @AfterEach
    void close() {
        helpers.shutdownNow();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        SearchKind.FIXED_WORD,
                        "another decision",
                        r -> r.with("decision", "rejected")),
                edit(
                        SearchKind.FIXED_WORD,
                        "a flag",
                        r -> detail(r, "urgent", new SlowValue.Bool(true))),
                edit(SearchKind.SAME_FIELD, "another desk", r -> r.with("desk", "Payroll 11")),
                edit(SearchKind.LETTER_CASE, "upper case", r -> r.with("approver", "J.LINDQVIST")),
                edit(SearchKind.UNICODE_FORM, "decomposed", r -> replaced(r, "\u00fc", "u\u0308")),
                edit(
                        SearchKind.UNICODE_FORM,
                        "umlaut spelled out",
                        r -> replaced(r, "\u00fc", "ue")),
                edit(
                        SearchKind.WHITE_SPACE,
                        "line end",
                        r -> r.with("approver", "j.lindqvist\r\n")),
                edit(
                        SearchKind.VALUE_SPELLING,
                        "integer as float",
                        r -> detail(r, "items", new SlowValue.Flt(3))),
                edit(
                        SearchKind.VALUE_SPELLING,
                        "number as text",
                        r -> detail(r, "items", new SlowValue.Str("3"))),
                edit(SearchKind.FIELD_ADDED, "a field more", r -> r.with("note", "added later")),
                edit(
                        SearchKind.FIELD_ADDED,
                        "two fields more",
                        r -> r.with("note", "x").with("zone", "y")),
                edit(SearchKind.FIELD_REMOVED, "a field less", r -> r.without("decision")),
                edit(
                        SearchKind.SWAPPED,
                        "two values exchanged",
                        r -> exchanged(r, "approver", "rationale")),
                edit(
                        SearchKind.KEY_RENAMED,
                        "another key",
                        r -> r.renamed("approver", "reason_given")),
                edit(
                        SearchKind.LINE_BYTE,
                        "key mistyped",
                        r -> r.renamed("rationale", "cationale")),
                edit(SearchKind.ONE_BYTE, "letter changed", r -> r.with("approver", "j.lindquist")),
                edit(SearchKind.ONE_BYTE, "letter lost", r -> r.with("approver", "j.lindqist")),
                edit(
                        SearchKind.ONE_BYTE,
                        "letters exchanged",
                        r -> r.with("approver", "j.lidnqvist")),
                edit(
                        SearchKind.ONE_BYTE,
                        "digit changed",
                        r -> detail(r, "amount", new SlowValue.Flt(92_500.75))),
                edit(
                        SearchKind.ONE_CHARACTER,
                        "letter lost that is no byte",
                        r -> replaced(r, "\u00fc", "")),
                edit(
                        SearchKind.TEXT_ADDED,
                        "words put in",
                        r -> replaced(r, "no open", "no wholly settled or open")),
                edit(
                        SearchKind.SEEN_VALUE,
                        "another person",
                        r -> r.with("approver", "h.bergstrand")),
                edit(
                        SearchKind.TIME,
                        "another day",
                        r -> r.with("ts", "2026-05-02T09:26:54.589794+00:00")),
                edit(
                        SearchKind.TIME,
                        "another hour",
                        r -> r.with("ts", "2026-03-14T17:01:12.589794+00:00")),
                edit(
                        SearchKind.TIME,
                        "fraction lost",
                        r -> r.with("ts", "2026-03-14T09:26:54+00:00")),
                edit(
                        SearchKind.NUMBER,
                        "amount times a thousand",
                        r -> detail(r, "amount", new SlowValue.Flt(12_500_750))),
                edit(
                        SearchKind.NUMBER,
                        "another amount",
                        r -> detail(r, "amount", new SlowValue.Flt(731.75))),
                edit(SearchKind.WORD, "word exchanged", r -> replaced(r, "open", "disputed")),
                edit(SearchKind.TWO_CHARACTERS, "two letters", r -> r.with("unit", "hbrxour")),
                edit(
                        SearchKind.TWO_EDITS,
                        "two fields",
                        r -> r.with("decision", "rejected").with("event", "other")),
                edit(
                        SearchKind.MOMENT,
                        "another moment",
                        r -> r.with("ts", "2026-03-14T09:27:31.004211+00:00")));
    }

    private static Arguments edit(SearchKind kind, String name, UnaryOperator<Obj> edit) {
        return Arguments.of(kind, name, edit);
    }

    private static Obj detail(Obj record, String key, SlowValue value) {
        return record.with(
                "detail", ((Obj) Objects.requireNonNull(record.get("detail"))).with(key, value));
    }

    private static Obj replaced(Obj record, String from, String to) {
        String text = Objects.requireNonNull(record.text("rationale"));
        return record.with("rationale", text.replace(from, to));
    }

    private static Obj exchanged(Obj record, String a, String b) {
        SlowValue one = Objects.requireNonNull(record.get(a));
        return record.with(a, Objects.requireNonNull(record.get(b))).with(b, one);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("edits")
    void isFound(SearchKind kind, String name, UnaryOperator<Obj> edit) throws Exception {
        // what is an integer in one profile is none in another
        List<ChainFormat> formats =
                kind == SearchKind.VALUE_SPELLING
                        ? List.of(ChainFormat.A)
                        : List.of(ChainFormat.A, ChainFormat.J, LogGenerator.CUSTOM);
        ChainFormat format = formats.get(Math.floorMod(name.hashCode(), formats.size()));
        GeneratedLog log = EditedLog.payments(format);
        RecoveryResult result =
                EditedLog.search(log.edit(AT, edit).toBytes(), format, folder, helpers);
        assertProven(result, log, kind);
    }

    static void assertProven(RecoveryResult result, GeneratedLog log, SearchKind kind) {
        assertThat(result).isInstanceOf(Recovered.class);
        Recovered hit = (Recovered) result;
        Obj original = log.record((int) hit.record());
        assertThat(hit.text()).isEqualTo(SlowChain.covered(log.format(), original));
        assertThat(hit.hash()).isEqualTo(log.hash((int) hit.record()));
        assertThat(
                        SlowChain.hash(
                                log.format(),
                                (Obj)
                                        SlowJson.parse(
                                                hit.original()
                                                        .text()
                                                        .getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(hit.hash());
        assertThat(hit.how()).isEqualTo(kind);
    }
}
