// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

class RunLogTest {
    private static final Instant AT = Instant.parse("2026-11-21T01:54:00.621613Z");
    private static final String FIRST =
            "{\"ts\": \"2026-11-21T01:54:00.621613+00:00\", \"event\": \"run_started\", \"prev\":"
                    + " \"genesis\", \"run_id\": \"change-approval-24697f3d8a1f\", \"name\":"
                    + " \"change-approval\", \"hash\":"
                    + " \"06e3d6e11e18afd6d85837f040d4bf008c49a0dacf6c266e5e55c45aa80f69bb\"}\n";
    private static final String HEAD =
            "06e3d6e11e18afd6d85837f040d4bf008c49a0dacf6c266e5e55c45aa80f69bb";
    private static final RecordDraft NOTE = new RecordDraft(AT, "note").with("text", "Zürich");

    private @TempDir Path folder;
    private Path log;

    @BeforeEach
    void name() {
        log = folder.resolve("audit.jsonl");
    }

    private RunLog open() throws SourceException {
        return switch (RunLog.open(log, Durability.EACH_WRITE)) {
            case Opening.Opened(RunLog opened) -> opened;
            case Opening.Refused(Refusal reason) -> throw new AssertionError(reason);
        };
    }

    private Appending append(String head) throws SourceException {
        try (RunLog opened = open()) {
            return opened.append(head, NOTE);
        }
    }

    private void refused(String content, Refusal reason) throws Exception {
        Files.writeString(log, content);
        assertThat(append(HEAD)).isEqualTo(new Appending.Refused(reason));
        assertThat(Files.readString(log)).isEqualTo(content);
    }

    @Test
    void asTheProducerWritesIt() throws Exception {
        RecordDraft draft =
                new RecordDraft(AT, "run_started")
                        .with("run_id", "change-approval-24697f3d8a1f")
                        .with("name", "change-approval");
        try (RunLog opened = open()) {
            assertThat(opened.head()).isEqualTo(ChainFormat.A.genesis());
            assertThat(opened.append("genesis", draft)).isEqualTo(new Appending.Appended(HEAD));
            assertThat(opened.head()).isEqualTo(HEAD);
        }
        assertThat(Files.readString(log)).isEqualTo(FIRST);
    }

    @Test
    void noFractionWhereThereIsNone() {
        assertThat(PythonTime.isoFormat(Instant.parse("2026-11-21T01:54:00.000000999Z")))
                .isEqualTo("2026-11-21T01:54:00+00:00");
        assertThat(PythonTime.isoFormat(Instant.parse("2026-11-21T01:54:00.000001Z")))
                .isEqualTo("2026-11-21T01:54:00.000001+00:00");
    }

    @Test
    void asciiOnly() throws Exception {
        Files.writeString(log, FIRST);
        assertThat(append(HEAD)).isInstanceOf(Appending.Appended.class);
        assertThat(Files.readString(log))
                .startsWith(FIRST)
                .contains("\"prev\": \"" + HEAD + "\", \"text\": \"Z\\u00fcrich\", \"hash\": \"")
                .endsWith("\"}\n");
    }

    @Test
    void aHeadThatMoved() throws Exception {
        Files.writeString(log, FIRST);
        assertThat(append("0".repeat(64))).isEqualTo(new Appending.Refused(Refusal.HEAD_MOVED));
        assertThat(append("genesis")).isEqualTo(new Appending.Refused(Refusal.HEAD_MOVED));
        assertThat(Files.readString(log)).isEqualTo(FIRST);
    }

    @Test
    void aTornLine() throws Exception {
        refused(FIRST + "{\"ts\": \"2026", Refusal.TORN_TAIL);
    }

    @Test
    void aLineThatIsNoRecord() throws Exception {
        refused(FIRST + "hello\n", Refusal.NOT_A_RECORD);
    }

    @Test
    void aRecordWithAnotherHash() throws Exception {
        refused(FIRST.replace("run_started", "run_startet"), Refusal.WRONG_HASH);
    }

    @Test
    void aMissingLineEndIsPutThereFirst() throws Exception {
        Files.writeString(log, FIRST.strip());
        assertThat(append(HEAD)).isInstanceOf(Appending.Appended.class);
        assertThat(Files.readAllLines(log)).hasSize(2).first().isEqualTo(FIRST.strip());
    }

    @Test
    void blankLinesAtTheEnd() throws Exception {
        Files.writeString(log, FIRST + "\r\n  \n");
        assertThat(append(HEAD)).isInstanceOf(Appending.Appended.class);
    }

    @Test
    void aRecordLongerThanTheWindow() throws Exception {
        RecordDraft wide = new RecordDraft(AT, "note").with("text", "x".repeat(200_000));
        try (RunLog opened = open()) {
            Appending.Appended first =
                    (Appending.Appended) opened.append(ChainFormat.A.genesis(), wide);
            assertThat(opened.append(first.head(), NOTE)).isInstanceOf(Appending.Appended.class);
        }
    }

    @Test
    void oneWriterAtATime() throws Exception {
        try (RunLog first = open()) {
            assertThat(RunLog.open(log, Durability.EACH_WRITE))
                    .isEqualTo(new Opening.Refused(Refusal.LOCKED));
            assertThat(first.append(ChainFormat.A.genesis(), NOTE))
                    .isInstanceOf(Appending.Appended.class);
        }
        open().close();
    }

    @Test
    void anotherFileInItsPlace() throws Exception {
        try (RunLog opened = open()) {
            Files.move(log, folder.resolve("moved"));
            Files.writeString(log, FIRST + FIRST);
            assertThat(opened.append(ChainFormat.A.genesis(), NOTE))
                    .isEqualTo(new Appending.Refused(Refusal.CHANGED_MEANWHILE));
        }
    }

    @Test
    void nothingIsWrittenThroughALink() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside"), "");
        Files.createSymbolicLink(log, outside);
        assertThatThrownBy(this::open)
                .isInstanceOf(SourceException.class)
                .hasMessage(log + " is not a regular file: nothing is written through it.");
        assertThat(outside).isEmptyFile();
    }

    @Test
    void anUnfinishedRecordIsTakenAway() throws Exception {
        String next =
                "{\"ts\": \"2026-11-21T01:54:01+00:00\", \"event\": \"x\", \"prev\": \"" + HEAD;
        for (int length = 1; length <= next.length(); length++) {
            assertThat(mended(FIRST + next.substring(0, length))).isEqualTo(FIRST);
        }
        assertThat(mended("{\"ts\": \"20")).isEmpty();
    }

    @Test
    void itIsKeptBesideTheLog() throws Exception {
        Files.writeString(folder.resolve(log.getFileName() + ".torn-1"), "an earlier one");
        Files.writeString(log, FIRST + "{\"ts\": \"2026-11-21T01");
        try (RunLog opened = open()) {
            assertThat(opened.setUnfinishedAside())
                    .isEqualTo(new TornEnd(log, 21, folder.resolve(log.getFileName() + ".torn-2")));
            assertThat(opened.setUnfinishedAside()).isNull();
        }
        assertThat(folder.resolve(log.getFileName() + ".torn-1")).hasContent("an earlier one");
        assertThat(folder.resolve(log.getFileName() + ".torn-2"))
                .hasContent("{\"ts\": \"2026-11-21T01");
    }

    @Test
    void whatCannotBeKeptIsNotTakenAway() throws Exception {
        String content = FIRST + "{\"ts\": \"2026-11-21T01";
        Files.writeString(log, content);
        Path long255 = folder.resolve("x".repeat(250));
        Files.move(log, long255);
        try (RunLog opened = ((Opening.Opened) RunLog.open(long255, Durability.EACH_WRITE)).log()) {
            assertThatThrownBy(opened::setUnfinishedAside)
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith(long255 + ".torn-1 cannot be written: ");
        }
        assertThat(long255).hasContent(content);
    }

    @Test
    void whatNobodyBeganIsLeft() throws Exception {
        String stranger =
                FIRST + "{\"ts\": \"2026-11-21T01:54:01+00:00\", \"prev\": \"" + "0".repeat(64);
        assertThat(mended(stranger)).isEqualTo(stranger);
        assertThat(mended(FIRST + "hello")).isEqualTo(FIRST + "hello");
        assertThat(mended(FIRST + "{\"ts\": \"20\n")).isEqualTo(FIRST + "{\"ts\": \"20\n");
        String afterAnother = "hello\n{\"ts\": \"2026";
        assertThat(mended(afterAnother)).isEqualTo(afterAnother);
    }

    private String mended(String content) throws IOException, SourceException {
        Files.write(log, content.getBytes(StandardCharsets.UTF_8));
        try (RunLog opened = open()) {
            TornEnd torn = opened.setUnfinishedAside();
            String now = Files.readString(log);
            String kept = torn == null ? "" : Files.readString(torn.kept());
            assertThat(now + kept).as("nothing is lost").isEqualTo(content);
            return now;
        }
    }
}
