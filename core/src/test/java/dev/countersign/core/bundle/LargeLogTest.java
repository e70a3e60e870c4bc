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
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Large logs in bundles are read once, for their chain and their sums, by whichever cores are
/// free.
class LargeLogTest {
    @TempDir Path dir;

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
        Path plain = plain(5_000, 25_000, 20_000);
        Path changed = plain.resolve("runs/run-20000/audit.jsonl");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[3 << 20] ^= 1;
        Files.write(changed, bytes);
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

    /// The calling thread has done both: what waits for its place gets a second one, though the
    /// first never came.
    @Test
    void whoeverIsThroughLetsAnotherHelp() throws Exception {
        Path plain = plain(18_000, 19_000);
        RunReader reader = new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());
        List<Runnable> asked = new ArrayList<>();
        BundleReport report =
                verified(new BundleVerifier(reader, asked::add, 2).withoutRecords(), plain);
        assertThat(report.runs()).hasSize(2);
        assertThat(asked).hasSize(2);
    }

    /// A folder of runs with so many records each.
    private Path plain(int... runs) throws IOException {
        Path plain = dir.resolve("plain");
        for (int records : runs) {
            Path run = Files.createDirectories(plain.resolve("runs/run-" + records));
            String log = run.resolve("audit.jsonl").toString();
            LogGenerator.main(new String[] {"A", "" + records, "" + records, log});
        }
        return plain;
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
