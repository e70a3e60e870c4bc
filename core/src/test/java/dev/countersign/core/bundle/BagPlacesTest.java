// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A bag is found where it lies, and what lies beside it is named. */
class BagPlacesTest extends MadeBundle {
    private static final List<String> TAMPERED =
            List.of("error checksum data/runs/" + RUN + "/state.json");

    /// A bag in a folder, with a changed file of its payload.
    private Path tampered(String folder) throws IOException, SourceException {
        Path above = dir.resolve("above");
        Path bag = above.resolve(folder);
        Files.createDirectories(bag.getParent());
        Files.move(folder(), bag);
        Path state = bag.resolve("data/runs/" + RUN + "/state.json");
        Files.writeString(state, Files.readString(state).replace("payload", "PAYLOAD"));
        return above;
    }

    private static void add(Path above, String name) throws IOException {
        Path file = above.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private List<String> said(Path bundle) throws SourceException {
        BagReport bag = verified(bundle).bag();
        assertThat(bag).isNotNull();
        return Stream.concat(
                        bag.errors().stream().map(f -> "error " + f.kind().word() + " " + f.file()),
                        bag.warnings().stream()
                                .map(f -> "warning " + f.kind().word() + " " + f.file()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bag", "a/bag"})
    void aBagInAFolderIsVerified(String folder) throws IOException, SourceException {
        Path above = tampered(folder);
        assertThat(said(above)).isEqualTo(TAMPERED);
        assertThat(verified(above).runs())
                .extracting(BundledRun::folder)
                .containsExactly(folder + "/data/runs/" + RUN, folder + "/data/runs/" + OTHER);
    }

    @Test
    void whatLiesBesideABagIsNamed() throws IOException, SourceException {
        Path above = tampered("a/bag");
        add(above, "__MACOSX/bag/._bagit.txt");
        add(above, "__MACOSX/bag/._x");
        add(above, "README.txt");
        add(above, "a/b/c");
        add(above, "a/d");
        assertThat(said(above))
                .containsExactly(
                        TAMPERED.getFirst(),
                        "warning beside README.txt",
                        "warning beside __MACOSX/",
                        "warning beside a/b/",
                        "warning beside a/d");
    }

    @Test
    void aRunBesideABagSpeaksAgainstIt() throws IOException, SourceException {
        Path above = tampered("bag");
        add(above, "audit.jsonl");
        add(above, "r/audit.jsonl");
        add(above, "r/state.json");
        assertThat(said(above))
                .containsExactly(
                        "error run_beside audit.jsonl",
                        "error run_beside r/audit.jsonl",
                        TAMPERED.getFirst(),
                        "warning beside r/");
        assertThat(verified(above).runs()).extracting(BundledRun::name).containsExactly(RUN, OTHER);
    }

    @Test
    void ofSeveralBagsNoneIsVerified() throws IOException, SourceException {
        Path above = tampered("one");
        Files.move(made("other", false), above.resolve("two"));
        BundleReport report = verified(above);
        assertThat(report.bag())
                .isEqualTo(
                        new BagReport(
                                false,
                                false,
                                List.of(
                                        new BagFault(
                                                Kind.SEVERAL_BAGS,
                                                "",
                                                "there are several bags, and none of them was"
                                                        + " verified: extract them, and verify each"
                                                        + " by itself: one/, two/.")),
                                List.of()));
        assertThat(report.runs())
                .extracting(BundledRun::name)
                .containsExactly(
                        "one/data/runs/" + RUN,
                        "one/data/runs/" + OTHER,
                        "two/data/runs/" + RUN,
                        "two/data/runs/" + OTHER);
    }

    @Test
    void aBagInABagOrInArtifactsIsNoneOfItsOwn() throws IOException, SourceException {
        Path above = tampered("bag");
        add(above, "bag/data/inner/bagit.txt");
        assertThat(said(above))
                .containsExactly(
                        "error unlisted data/inner/bagit.txt",
                        "error unlisted data/inner/bagit.txt",
                        "error oxum bag-info.txt",
                        TAMPERED.getFirst());
        Path plain = dir.resolve("plain");
        add(plain, "r/audit.jsonl");
        add(plain, "r/artifacts/bag/bagit.txt");
        assertThat(verified(plain).bag()).isNull();
    }
}
