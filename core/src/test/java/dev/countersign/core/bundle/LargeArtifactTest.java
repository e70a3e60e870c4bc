// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** An artifact that is too large to be held is summed once: for its bag and for its run. */
class LargeArtifactTest {
    private static final Path SAMPLE =
            Path.of("src/test/resources/samples/change-approval-0155cb2f963b");
    private static final String NAME = "evidence.bin";

    @TempDir Path dir;
    private final RunReader reader =
            new RunReader(new ChainVerifier(Runnable::run, 2), DefaultPolicy.get());
    private byte[] bytes = {};
    private Path run = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        run = dir.resolve(SAMPLE.getFileName());
        Folders.copy(SAMPLE, run);
        bytes = new byte[(2 << 20) + 17];
        new SplittableRandom(7).nextBytes(bytes);
        Files.write(run.resolve("artifacts").resolve(NAME), bytes);
    }

    @ParameterizedTest
    @CsvSource({"b, false", "b.zip, false", "b.zip, true", "b.tar, false", "b.tar.gz, false"})
    void isWhatItIs(String name, boolean deflate) throws Exception {
        BundleReport report = verified(made(name, deflate), Progress.NONE);
        assertThat(Objects.requireNonNull(report.bag()).errors()).isEmpty();
        assertThat(sha256(report)).isEqualTo(FileDigest.sha256(bytes));
    }

    @Test
    void aChangedOneIsTwoFaults() throws Exception {
        Path bag = made("b", false);
        bytes[1 << 20] ^= 1;
        Files.write(inside(bag), bytes);
        BundleReport report = verified(bag, Progress.NONE);
        assertThat(Objects.requireNonNull(report.bag()).errors())
                .extracting(BagFault::kind)
                .containsExactly(BagFault.Kind.CHECKSUM);
        assertThat(sha256(report)).isEqualTo(FileDigest.sha256(bytes));
    }

    @Test
    void isNotReadASecondTime() throws Exception {
        Path bag = made("b", false);
        var gone = new AtomicBoolean();
        BundleReport report =
                verified(
                        bag,
                        (done, _, _, _) -> {
                            if (done == bytes.length && gone.compareAndSet(false, true)) {
                                rewrite(inside(bag));
                            }
                        });
        assertThat(gone).isTrue();
        assertThat(sha256(report)).isEqualTo(FileDigest.sha256(bytes));
    }

    @ParameterizedTest
    @CsvSource({"b, false", "b.zip, false", "b.zip, true", "b.tar, false"})
    void progressComesToItsEndAndNoFurther(String name, boolean deflate) throws Exception {
        Path log = run.resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log) + " ".repeat(5 << 20) + "\n");
        List<Long> left = new ArrayList<>();
        verified(made(name, deflate), (done, total, _, _) -> left.add(total - done));
        assertThat(left).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(left.getLast()).isBetween(0L, 4_096L); // what no checksum covers is not read
    }

    private void rewrite(Path file) {
        try {
            Files.write(file, new byte[bytes.length]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path inside(Path bag) {
        return bag.resolve("data/runs")
                .resolve(run.getFileName())
                .resolve("artifacts")
                .resolve(NAME);
    }

    private Path made(String name, boolean deflate) throws SourceException {
        Path out = dir.resolve(name);
        BundleOrder order =
                new BundleOrder(
                        List.of(run),
                        Octets.of(DefaultPolicy.bytes()),
                        null,
                        Packing.form(out),
                        deflate,
                        EnumSet.of(SumAlgorithm.SHA256),
                        MadeBundle.AT,
                        "countersign test");
        new BundleWriter(reader, ArchiveLimits.DEFAULT).write(order, out);
        return out;
    }

    private BundleReport verified(Path path, Progress progress) throws SourceException {
        var opened = (BundleOpening.Opened) Bundle.open(path, ArchiveLimits.DEFAULT);
        try (Bundle bundle = opened.bundle()) {
            return new BundleVerifier(reader, Runnable::run, 1)
                    .verify(bundle, VerifyRequest.DEFAULT, progress, Cancellation.NEVER)
                    .orElseThrow();
        }
    }

    private static String sha256(BundleReport report) {
        RunSnapshot read = Objects.requireNonNull(report.runs().getFirst().snapshot());
        return read.artifacts().artifacts().stream()
                .filter(artifact -> artifact.name().equals(NAME))
                .map(Artifact::sha256)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }
}
