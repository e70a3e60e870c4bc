// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Extraction;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Bundles are made, verified where they lie, and each thing done to one has its name.
class BundleTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final String RUN = "change-approval-0155cb2f963b";
    private static final String OTHER = "personal-trade-compliance-1c4cf1cfd7bb";
    private static final String LOG = "data/runs/" + RUN + "/audit.jsonl";

    @TempDir Path dir;

    private final RunReader reader =
            new RunReader(new ChainVerifier(Runnable::run, 2), DefaultPolicy.get());

    private Path made(String name, boolean deflate) throws SourceException {
        Path out = dir.resolve(name);
        new BundleWriter(reader, ArchiveLimits.DEFAULT).write(order(out, deflate), out);
        return out;
    }

    private static BundleOrder order(Path out, boolean deflate) {
        return new BundleOrder(
                List.of(SAMPLES.resolve(RUN), SAMPLES.resolve(OTHER)),
                Octets.of(DefaultPolicy.bytes()),
                null,
                Packing.form(out),
                deflate,
                EnumSet.allOf(SumAlgorithm.class),
                AT,
                "countersign test");
    }

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
                                    (done, total, records, faulty) -> at[0] = done,
                                    () -> at[0] >= from);
            assertThat(made).as("cancelled from byte %d", from).isFalse();
            assertThat(dir).isEmptyDirectory();
        }
    }

    private BundleReport verified(Path path) throws SourceException {
        BundleOpening opening = Bundle.open(path, ArchiveLimits.DEFAULT);
        assertThat(opening).isInstanceOf(BundleOpening.Opened.class);
        try (Bundle bundle = ((BundleOpening.Opened) opening).bundle()) {
            return new BundleVerifier(reader, Runnable::run, 2)
                    .verify(bundle, VerifyRequest.DEFAULT, Progress.NONE, Cancellation.NEVER)
                    .orElseThrow();
        }
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

    // what is done to a bag

    private Path folder() throws SourceException {
        return made("b", false);
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private List<String> errors(Path bag) throws SourceException {
        BagReport report = verified(bag).bag();
        assertThat(report).isNotNull();
        assertThat(report.valid()).isFalse();
        return report.errors().stream().map(e -> e.kind().word() + " " + e.file()).toList();
    }

    @Test
    void aChangedFile() throws IOException, SourceException {
        Path bag = folder();
        edit(bag.resolve(LOG), "run_started", "run_stopped");
        assertThat(errors(bag)).containsExactly("checksum " + LOG);
        assertThat(verified(bag).bag().complete()).isTrue();
        assertThat(verified(bag).runs().getFirst().negative()).isTrue();
    }

    @Test
    void aMissingFile() throws IOException, SourceException {
        Path bag = folder();
        String state = "data/runs/" + RUN + "/state.json";
        Files.delete(bag.resolve(state));
        // both manifests list it, and the count is another
        assertThat(errors(bag))
                .containsExactly("missing " + state, "missing " + state, "oxum bag-info.txt");
        assertThat(verified(bag).bag().complete()).isFalse();
    }

    @Test
    void anAddedFile() throws IOException, SourceException {
        Path bag = folder();
        Files.writeString(bag.resolve("data/more"), "");
        assertThat(errors(bag))
                .containsExactly("unlisted data/more", "unlisted data/more", "oxum bag-info.txt");
    }

    @Test
    void aChangedTagFile() throws IOException, SourceException {
        Path bag = folder();
        edit(bag.resolve("bag-info.txt"), "countersign", "Countersign");
        assertThat(errors(bag)).containsExactly("checksum bag-info.txt");
    }

    @Test
    void aManifestThatFollowedAChange() throws IOException, SourceException {
        Path bag = folder();
        edit(bag.resolve("manifest-sha256.txt"), RUN + "/audit.jsonl", RUN + "/audit.json");
        assertThat(errors(bag))
                .containsExactly(
                        "missing data/runs/" + RUN + "/audit.json",
                        "unlisted " + LOG,
                        "checksum manifest-sha256.txt");
    }

    private List<String> sentences(Path bag) throws SourceException {
        return verified(bag).bag().errors().stream().map(BagFault::sentence).toList();
    }

    @Test
    void aBagWithoutItsDeclarationIsHeldAgainstItsManifests() throws IOException, SourceException {
        Path bag = folder();
        Files.delete(bag.resolve("bagit.txt"));
        edit(bag.resolve(LOG), "run_started", "run_stopped");
        assertThat(Bundle.is(bag)).isTrue();
        assertThat(errors(bag))
                .containsExactly(
                        "no_declaration bagit.txt",
                        "missing bagit.txt",
                        "missing bagit.txt",
                        "checksum " + LOG);
        assertThat(sentences(bag).getFirst())
                .isEqualTo("bagit.txt is missing, which every bag must have (RFC 8493).");
        assertThat(verified(bag).bag().complete()).isFalse();
    }

    @Test
    void aChecksumFaultNamesManifestAndSums() throws IOException, SourceException {
        Path bag = folder();
        Path manifest = bag.resolve("manifest-sha512.txt");
        String line =
                Files.readString(manifest).lines().filter(l -> l.endsWith(LOG)).findFirst().get();
        String was = line.substring(0, 128);
        edit(manifest, was, "0".repeat(128));
        assertThat(sentences(bag).getFirst())
                .isEqualTo(
                        LOG
                                + " is not what its checksum says: manifest-sha512.txt has "
                                + "0".repeat(128)
                                + ", its bytes give "
                                + was
                                + "; it is what manifest-sha256.txt says: the manifests do not"
                                + " agree, and one of them is wrong.");
        Path state = bag.resolve("data/runs/" + RUN + "/state.json");
        Files.writeString(state, Files.readString(state) + " ");
        assertThat(sentences(bag))
                .anyMatch(s ->
                        s.contains("state.json is not what its checksum says: manifest-sha256.txt")
                                && s.contains("; manifest-sha512.txt has ")
                                && s.endsWith(": it was changed after the bag was made."))
                .anyMatch(s ->
                        s.matches(
                                "bag-info.txt counts other bytes or files \\(Payload-Oxum\\) than"
                                        + " there are: it has \\d+\\.\\d+, there are"
                                        + " \\d+\\.\\d+\\."));
    }

    @Test
    void aTagFileThatIsNoUtf8() throws IOException, SourceException {
        Path bag = folder();
        Files.write(
                bag.resolve("bag-info.txt"),
                "Who: J\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(errors(bag)).containsExactly("not_utf8 bag-info.txt", "checksum bag-info.txt");
    }

    @Test
    void aFaultyLineHasItsNumberAndANameThatClimbsIsOutside() throws IOException, SourceException {
        Path bag = folder();
        Path manifest = bag.resolve("manifest-sha512.txt");
        String text = Files.readString(manifest);
        Files.writeString(
                manifest, "nonsense\n" + text + "0".repeat(128) + "  data/../bagit.txt\n");
        assertThat(errors(bag)).contains("outside data/../bagit.txt");
        assertThat(sentences(bag).getFirst())
                .isEqualTo("manifest-sha512.txt has a line that is no checksum and name: line 1.");
    }

    @Test
    void filesToBeFetched() throws IOException, SourceException {
        Path bag = folder();
        Files.writeString(bag.resolve("fetch.txt"), "http://example.com/x 1 data/x\n");
        assertThat(errors(bag)).containsExactly("fetch fetch.txt");
    }

    @Test
    void anotherDeclaration() throws IOException, SourceException {
        Path bag = folder();
        edit(bag.resolve("bagit.txt"), "UTF-8", "UTF-16");
        assertThat(errors(bag)).containsExactly("declaration bagit.txt", "checksum bagit.txt");
    }

    @Test
    void aNameOutside() throws IOException, SourceException {
        Path bag = folder();
        Path manifest = bag.resolve("manifest-sha256.txt");
        Files.writeString(
                manifest, Files.readString(manifest) + "0".repeat(64) + "  ../../etc/passwd\n");
        assertThat(errors(bag))
                .containsExactly("outside ../../etc/passwd", "checksum manifest-sha256.txt");
    }

    @Test
    void aLineThatSaysNothing() throws IOException, SourceException {
        Path bag = folder();
        Path manifest = bag.resolve("manifest-sha512.txt");
        Files.writeString(manifest, Files.readString(manifest) + "nonsense\n");
        assertThat(errors(bag))
                .containsExactly(
                        "manifest_line manifest-sha512.txt", "checksum manifest-sha512.txt");
    }

    @Test
    void aFileListedTwice() throws IOException, SourceException {
        Path bag = folder();
        Path manifest = bag.resolve("manifest-sha256.txt");
        String first = Files.readString(manifest).lines().findFirst().orElseThrow();
        Files.writeString(manifest, Files.readString(manifest) + first + "\n");
        assertThat(errors(bag).getFirst()).isEqualTo("listed_twice " + first.substring(66));
    }

    @Test
    void noManifest() throws IOException, SourceException {
        Path bag = folder();
        for (String algorithm : List.of("sha256", "sha512")) {
            Files.delete(bag.resolve("tagmanifest-" + algorithm + ".txt"));
            Files.move(
                    bag.resolve("manifest-" + algorithm + ".txt"),
                    bag.resolve("manifest-md5" + algorithm + ".txt"));
        }
        assertThat(errors(bag)).containsExactly("no_manifest ");
        assertThat(verified(bag).bag().warnings())
                .extracting(BagFault::kind)
                .containsExactly(
                        Kind.UNKNOWN_ALGORITHM, Kind.UNKNOWN_ALGORITHM, Kind.NO_TAG_MANIFEST);
    }

    @Test
    void anotherLogThatIsConsistentByItself() throws IOException, SourceException {
        Path bag = folder();
        Path log = bag.resolve(LOG);
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        Files.writeString(log, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        BundleReport report = verified(bag);
        assertThat(report.runs().getFirst().packed()).isEqualTo(CheckpointResult.TAIL_MISSING);
        assertThat(report.disagreements())
                .containsExactly(
                        "The index says another head or number of records of the run " + RUN + ".");
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
