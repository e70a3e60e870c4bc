// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bags in which something is wrong. */
class BundleFaultsTest extends MadeBundle {
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

    /// Whether they are there already or not.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/x 1 data/x\n",
                "http://example.com/x 1 data/index.json\n",
                ""
            })
    void filesToBeFetched(String lines) throws IOException, SourceException {
        Path bag = folder();
        Files.writeString(bag.resolve("fetch.txt"), lines);
        assertThat(errors(bag)).containsExactly("fetch fetch.txt");
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

    private List<String> about(Path bag, String file) throws SourceException {
        return verified(bag).bag().errors().stream()
                .filter(error -> error.file().endsWith(file))
                .map(BagFault::sentence)
                .toList();
    }

    @Test
    void anUnlistedFileNamesTheManifestThatLacksIt() throws IOException, SourceException {
        Path bag = folder();
        Files.writeString(bag.resolve("data/more"), "");
        assertThat(about(bag, "data/more"))
                .containsExactly(
                        "data/more is there and is not listed in manifest-sha256.txt.",
                        "data/more is there and is not listed in manifest-sha512.txt.");
    }

    /// Before 1.0 a file had to be in any of the manifests.
    @Test
    void inAnOldBagOneManifestIsEnough() throws IOException, SourceException {
        Path bag = folder();
        Path manifest = bag.resolve("manifest-sha512.txt");
        List<String> lines = Files.readAllLines(manifest);
        Files.write(manifest, lines.subList(1, lines.size()));
        String first = lines.getFirst().substring(130);
        assertThat(about(bag, first))
                .containsExactly(first + " is there and is not listed in manifest-sha512.txt.");
        edit(bag.resolve("bagit.txt"), "1.0", "0.97");
        assertThat(about(bag, first)).isEmpty();
        Files.writeString(bag.resolve("data/more"), "");
        assertThat(about(bag, "data/more"))
                .containsExactly("data/more is there and is not listed in any manifest.");
    }

    @Test
    void aCountWithASpaceBeforeItsColonCounts() throws IOException, SourceException {
        Path bag = folder();
        edit(bag.resolve("bag-info.txt"), "Payload-Oxum: ", "Payload-Oxum : 1");
        assertThat(errors(bag)).containsExactly("oxum bag-info.txt", "checksum bag-info.txt");
    }

    /// RFC 8493, 2.2.2: a long value goes on in lines that begin with white space.
    @Test
    void aCountThatGoesOnInTheNextLineCounts() throws IOException, SourceException {
        Path bag = folder();
        edit(bag.resolve("bag-info.txt"), "Payload-Oxum: ", "Payload-Oxum:\n  ");
        assertThat(errors(bag)).containsExactly("checksum bag-info.txt");
        edit(bag.resolve("bag-info.txt"), "Payload-Oxum:\n  ", "Payload-Oxum:\n  1");
        assertThat(errors(bag)).containsExactly("oxum bag-info.txt", "checksum bag-info.txt");
    }

    @Test
    void aNameThatIsNearlyThereIsNamed() throws IOException, SourceException {
        Path bag = folder();
        Files.writeString(bag.resolve("data/\u00fc"), "");
        Path manifest = bag.resolve("manifest-sha256.txt");
        String sum = "0".repeat(64) + "  ";
        Files.writeString(manifest, Files.readString(manifest) + sum + "data/u\u0308\n");
        assertThat(about(bag, "u\u0308"))
                .containsExactly(
                        "data/u\u0308 is listed and is not there; the same name in another Unicode"
                                + " form (NFC) is there.");
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
}
