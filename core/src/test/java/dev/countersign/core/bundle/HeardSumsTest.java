// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.source.InStep;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// A log is summed while it is read, in whatever order and by however many threads.
class HeardSumsTest {
    private static final Set<SumAlgorithm> BOTH = Set.of(SumAlgorithm.values());

    private static final byte[] BYTES = new byte[3 << 20];

    static {
        new Random(1).nextBytes(BYTES);
    }

    private static void same(HeardSums heard, LogFile log) throws SourceException {
        Sums expected = new Sums(BOTH, true);
        expected.add(ByteBuffer.wrap(BYTES));
        Sums sums = heard.of(log);
        assertThat(sums.bytes()).isEqualTo(BYTES.length);
        assertThat(sums.crc()).isEqualTo(expected.crc());
        assertThat(sums.end()).isEqualTo(expected.end());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void piecesThatOverlapAreMissingOrComeTwice(int seed) throws SourceException {
        LogFile log = LogFile.held(Path.of("log"), BYTES);
        HeardSums heard = new HeardSums(new Sums(BOTH, true));
        LogFile listened = log.heardBy(heard);
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            int near = random.nextInt(BYTES.length / 60 * (i + 1));
            listened.read(ByteBuffer.allocate(1 + random.nextInt(400_000)), near);
        }
        same(heard, log);
    }

    @Test
    void nobodyRead() throws SourceException {
        same(new HeardSums(new Sums(BOTH, true)), LogFile.held(Path.of("log"), BYTES));
    }

    @Test
    void severalThreads() throws Exception {
        for (int round = 0; round < 20; round++) {
            LogFile log = LogFile.held(Path.of("log"), BYTES);
            HeardSums heard = new HeardSums(new Sums(BOTH, true));
            LogFile listened = log.heardBy(heard);
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<?>> all = new ArrayList<>();
                for (int at = 0; at < BYTES.length; at += 50_000) {
                    int from = at;
                    all.add(
                            threads.submit(
                                    () -> listened.read(ByteBuffer.allocateDirect(54_096), from)));
                }
                for (Future<?> one : all) {
                    one.get();
                }
            }
            same(heard, log);
        }
    }

    /// As the verifier's threads read: each in turn lends what it has, and does a part of it in
    /// step.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void piecesThatAreLent(int many) throws Exception {
        for (int round = 0; round < 20; round++) {
            LogFile log = LogFile.held(Path.of("log"), BYTES);
            HeardSums heard = new HeardSums(new Sums(BOTH, true));
            LogFile listened = log.heardBy(heard);
            int first = round;
            try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
                List<Future<?>> all = new ArrayList<>();
                for (int at = 0; at < BYTES.length; at += 50_000) {
                    int from = at;
                    all.add(threads.submit(() -> lend(listened, from, first * 40)));
                }
                for (Future<?> one : all) {
                    one.get();
                }
            }
            same(heard, log);
        }
    }

    private static void lend(LogFile log, int from, int steps) {
        InStep mine = log.hear(BYTES, from, Math.min(54_096, BYTES.length - from), from);
        for (int i = 0; i < steps && mine != null; i++) {
            mine.step();
        }
        if (mine != null) {
            mine.end();
        }
    }

    @Test
    void whatTheSameThreadReadsMeanwhileComesAfterWhatItLent() throws SourceException {
        LogFile log = LogFile.held(Path.of("log"), BYTES);
        HeardSums heard = new HeardSums(new Sums(BOTH, true));
        LogFile listened = log.heardBy(heard);
        InStep mine = listened.hear(BYTES, 0, 100_000, 0);
        mine.step();
        read(listened, 60_000, 100_000);
        InStep next = listened.hear(BYTES, 160_000, 100_000, 160_000);
        next.step();
        read(listened, 0, 200_000);
        next.end();
        mine.end();
        // were anything read again, it would be this
        byte[] other = BYTES.clone();
        Arrays.fill(other, 0, 260_000, (byte) 0);
        same(heard, LogFile.held(Path.of("other"), other));
    }

    @Test
    void aPieceThatComesLateIsWaitedForAndNothingIsReadAgain() throws Exception {
        int piece = BYTES.length / 48;
        LogFile log = LogFile.held(Path.of("log"), BYTES);
        HeardSums heard = new HeardSums(new Sums(BOTH, true), TimeUnit.MINUTES.toMillis(1));
        LogFile listened = log.heardBy(heard);
        Thread ahead =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 1; i < 48; i++) {
                                read(listened, i * piece, piece);
                            }
                        });
        while (ahead.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        read(listened, 0, piece);
        ahead.join();
        // were anything read again, it would be this
        same(heard, LogFile.held(Path.of("other"), new byte[BYTES.length]));
    }

    @Test
    void aPieceThatNeverComesIsReadInTheEnd() throws Exception {
        int piece = BYTES.length / 48;
        LogFile log = LogFile.held(Path.of("log"), BYTES);
        HeardSums heard = new HeardSums(new Sums(BOTH, true), 1);
        LogFile listened = log.heardBy(heard);
        for (int i = 1; i < 48; i++) {
            read(listened, i * piece, piece);
        }
        same(heard, log);
    }

    private static void read(LogFile log, int from, int length) {
        try {
            log.read(ByteBuffer.allocate(length), from);
        } catch (SourceException e) {
            throw new IllegalStateException(e);
        }
    }
}
