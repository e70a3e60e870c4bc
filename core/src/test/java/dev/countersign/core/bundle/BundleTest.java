// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Extraction;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Bundles that are made, verified and extracted. */
class BundleTest extends MadeBundle {
    /// Each file twice, and each log once more.
    private static long read() throws IOException {
        long bytes = 0;
        for (String run : List.of(RUN, OTHER)) {
            try (Stream<Path> files = Files.walk(SAMPLES.resolve(run))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    bytes += (file.endsWith("audit.jsonl") ? 3 : 2) * Files.size(file);
                }
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.zip", "b"})
    void makingSaysHowFarItIs(String name) throws IOException, SourceException {
        Path out = dir.resolve(name);
        List<Long> done = new ArrayList<>();
        Set<Long> totals = new HashSet<>();
        boolean made =
                new BundleWriter(reader, ArchiveLimits.DEFAULT)
                        .write(
                                order(out, false),
                                out,
                                Runnable::run,
                                (at, total, records, faulty) -> {
                                    done.add(at);
                                    totals.add(total);
                                },
                                Cancellation.NEVER);
        assertThat(made).isTrue();
        assertThat(done).isSorted().endsWith(read());
        assertThat(totals).containsExactly(read());
        right(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.zip", "b.tar.gz", "b"})
    void nothingIsLeftOfWhatWasCancelled(String name) throws IOException, SourceException {
        long half = read() / 2;
        for (long from : new long[] {0, half}) {
            Path out = dir.resolve(name);
            long[] at = {0};
            boolean made =
                    new BundleWriter(reader, ArchiveLimits.DEFAULT)
                            .write(
                                    order(out, false),
                                    out,
                                    Runnable::run,
                                    (done, total, records, faulty) -> at[0] = done,
                                    () -> at[0] >= from);
            assertThat(made).as("cancelled from byte %d", from).isFalse();
            assertThat(dir).isEmptyDirectory();
        }
    }

    /// Everything is written then, and nothing counts yet.
    @Test
    void aFolderThatIsCancelledBeforeItIsOnTheDiskLeavesNothing()
            throws IOException, SourceException {
        Path out = dir.resolve("b");
        boolean[] asked = {false};
        boolean made =
                new BundleWriter(reader, ArchiveLimits.DEFAULT)
                        .write(
                                order(out, false),
                                out,
                                help -> asked[0] = true,
                                Progress.NONE,
                                () -> asked[0]);
        assertThat(made).isFalse();
        assertThat(dir).isEmptyDirectory();
    }

    /// Each waits for the disk by itself otherwise.
    @Test
    void theFilesOfAFolderAreForcedToDiskBySeveralAtOnce() throws SourceException {
        Path out = dir.resolve("b");
        AtomicInteger helpers = new AtomicInteger();
        boolean made =
                new BundleWriter(reader, ArchiveLimits.DEFAULT)
                        .write(
                                order(out, false),
                                out,
                                help -> {
                                    helpers.incrementAndGet();
                                    help.run();
                                },
                                Progress.NONE,
                                Cancellation.NEVER);
        assertThat(made).isTrue();
        assertThat(helpers).hasValueGreaterThan(1);
        right(out);
    }

    private void right(Path path) throws SourceException {
        BundleReport report = verified(path);
        assertThat(report.bag()).isEqualTo(new BagReport(true, true, List.of(), List.of()));
        assertThat(report.damage()).isEmpty();
        assertThat(report.disagreements()).isEmpty();
        assertThat(report.runs()).extracting(BundledRun::name).containsExactly(RUN, OTHER);
        assertThat(report.runs())
                .extracting(BundledRun::packed)
                .containsOnly(CheckpointResult.MATCH);
        assertThat(report.negative()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.zip", "b.tar", "b.tar.gz", "b.tgz", "b"})
    void eachFormIsMadeAndVerified(String name) throws SourceException {
        right(made(name, false));
    }

    @Test
    void aCompressedZipToo() throws SourceException {
        right(made("b.zip", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {".zip", ".tar", ".tar.gz"})
    void theSameRunsAtTheSameInstantGiveTheSameBytes(String ending)
            throws IOException, SourceException {
        assertThat(Files.mismatch(made("a" + ending, false), made("b" + ending, false)))
                .isEqualTo(-1);
    }

    @Test
    void nothingIsReplaced() throws IOException, SourceException {
        Path there = Files.writeString(dir.resolve("b.zip"), "mine");
        assertThatThrownBy(() -> made("b.zip", false))
                .isInstanceOf(SourceException.class)
                .hasMessage(there + " exists already: it is left as it is; give another name.");
        assertThat(there).hasContent("mine");
        assertThat(dir).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void theSnapshotIsThatOfTheFolder() throws SourceException {
        BundleReport report = verified(made("b.zip", true));
        var packed = report.runs().getFirst().snapshot();
        var disk = reader.read(SAMPLES.resolve(RUN));
        assertThat(packed).isNotNull();
        assertThat(packed.channels()).isEqualTo(disk.channels());
        assertThat(packed.artifacts()).isEqualTo(disk.artifacts());
        assertThat(packed.state()).isEqualTo(disk.state());
        assertThat(packed.events()).isEqualTo(disk.events());
    }

    @Test
    void withoutRecordsAllElseIsTheSame() throws SourceException {
        Path bundle = made("b.zip", true);
        var all = verified(bundle).runs().getFirst().snapshot();
        var verifier = new BundleVerifier(reader, Runnable::run, 2).withoutRecords();
        var few = verified(bundle, verifier).runs().getFirst().snapshot();
        assertThat(all).isNotNull();
        assertThat(all.events()).hasSizeGreaterThan(9);
        assertThat(few).isNotNull();
        assertThat(few.events()).isEmpty();
        assertThat(few).usingRecursiveComparison().ignoringFields("events").isEqualTo(all);
    }

    @Test
    void whatIsExtractedIsTheSame() throws IOException, SourceException {
        Path target = dir.resolve("out");
        extract(made("b.tar.gz", false), target);
        right(target);
        assertThat(
                        Files.mismatch(
                                target.resolve("bundle").resolve(LOG),
                                SAMPLES.resolve(RUN).resolve("audit.jsonl")))
                .isEqualTo(-1);
    }

    private static void extract(Path from, Path target) throws SourceException {
        BundleOpening opening = Bundle.open(from, ArchiveLimits.DEFAULT);
        try (Bundle bundle = ((BundleOpening.Opened) opening).bundle()) {
            assertThat(Extraction.of(bundle.archive(), target)).isNull();
        }
    }

    @Test
    void nothingIsExtractedOverSomething() throws IOException, SourceException {
        Path bundle = made("b.zip", false);
        Path full = Files.createDirectory(dir.resolve("full"));
        Files.writeString(full.resolve("mine"), "mine");
        assertThatThrownBy(() -> extract(bundle, full)).isInstanceOf(SourceException.class);
        Path elsewhere = Files.createDirectory(dir.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(dir.resolve("link"), elsewhere);
        assertThatThrownBy(() -> extract(bundle, link)).isInstanceOf(SourceException.class);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(full).isDirectoryContaining("glob:**mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.zip", "b.tar.gz"})
    void whatCompressesTooWellIsNoBombForWhoeverOpensIt(String name)
            throws IOException, SourceException {
        Path run = Files.createDirectory(dir.resolve("run"));
        Files.copy(SAMPLES.resolve(RUN).resolve("audit.jsonl"), run.resolve("audit.jsonl"));
        Files.write(run.resolve("zeros"), new byte[9 << 20]);
        Path out = dir.resolve(name);
        BundleOrder order =
                new BundleOrder(
                        List.of(run),
                        Octets.utf8(""),
                        null,
                        Packing.form(out),
                        true,
                        Set.of(SumAlgorithm.SHA256),
                        AT,
                        "test");
        new BundleWriter(reader, ArchiveLimits.DEFAULT).write(order, out);
        assertThat(verified(out).bag().valid()).isTrue();
        assertThat(Files.size(out)).isBetween(9L << 10, 1L << 20);
    }

    /// It would be one more file of it, and in a run's artifacts one that no record names.
    @Test
    void noBundleIsMadeInEvidence() throws IOException, SourceException {
        Path run = Files.createDirectories(dir.resolve("run").resolve("artifacts")).getParent();
        Files.copy(SAMPLES.resolve(RUN).resolve("audit.jsonl"), run.resolve("audit.jsonl"));
        Path bag = made("bag", false);
        for (Path place : List.of(run, run.resolve("artifacts"), bag, bag.resolve("data"))) {
            for (String name : List.of("b.zip", "b")) {
                Path out = place.resolve(name);
                assertThatThrownBy(() ->
                                new BundleWriter(reader, ArchiveLimits.DEFAULT)
                                        .write(order(out, false), out))
                        .isInstanceOf(SourceException.class)
                        .hasMessageContainingAll(out + " lies in a ", "outside of it.");
                assertThat(out).doesNotExist();
            }
        }
    }

    @Test
    void aLinkInARunIsNotBundled() throws IOException {
        Path run = Files.createDirectory(dir.resolve("run"));
        Files.copy(SAMPLES.resolve(RUN).resolve("audit.jsonl"), run.resolve("audit.jsonl"));
        Files.createSymbolicLink(run.resolve("passwords"), Path.of("audit.jsonl"));
        BundleOrder order =
                new BundleOrder(
                        List.of(run),
                        Octets.utf8(""),
                        null,
                        Archive.Form.ZIP,
                        false,
                        Set.of(SumAlgorithm.SHA256),
                        AT,
                        "test");
        assertThatThrownBy(() ->
                        new BundleWriter(reader, ArchiveLimits.DEFAULT)
                                .write(order, dir.resolve("b.zip")))
                .hasMessage(run + " cannot be bundled: \"passwords\" is a link.");
        assertThat(dir.resolve("b.zip")).doesNotExist();
    }

    @Test
    void aPlainArchiveOfRunsIsRead() throws IOException, SourceException {
        Path plain = dir.resolve("plain");
        Path run = Files.createDirectories(plain.resolve("a").resolve(RUN));
        Files.copy(SAMPLES.resolve(RUN).resolve("audit.jsonl"), run.resolve("audit.jsonl"));
        BundleReport report = verified(plain);
        assertThat(report.bag()).isNull();
        assertThat(report.runs()).extracting(BundledRun::folder).containsExactly("a/" + RUN);
    }
}
