// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.RecordLine.Said;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class RecordLinesTest {
    private static final int RECORDS = 300;

    @TempDir Path folder;

    private final GeneratedLog log = LogGenerator.generate(ChainFormat.A, RECORDS, 5);

    private LogFile file(byte[] bytes) throws Exception {
        Path path = folder.resolve("audit.jsonl");
        Files.write(path, bytes);
        return LogFile.open(path);
    }

    private static ChainReport report(LogFile file) throws Exception {
        return ((Verification.Finished)
                        new ChainVerifier(Runnable::run, 1, 3_000, true)
                                .verify(
                                        file,
                                        VerifyRequest.DEFAULT,
                                        Progress.NONE,
                                        Cancellation.NEVER))
                .report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"}\n{", "}\n \n\n{", "}\r\n{"})
    void anyRunOfRecordsIsReadByTheIndex(String end) throws Exception {
        String text = new String(log.toBytes(), StandardCharsets.UTF_8).replace("}\n{", end);
        int linesEach = (int) end.chars().filter(c -> c == '\n').count();
        try (LogFile file = file(text.getBytes(StandardCharsets.UTF_8))) {
            LineIndex index = report(file).index();
            for (int from : new int[] {0, 1, 63, 64, 65, 200, 299}) {
                List<RecordLine> lines =
                        RecordLines.read(file, ChainFormat.A, Limits.DEFAULT, index, from, 70);
                assertThat(lines).hasSize(Math.min(70, RECORDS - from));
                for (int i = 0; i < lines.size(); i++) {
                    RecordLine line = lines.get(i);
                    assertThat(line.record()).isEqualTo(from + i);
                    assertThat(line.line()).isEqualTo(1L + (long) (from + i) * linesEach);
                    assertThat(line.hash()).isEqualTo(log.hash(from + i));
                    assertThat(line.link()).isEqualTo(log.before(from + i));
                }
            }
        }
    }

    @Test
    void saysWhatALineSaysOfItself() throws Exception {
        String lines =
                """
                {"ts": "2026-01-01T00:00:00+00:00", "event": "x", "prev": "genesis", "n": 1.50, \
                "who": "\\u00e4nn", "list": [1], "no": null, "hash": "ab"}
                [1]
                """;
        try (LogFile file = file(lines.getBytes(StandardCharsets.UTF_8))) {
            List<RecordLine> read =
                    RecordLines.read(
                            file, ChainFormat.A, Limits.DEFAULT, report(file).index(), 0, 5);
            assertThat(read)
                    .containsExactly(
                            new RecordLine(
                                    0,
                                    1,
                                    0,
                                    lines.indexOf('\n'),
                                    "2026-01-01T00:00:00+00:00",
                                    null,
                                    "x",
                                    "ab",
                                    "genesis",
                                    List.of(
                                            new Said("n", "1.50"),
                                            new Said("who", "änn"),
                                            new Said("no", "null")),
                                    null,
                                    ""),
                            new RecordLine(
                                    1,
                                    2,
                                    lines.indexOf('[', lines.indexOf('\n')),
                                    3,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    FaultCategory.MALFORMED_NOT_OBJECT,
                                    "[1]"));
        }
    }

    @Test
    void marksWhatIsHashed() throws Exception {
        String line = "{\"b\": [1, {\"x\": 2}] , \"a\":\"é\", \"hash\": \"00\" }";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (LogFile file = file(bytes)) {
            assertThat(RecordText.read(file, ChainFormat.A, 0, bytes.length))
                    .isEqualTo(
                            new RecordText(
                                    line,
                                    List.of(
                                            new RecordText.Field("b", "[1, {\"x\": 2}]", true),
                                            new RecordText.Field("a", "\"é\"", true),
                                            new RecordText.Field("hash", "\"00\"", false)),
                                    "{\"a\": \"\\u00e9\", \"b\": [1, {\"x\": 2}]}",
                                    true));
            assertThat(RecordText.read(file, ChainFormat.A, 1, bytes.length - 1).fields())
                    .isEmpty();
        }
    }

    @Test
    void searchesHashesAndText() throws Exception {
        String odd = "{\"event\": \"Grüße\", \"prev\": \"x\", \"hash\": \"y\"}\n";
        byte[] all =
                (new String(log.toBytes(), StandardCharsets.UTF_8) + odd)
                        .getBytes(StandardCharsets.UTF_8);
        try (LogFile file = file(all)) {
            LineIndex index = report(file).index();
            assertThat(find(file, index, 0, log.hash(170).substring(0, 16))).isEqualTo(170);
            assertThat(find(file, index, 171, log.hash(170).substring(0, 16).toUpperCase()))
                    .as("the link to it")
                    .isEqualTo(171);
            assertThat(find(file, index, 172, log.hash(170))).isEqualTo(LogSearch.NOWHERE);
            assertThat(find(file, index, 0, "GRüße")).isEqualTo(RECORDS);
            assertThat(find(file, index, 0, "genesis")).isZero();
            assertThat(
                            LogSearch.find(
                                    file,
                                    ChainFormat.A,
                                    index,
                                    0,
                                    "genesis",
                                    Progress.NONE,
                                    () -> true))
                    .isEqualTo(LogSearch.NOWHERE);
        }
    }

    private static long find(LogFile file, LineIndex index, long from, String text)
            throws Exception {
        return LogSearch.find(
                file, ChainFormat.A, index, from, text, Progress.NONE, Cancellation.NEVER);
    }

    @Test
    void aGlimpseSaysWhatIsKnownAndNothingElse() throws Exception {
        GeneratedLog edited =
                log.edit(150, r -> r.with("step", "other")).edit(40, r -> r.with("step", "other"));
        List<ChainGlimpse> glimpses = new ArrayList<>();
        Progress looking =
                new WatchedProgress() {
                    private final AtomicReference<Glimpses> found = new AtomicReference<>();

                    @Override
                    public void begins(Glimpses begun) {
                        found.set(begun);
                        glimpses.clear();
                    }

                    @Override
                    public void at(long done, long total, long records, long faulty) {
                        glimpses.add(found.get().now());
                    }
                };
        try (LogFile file = file(edited.toBytes())) {
            new ChainVerifier(Runnable::run, 1, 3_000, true)
                    .verify(file, VerifyRequest.DEFAULT, looking, Cancellation.NEVER);
            assertThat(glimpses)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(g -> {
                        assertThat(g.records()).isPositive();
                        assertThat(g.segments().getLast().to()).isEqualTo(g.records());
                        List<RecordLine> last =
                                RecordLines.read(
                                        file,
                                        g.format(),
                                        Limits.DEFAULT,
                                        g.index(),
                                        g.records() - 1,
                                        1);
                        assertThat(last.getFirst().hash())
                                .isEqualTo(log.hash((int) g.records() - 1));
                    });
            assertThat(glimpses.getLast().segments())
                    .containsExactly(
                            new Segment(0, 40, RecordState.INTACT),
                            new Segment(40, 41, RecordState.SUSPECT),
                            new Segment(41, 150, RecordState.UNANCHORED),
                            new Segment(150, 151, RecordState.SUSPECT),
                            new Segment(151, RECORDS, RecordState.UNANCHORED));
            assertThat(glimpses.getLast().faulty()).isEqualTo(2);
        }
    }
}
