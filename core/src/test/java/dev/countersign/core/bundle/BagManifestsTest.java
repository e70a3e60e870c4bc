// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Manifests as others than we make them.
class BagManifestsTest extends MadeBundle {
    /// As `sha256sum -b` writes them, `sha256sum ./data/x`, and editors of Windows.
    @ParameterizedTest
    @ValueSource(strings = {" *", "  ./", " *./", "  ././", "\t"})
    void namesAsOtherToolsWriteThem(String before) throws IOException, SourceException {
        Path bag = folder();
        for (String name : List.of("sha256", "sha512")) {
            Files.delete(bag.resolve("tagmanifest-" + name + ".txt"));
            Path manifest = bag.resolve("manifest-" + name + ".txt");
            String text = Files.readString(manifest).replace("  data/", before + "data/./");
            Files.writeString(
                    manifest, "\ufeff# made by hand\r\n\r\n" + text.replace("\n", "\r\n"));
        }
        assertThat(verified(bag).bag().errors()).isEmpty();
        assertThat(verified(bag).bag().valid()).isTrue();
        edit(bag.resolve(LOG), "run_started", "run_stopped");
        assertThat(errors(bag)).containsExactly("checksum " + LOG);
    }

    @Test
    void oneFileUnderTwoNamesIsListedTwice() throws IOException, SourceException {
        Path bag = folder();
        Path manifest = bag.resolve("manifest-sha256.txt");
        String sum = "0".repeat(64);
        Files.writeString(
                manifest,
                Files.readString(manifest) + sum + "  ./" + LOG + "\n" + sum + "  ./../x\n");
        assertThat(errors(bag))
                .containsExactly(
                        "listed_twice " + LOG, "outside ../x", "checksum manifest-sha256.txt");
    }

    /// What some tag manifest lists is vouched for by it.
    @Test
    void aTagFileThatOneTagManifestListsIsNotSaidToBeInNone() throws IOException, SourceException {
        Path bag = folder();
        Files.writeString(bag.resolve("notes.txt"), "");
        assertThat(verified(bag).bag().warnings())
                .containsExactly(BagFault.of(Kind.TAG_UNLISTED, "notes.txt"));
        Path tags = bag.resolve("tagmanifest-sha256.txt");
        String empty = FileDigest.sha256(new byte[0]);
        Files.writeString(tags, Files.readString(tags) + empty + "  notes.txt\n");
        assertThat(verified(bag).bag().warnings()).isEmpty();
    }

    private static void md5(Path bag) throws IOException {
        for (String name : List.of("sha256", "sha512")) {
            Files.delete(bag.resolve("tagmanifest-" + name + ".txt"));
            Path manifest = bag.resolve("manifest-" + name + ".txt");
            String text = Files.readString(manifest).replaceAll("(?m)^([0-9a-f]{32})\\w+", "$1");
            Files.writeString(bag.resolve("manifest-md5.txt"), text);
            Files.delete(manifest);
        }
    }

    /// They can be forged, and are not looked at; what they list can be.
    @Test
    void checksumsOfMd5AreNotChecked() throws IOException, SourceException {
        Path bag = folder();
        md5(bag);
        BagReport report = verified(bag).bag();
        assertThat(report.complete()).isTrue();
        assertThat(report.valid()).isFalse();
        assertThat(report.errors()).containsExactly(BagFault.of(Kind.NOT_CHECKED, ""));
        assertThat(report.warnings())
                .extracting(BagFault::kind)
                .containsExactly(Kind.UNKNOWN_ALGORITHM, Kind.NO_TAG_MANIFEST);
        assertThat(verified(bag).runs()).hasSize(2).noneMatch(BundledRun::negative);
        String state = "data/runs/" + RUN + "/state.json";
        Files.delete(bag.resolve(state));
        Files.writeString(bag.resolve("data/more"), "");
        assertThat(errors(bag)).contains("missing " + state, "unlisted data/more");
        assertThat(verified(bag).bag().complete()).isFalse();
    }
}
