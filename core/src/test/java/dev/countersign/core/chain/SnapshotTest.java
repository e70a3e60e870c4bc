// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.LogGenerator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// A log that changes, goes, or is not waited for while it is read.
class SnapshotTest {
    private static final int RECORDS = 400;
    private static final int SLICE = 4_096;

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void writeALog() throws IOException {
        byte[] log = LogGenerator.generate(ChainFormat.A, RECORDS, 7).toBytes();
        file = Files.write(folder.resolve("log.jsonl"), log);
    }

    private static Verification verify(LogFile log, Cancellation cancellation)
            throws SourceException {
        return new ChainVerifier(Runnable::run, 2, SLICE, true)
                .verify(log, VerifyRequest.DEFAULT, Progress.NONE, cancellation);
    }

    @Test
    void whatIsAppendedLaterIsNotSeen() throws IOException, SourceException {
        long size = Files.size(file);
        try (LogFile log = LogFile.open(file)) {
            Files.writeString(file, "{\"torn", StandardOpenOption.APPEND);
            assertThat(verify(log, Cancellation.NEVER))
                    .isInstanceOfSatisfying(
                            Verification.Finished.class,
                            finished -> {
                                assertThat(finished.report().verdict()).isEqualTo(Verdict.INTACT);
                                assertThat(finished.report().records()).isEqualTo(RECORDS);
                                assertThat(finished.report().bytes()).isEqualTo(size);
                            });
        }
    }

    @Test
    void whatIsCutWhileReadIsAnError() throws IOException, SourceException {
        byte[] half = Files.readAllBytes(file);
        try (LogFile log = LogFile.open(file)) {
            Files.write(file, Arrays.copyOf(half, half.length / 2));
            assertThatThrownBy(() -> verify(log, Cancellation.NEVER))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(
                            file
                                    + " became shorter while it was read: make sure nothing"
                                    + " rewrites it, and try again.");
        }
    }

    @Test
    void aCancelledOneHasNoVerdict() throws SourceException {
        try (LogFile log = LogFile.open(file)) {
            var asked = new AtomicInteger();
            Verification outcome = verify(log, () -> asked.incrementAndGet() > 3);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Verification.Stopped.class,
                            stopped -> {
                                assertThat(stopped.records()).isBetween(1L, RECORDS - 1L);
                                assertThat(stopped.bytes()).isBetween(1L, log.size() - 1);
                                assertThat(stopped.faulty()).isZero();
                                assertThat(stopped.total()).isEqualTo(log.size());
                            });
        }
    }

    @Test
    void progressEndsAtTheEnd() throws SourceException {
        try (LogFile log = LogFile.open(file)) {
            long[] last = new long[4];
            new ChainVerifier(Runnable::run, 1, SLICE, true)
                    .verify(
                            log,
                            VerifyRequest.DEFAULT,
                            (done, total, records, faulty) -> {
                                assertThat(done).isGreaterThan(last[0]).isLessThanOrEqualTo(total);
                                last[0] = done;
                                last[1] = total;
                                last[2] = records;
                                last[3] = faulty;
                            },
                            Cancellation.NEVER);
            assertThat(last).containsExactly(log.size(), log.size(), RECORDS, 0);
        }
    }

    @Test
    void whatIsNotThereOrNoFileIsSaid() {
        Path missing = folder.resolve("missing.jsonl");
        assertThatThrownBy(() -> LogFile.open(missing))
                .isInstanceOf(SourceException.class)
                .hasMessage(missing + " does not exist: check the path.");
        assertThatThrownBy(() -> LogFile.open(folder))
                .isInstanceOf(SourceException.class)
                .hasMessage(folder + " is not a regular file: give a log, or a run directory.");
    }
}
