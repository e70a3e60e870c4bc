// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

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

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** A bundle of two sample runs. */
abstract class MadeBundle {
    static final Path SAMPLES = Path.of("src/test/resources/samples");
    static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    static final String RUN = "change-approval-0155cb2f963b";
    static final String OTHER = "personal-trade-compliance-1c4cf1cfd7bb";
    static final String LOG = "data/runs/" + RUN + "/audit.jsonl";

    @TempDir Path dir;
    final RunReader reader =
            new RunReader(new ChainVerifier(Runnable::run, 2), DefaultPolicy.get());

    Path made(String name, boolean deflate) throws SourceException {
        return made(name, deflate, List.of(SAMPLES.resolve(RUN), SAMPLES.resolve(OTHER)));
    }

    Path made(String name, boolean deflate, List<Path> runs) throws SourceException {
        Path out = dir.resolve(name);
        new BundleWriter(reader, ArchiveLimits.DEFAULT).write(order(out, deflate, runs), out);
        return out;
    }

    static BundleOrder order(Path out, boolean deflate) {
        return order(out, deflate, List.of(SAMPLES.resolve(RUN), SAMPLES.resolve(OTHER)));
    }

    private static BundleOrder order(Path out, boolean deflate, List<Path> runs) {
        return new BundleOrder(
                runs,
                Octets.of(DefaultPolicy.bytes()),
                null,
                Packing.form(out),
                deflate,
                EnumSet.allOf(SumAlgorithm.class),
                AT,
                "countersign test");
    }

    BundleReport verified(Path path) throws SourceException {
        return verified(path, new BundleVerifier(reader, Runnable::run, 2));
    }

    static BundleReport verified(Path path, BundleVerifier verifier) throws SourceException {
        return verified(path, verifier, Progress.NONE);
    }

    static BundleReport verified(Path path, BundleVerifier verifier, Progress progress)
            throws SourceException {
        BundleOpening opening = Bundle.open(path, ArchiveLimits.DEFAULT);
        assertThat(opening).isInstanceOf(BundleOpening.Opened.class);
        try (Bundle bundle = ((BundleOpening.Opened) opening).bundle()) {
            return verifier.verify(bundle, VerifyRequest.DEFAULT, progress, Cancellation.NEVER)
                    .orElseThrow();
        }
    }

    Path folder() throws SourceException {
        return made("b", false);
    }

    static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    List<String> errors(Path bag) throws SourceException {
        BagReport report = verified(bag).bag();
        assertThat(report).isNotNull();
        assertThat(report.valid()).isFalse();
        return report.errors().stream().map(e -> e.kind().word() + " " + e.file()).toList();
    }
}
