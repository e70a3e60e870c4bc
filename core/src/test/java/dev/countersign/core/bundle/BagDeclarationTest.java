// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What `bagit.txt` declares, and what follows from it. */
class BagDeclarationTest extends MadeBundle {
    private static final byte[] CONTENT = "x".getBytes(StandardCharsets.US_ASCII);
    private Path bag = Path.of("");

    @BeforeEach
    void aBag() throws IOException {
        bag = Files.createDirectory(dir.resolve("bag"));
        Files.createDirectory(bag.resolve("data"));
        Files.write(bag.resolve("data/\u00e9.txt"), CONTENT);
    }

    private List<String> errors(String declared, Charset charset)
            throws IOException, SourceException {
        Files.writeString(
                bag.resolve("bagit.txt"),
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: " + declared + "\n");
        Files.writeString(bag.resolve("bag-info.txt"), "Who: J\u00e9\n", charset);
        Files.writeString(
                bag.resolve("manifest-sha256.txt"),
                FileDigest.sha256(CONTENT) + "  data/\u00e9.txt\n",
                charset);
        return verified(bag).bag().errors().stream().map(BagFault::sentence).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "utf-8", "ISO-8859-1", "UTF-16", "windows-1252"})
    void theOtherFilesAreReadInTheEncodingThatIsDeclared(String name)
            throws IOException, SourceException {
        assertThat(errors(name, Charset.forName(name))).isEmpty();
    }

    @Test
    void whatIsInAnotherEncodingIsNamed() throws IOException, SourceException {
        assertThat(errors("UTF-8", StandardCharsets.ISO_8859_1))
                .containsExactly(
                        "manifest-sha256.txt is not encoded as it has to be: UTF-8.",
                        "bag-info.txt is not encoded as it has to be: UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KLINGON-1", "!", "UTF-8 x"})
    void anEncodingMustBeKnown(String name) throws IOException, SourceException {
        assertThat(errors(name, StandardCharsets.UTF_8))
                .containsExactly(
                        "bagit.txt does not declare BagIt 1.0 or 0.97 and a known encoding, as its"
                                + " two lines must.");
    }

    @Test
    void aBagHasAPayload() throws IOException, SourceException {
        Files.delete(bag.resolve("data/\u00e9.txt"));
        Files.delete(bag.resolve("data"));
        assertThat(errors("UTF-8", StandardCharsets.UTF_8))
                .containsExactly(
                        "data/\u00e9.txt is listed and is not there.",
                        "nothing lies in data/, where every bag has its payload (RFC 8493).");
    }
}
