// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** A file that its zip says is damaged is named, and leaves everything else readable. */
class BundleDamageTest extends MadeBundle {
    private static final String IN_RUN = "data/runs/" + OTHER + "/";

    /// A zip in which both headers of a file have another CRC-32 than its bytes give.
    private Path wrong(String name, boolean deflate) throws IOException, SourceException {
        Path zip = made("b.zip", deflate);
        CRC32 crc = new CRC32();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            String whole =
                    file.stream()
                            .map(entry -> entry.getName())
                            .filter(n -> n.endsWith(name))
                            .findFirst()
                            .orElseThrow();
            crc.update(file.getInputStream(file.getEntry(whole)).readAllBytes());
        }
        String text = Files.readString(zip, StandardCharsets.ISO_8859_1);
        String is = bytes(crc.getValue());
        assertThat(text.split(Pattern.quote(is), -1)).hasSize(3);
        Files.writeString(
                zip, text.replace(is, bytes(crc.getValue() ^ 1)), StandardCharsets.ISO_8859_1);
        return zip;
    }

    private static String bytes(long crc) {
        byte[] four =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) crc).array();
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    private static BagFault damaged(String file) {
        return new BagFault(
                Kind.DAMAGED,
                file,
                file + " is damaged: the archive's own checksum of it is not right.");
    }

    private static RunSnapshot other(BundleReport report) {
        assertThat(report.runs()).extracting(BundledRun::name).containsExactly(RUN, OTHER);
        assertThat(report.runs()).extracting(BundledRun::failure).containsOnlyNulls();
        RunSnapshot run = Objects.requireNonNull(report.runs().getLast().snapshot());
        assertThat(Objects.requireNonNull(run.chain()).verdict()).isEqualTo(Verdict.INTACT);
        return run;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aManifest(boolean deflate) throws IOException, SourceException {
        BundleReport report = verified(wrong("/manifest-sha256.txt", deflate));
        assertThat(report.bag())
                .isEqualTo(
                        new BagReport(
                                false, false, List.of(damaged("manifest-sha256.txt")), List.of()));
        assertThat(other(report).channels().negative()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bagit.txt", "bag-info.txt"})
    void anotherTagFile(String name) throws IOException, SourceException {
        BundleReport report = verified(wrong("/" + name, true));
        assertThat(report.bag())
                .isEqualTo(new BagReport(true, false, List.of(damaged(name)), List.of()));
        assertThat(other(report).channels().negative()).isFalse();
    }

    @Test
    void theIndex() throws IOException, SourceException {
        BundleReport report = verified(wrong("/index.json", true));
        assertThat(report.bag())
                .isEqualTo(
                        new BagReport(true, false, List.of(damaged("data/index.json")), List.of()));
        assertThat(report.disagreements())
                .containsExactly("The index of the bundle (index.json) cannot be read.");
        other(report);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCheckpoint(boolean deflate) throws IOException, SourceException {
        String file = IN_RUN + "state.json";
        BundleReport report = verified(wrong(file, deflate));
        assertThat(report.bag())
                .isEqualTo(new BagReport(true, false, List.of(damaged(file)), List.of()));
        RunSnapshot run = other(report);
        assertThat(run.state()).isNull();
        assertThat(run.channels().checks())
                .filteredOn(check -> check.outcome() == Outcome.FAILED)
                .containsExactly(
                        new Check(
                                Check.Kind.PAYLOAD_ID,
                                Outcome.FAILED,
                                Check.Why.STATE_UNREADABLE,
                                List.of(
                                        new Check.Evidence(
                                                "state.json",
                                                -1,
                                                "a JSON object",
                                                "damaged in its archive"))));
    }

    /// Its bytes are right: the hash in the log says so.
    @Test
    void anArtifact() throws IOException, SourceException {
        String file = IN_RUN + "artifacts/pad_report.json";
        BundleReport report = verified(wrong(file, true));
        assertThat(report.bag())
                .isEqualTo(new BagReport(true, false, List.of(damaged(file)), List.of()));
        assertThat(other(report).artifacts().artifacts())
                .extracting(Artifact::name, Artifact::state)
                .containsExactly(tuple("pad_report.json", Artifact.State.MATCHES));
    }
}
