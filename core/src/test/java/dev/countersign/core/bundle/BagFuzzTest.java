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
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Changes the files of a bag at random, one at a time. No change of any byte of it goes unnoticed,
/// and none is more than noticed. `-Dfuzz.rounds=100000` for more of it.
class BagFuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 300);
    private static final Path RUN =
            Path.of("src/test/resources/samples/change-approval-0155cb2f963b");

    @TempDir Path dir;

    private final RunReader reader =
            new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());

    @Test
    void everyChangeIsNoticed() throws IOException, SourceException {
        Path bag = dir.resolve("bag");
        BundleOrder order =
                new BundleOrder(
                        List.of(RUN),
                        Octets.of(DefaultPolicy.bytes()),
                        null,
                        Packing.form(bag),
                        false,
                        Set.of(SumAlgorithm.SHA256),
                        Instant.EPOCH,
                        "test");
        new BundleWriter(reader, ArchiveLimits.DEFAULT).write(order, bag);
        assertThat(negative(bag)).isFalse();
        List<Path> files;
        try (Stream<Path> all = Files.walk(bag)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] before = Files.readAllBytes(file);
            byte[] after = changed(before, random);
            Files.write(file, after);
            boolean negative = negative(bag);
            // nothing vouches for the manifest of manifests: its lines may end as they like
            if (!file.getFileName().toString().startsWith(Bag.TAG_MANIFEST)) {
                assertThat(negative)
                        .as("round %s: %s", round, file)
                        .isNotEqualTo(Arrays.equals(before, after));
            }
            Files.write(file, before);
        }
    }

    private boolean negative(Path bag) throws SourceException {
        return report(bag).negative();
    }

    private BundleReport report(Path bag) throws SourceException {
        BundleOpening opening = Bundle.open(bag, ArchiveLimits.DEFAULT);
        assertThat(opening).isInstanceOf(BundleOpening.Opened.class);
        try (Bundle bundle = ((BundleOpening.Opened) opening).bundle()) {
            assertThat(bundle.archive().form()).isEqualTo(Archive.Form.FOLDER);
            return new BundleVerifier(reader, Runnable::run, 1)
                    .verify(bundle, VerifyRequest.DEFAULT, Progress.NONE, Cancellation.NEVER)
                    .orElseThrow();
        }
    }

    private static byte[] changed(byte[] before, Random random) {
        byte[] after = before.clone();
        int at = random.nextInt(after.length);
        switch (random.nextInt(4)) {
            case 0 -> after[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> after = Arrays.copyOf(after, at);
            case 2 -> after = Arrays.copyOf(after, after.length + 1 + random.nextInt(3));
            default -> after[at] = (byte) "\n\r %/. 0aF:-".charAt(random.nextInt(12));
        }
        return after;
    }
}
