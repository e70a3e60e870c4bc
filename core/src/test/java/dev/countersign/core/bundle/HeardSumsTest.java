// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.source.InStep;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    @TempDir Path dir;

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

    @ParameterizedTest
    @ValueSource(strings = {"b.zip", "b.tar", "b.tar.gz", "b"})
    void aLargeLogInABundle(String name) throws IOException, SourceException {
        Path run = Files.createDirectory(dir.resolve("run"));
        LogGenerator.main(new String[] {"A", "6000", "7", run.resolve("audit.jsonl").toString()});
        assertThat(Files.size(run.resolve("audit.jsonl"))).isGreaterThan(5 << 20);
        Path out = dir.resolve(name);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            RunReader reader = new RunReader(new ChainVerifier(threads, 3), DefaultPolicy.get());
            BundleOrder order =
                    new BundleOrder(
                            List.of(run),
                            Octets.of(DefaultPolicy.bytes()),
                            null,
                            Packing.form(out),
                            false,
                            Set.of(SumAlgorithm.SHA256),
                            Instant.EPOCH,
                            "test");
            new BundleWriter(reader, ArchiveLimits.DEFAULT).write(order, out);
            BundleVerifier verifier = new BundleVerifier(reader, threads, 3);
            assertThat(verified(verifier, out).negative()).isFalse();
            if (order.form() != Archive.Form.TAR_GZ) {
                Path file = Files.isDirectory(out) ? out.resolve("data/runs/run/audit.jsonl") : out;
                byte[] bytes = Files.readAllBytes(file);
                bytes[3 << 20] ^= 1;
                Files.write(file, bytes);
                BundleReport report = verified(verifier, out);
                assertThat(report.bag().errors())
                        .extracting(error -> error.kind().ofContent() + " " + error.file())
                        .containsExactly("true data/runs/run/audit.jsonl");
                assertThat(report.runs().getFirst().snapshot().chain().faultCount()).isOne();
            }
        }
    }

    /// One on each thread, and helped by whichever is through with its own.
    @Test
    void severalLargeLogsInABundle() throws Exception {
        Path folder = Files.createDirectories(dir.resolve("plain/runs"));
        for (int records : new int[] {5_000, 25_000, 20_000}) {
            Path run = Files.createDirectory(folder.resolve("run-" + records));
            String log = run.resolve("audit.jsonl").toString();
            LogGenerator.main(new String[] {"A", "" + records, "" + records, log});
        }
        Path changed = folder.resolve("run-20000/audit.jsonl");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[3 << 20] ^= 1;
        Files.write(changed, bytes);
        Path plain = dir.resolve("plain");
        List<Long> left = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            RunReader reader = new RunReader(new ChainVerifier(threads, 3), DefaultPolicy.get());
            BundleReport alone = verified(new BundleVerifier(reader, Runnable::run, 1), plain);
            for (int many : new int[] {2, 3, 4}) {
                BundleReport report =
                        verified(
                                new BundleVerifier(reader, threads, many),
                                plain,
                                (done, total, _, _) -> left.add(total - done));
                assertThat(chains(report)).isEqualTo(chains(alone));
                assertThat(Collections.min(left)).isZero();
            }
            assertThat(alone.runs())
                    .extracting(run -> run.name() + " " + run.snapshot().chain().faultCount())
                    .containsExactly("run-20000 1", "run-25000 0", "run-5000 0");
        }
    }

    private static List<String> chains(BundleReport report) {
        return report.runs().stream()
                .map(run -> run.snapshot().chain())
                .map(chain -> chain.records() + " " + chain.head() + " " + chain.faults())
                .toList();
    }

    private static BundleReport verified(BundleVerifier verifier, Path path)
            throws SourceException {
        return verified(verifier, path, Progress.NONE);
    }

    private static BundleReport verified(BundleVerifier verifier, Path path, Progress progress)
            throws SourceException {
        BundleOpening opening = Bundle.open(path, ArchiveLimits.DEFAULT);
        try (Bundle bundle = ((BundleOpening.Opened) opening).bundle()) {
            return verifier.verify(bundle, VerifyRequest.DEFAULT, progress, Cancellation.NEVER)
                    .orElseThrow();
        }
    }
}
