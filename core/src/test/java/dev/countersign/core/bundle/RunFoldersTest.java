// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** Runs by their paths, on disk and in archives. */
class RunFoldersTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final String ONE = "change-approval-0155cb2f963b";
    private static final String OTHER = "personal-trade-compliance-1c4cf1cfd7bb";

    @TempDir Path temp;

    private static RunReader reader() {
        return new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());
    }

    private Path bundle(String name) throws Exception {
        Path out = temp.resolve(name);
        BundleOrder order =
                new BundleOrder(
                        List.of(SAMPLES.resolve(ONE), SAMPLES.resolve(OTHER)),
                        Octets.of(DefaultPolicy.bytes()),
                        null,
                        Packing.form(out),
                        false,
                        EnumSet.of(SumAlgorithm.SHA256),
                        Instant.EPOCH,
                        "countersign test");
        new BundleWriter(reader(), ArchiveLimits.DEFAULT).write(order, out);
        return out;
    }

    @Test
    void aRunIsTheSameWhereverItLies() throws Exception {
        List<Path> places = List.of(bundle("a.zip"), bundle("b.tar.gz"), bundle("c"), SAMPLES);
        try (RunFolders folders = new RunFolders(DefaultPolicy.get())) {
            for (Path place : places) {
                for (String name : List.of(ONE, OTHER)) {
                    Path run = place.equals(SAMPLES) ? SAMPLES.resolve(name) : in(place, name);
                    RunSnapshot read =
                            reader().read(folders.at(run), VerifyRequest.DEFAULT, Progress.NONE);
                    assertThat(read.directory()).isEqualTo(run);
                    assertThat(read.channels().checks())
                            .isEqualTo(reader().read(SAMPLES.resolve(name)).channels().checks());
                }
            }
        }
    }

    private static Path in(Path bundle, String name) {
        Path top = Files.isDirectory(bundle) ? bundle : bundle.resolve("bundle");
        return top.resolve("data").resolve("runs").resolve(name);
    }

    @Test
    void whatAnArchiveHasNotIsSaid() throws Exception {
        Path bundle = bundle("a.zip");
        try (RunFolders folders = new RunFolders(DefaultPolicy.get())) {
            assertThatThrownBy(() -> folders.at(bundle.resolve("data/runs/gone")))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(bundle + " has no run data/runs/gone any more.");
            Path text = Files.writeString(temp.resolve("x.zip"), "not a zip, for sure");
            assertThatThrownBy(() -> folders.at(text.resolve("run")))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith(text + " is refused: ");
        }
    }
}
