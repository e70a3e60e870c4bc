// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.MALFORMED_ENCODING;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_JSON;
import static dev.countersign.core.chain.FaultCategory.TORN_TAIL;
import static dev.countersign.core.testkit.Tamper.first;
import static dev.countersign.core.testkit.Tamper.last;
import static dev.countersign.core.testkit.Tamper.notLast;

import dev.countersign.core.chain.FaultCategory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Lines that break off, lines run together, and files that are something else altogether.
final class TailTampers {
    private static final String PLAIN =
            "{\"n\": \"caf\u00e9 \ud83d\ude00\", \"e\": \"a\\u00e9\\n\", \"f\": -12.5e+10, \"t\":"
                    + " true, \"l\": [1, {}], ";

    private TailTampers() {}

    static List<Tamper> all() {
        return Stream.of(torn(), joined(), files()).flatMap(List::stream).toList();
    }

    private static List<Tamper> torn() {
        return List.of(
                torn("after the brace", "{"),
                torn("in a key", "{\"n"),
                torn("after a key", "{\"n\""),
                torn("after a colon", "{\"n\": "),
                torn("in a string", "{\"n\": \"ca"),
                torn("in a two-byte letter", "{\"n\": \"caf\u00c3"),
                torn("in a four-byte letter", "{\"n\": \"caf\u00c3\u00a9 \u00f0\u009f\u0098"),
                torn(
                        "in an escape",
                        "{\"n\": \"caf\u00c3\u00a9 \u00f0\u009f\u0098\u0080\", \"e\": \"a\\"),
                torn(
                        "in the digits of an escape",
                        "{\"n\": \"caf\u00c3\u00a9 \u00f0\u009f\u0098\u0080\", \"e\": \"a\\u00"),
                torn("after a minus", latin1("-")),
                torn("in a number", latin1("-12")),
                torn("after a decimal point", latin1("-12.")),
                torn("in an exponent", latin1("-12.5e+")),
                torn("in a word", latin1("tr")),
                torn("in an array", latin1("[1,")),
                torn("after a comma", latin1("{}], ")),
                last(
                        "torn just before the closing brace",
                        s -> cut(s, s.log().lines().getLast().text().length - 1)),
                last("torn in the hash", s -> cut(s, s.log().lines().getLast().text().length - 30)),
                first(
                        "only a torn line",
                        s ->
                                s.gives(
                                        s.log().without(1, s.log().size()).line(0, l -> l.cut(20)),
                                        TORN_TAIL)));
    }

    /// The awkward line up to and with this text.
    private static String latin1(String through) {
        String all = new String(SlowLines.bytes(PLAIN), StandardCharsets.ISO_8859_1);
        return all.substring(0, all.indexOf(through) + through.length());
    }

    private static Tamper torn(String name, String start) {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        return last(
                "torn " + name,
                s -> s.gives(s.log().line(s.at(), l -> l.bytes(bytes).ended("")), TORN_TAIL));
    }

    private static Tampered cut(TamperSite site, int bytes) {
        return site.gives(site.log().line(site.at(), l -> l.cut(bytes)), TORN_TAIL);
    }

    private static List<Tamper> joined() {
        return List.of(
                notLast(
                        "line end removed",
                        s -> s.gives(s.log().line(s.at(), l -> l.ended("")), MALFORMED_JSON)),
                notLast(
                        "torn and gone on in the same line",
                        s ->
                                s.gives(
                                        s.log().line(s.at(), l -> l.cut(l.text().length / 2)),
                                        MALFORMED_JSON)),
                notLast(
                        "torn and gone on in the next line",
                        s ->
                                s.gives(
                                        s.log()
                                                .line(
                                                        s.at(),
                                                        l ->
                                                                l.cut(l.text().length / 2)
                                                                        .ended("\n")),
                                        MALFORMED_JSON)),
                notLast("line cut in two", TailTampers::split));
    }

    private static Tampered split(TamperSite site) {
        LogLine line = site.log().lines().get(site.at());
        byte[] text = line.text();
        byte[] rest = Arrays.copyOfRange(text, 30, text.length);
        GeneratedLog changed =
                site.log()
                        .line(site.at(), l -> l.cut(30).ended("\n"))
                        .insert(site.at() + 1, line.bytes(rest));
        return site.gives(
                changed,
                TamperSite.fault(site.at(), MALFORMED_JSON),
                TamperSite.fault(site.at() + 1, MALFORMED_JSON));
    }

    private static List<Tamper> files() {
        return List.of(
                file("UTF-16 with a mark", StandardCharsets.UTF_16, MALFORMED_ENCODING),
                file("UTF-16 little-endian", StandardCharsets.UTF_16LE, MALFORMED_JSON),
                file("UTF-16 big-endian", StandardCharsets.UTF_16BE, MALFORMED_JSON),
                first(
                        "gzip",
                        s ->
                                s.gives(
                                        gzip(s.log().toBytes()),
                                        Expected.first(0, MALFORMED_ENCODING))),
                first(
                        "nothing but NUL",
                        s -> s.gives(new byte[5_000], Expected.first(0, MALFORMED_JSON))),
                first("one JSON array of all records", TailTampers::oneArray));
    }

    private static Tamper file(String name, Charset charset, FaultCategory category) {
        return first(
                name,
                s -> {
                    String text = new String(s.log().toBytes(), StandardCharsets.UTF_8);
                    return s.gives(text.getBytes(charset), Expected.first(0, category));
                });
    }

    private static Tampered oneArray(TamperSite site) {
        GeneratedLog array = site.log().everyLine(l -> l.ended(",\n"));
        byte[] body = array.line(array.size() - 1, l -> l.ended("]\n")).toBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('[');
        out.writeBytes(body);
        return site.gives(out.toByteArray(), Expected.first(0, MALFORMED_JSON));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
