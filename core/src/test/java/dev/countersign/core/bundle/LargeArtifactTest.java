// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** An artifact that is too large to be held is summed once: for its bag and for its run. */
class LargeArtifactTest extends MadeBundle {
    private static final String NAME = "evidence.bin";

    private byte[] bytes = {};
    private Path run = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        run = dir.resolve(RUN);
        Folders.copy(SAMPLES.resolve(RUN), run);
        bytes = new byte[(2 << 20) + 17];
        new SplittableRandom(7).nextBytes(bytes);
        Files.write(run.resolve("artifacts").resolve(NAME), bytes);
    }

    @ParameterizedTest
    @CsvSource({"b, false", "b.zip, false", "b.zip, true", "b.tar, false", "b.tar.gz, false"})
    void isWhatItIs(String name, boolean deflate) throws Exception {
        BundleReport report = alone(bundled(name, deflate), Progress.NONE);
        assertThat(Objects.requireNonNull(report.bag()).errors()).isEmpty();
        assertThat(sha256(report)).isEqualTo(FileDigest.sha256(bytes));
    }

    @Test
    void aChangedOneIsTwoFaults() throws Exception {
        Path bag = bundled("b", false);
        bytes[1 << 20] ^= 1;
        Files.write(inside(bag), bytes);
        BundleReport report = alone(bag, Progress.NONE);
        assertThat(Objects.requireNonNull(report.bag()).errors())
                .extracting(BagFault::kind)
                .containsExactly(BagFault.Kind.CHECKSUM);
        assertThat(sha256(report)).isEqualTo(FileDigest.sha256(bytes));
    }

    @Test
    void isNotReadASecondTime() throws Exception {
        Path bag = bundled("b", false);
        var gone = new AtomicBoolean();
        BundleReport report =
                alone(
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
        alone(bundled(name, deflate), (done, total, _, _) -> left.add(total - done));
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

    private Path bundled(String name, boolean deflate) throws SourceException {
        return made(name, deflate, List.of(run));
    }

    private BundleReport alone(Path path, Progress progress) throws SourceException {
        return verified(path, new BundleVerifier(reader, Runnable::run, 1), progress);
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
