// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// Each way in which a zip can be hostile, broken or ambiguous.
class ZipReaderTest extends ForgedZip {
    private void read(Map<String, String> files) throws IOException, SourceException {
        assertThat(Opened.of(dir, zip.bytes())).isEqualTo(new Opened(files, null));
    }

    @Test
    void storedDeflatedAndFoldersAreRead() throws IOException, SourceException {
        zip.add("a/", "");
        zip.add("a/stored", "one");
        zip.add("a/\u00fcber", "zwei zwei zwei zwei zwei").deflated();
        read(Map.of("a/stored", "one", "a/\u00fcber", "zwei zwei zwei zwei zwei"));
    }

    @Test
    void theLongFormIsRead() throws IOException, SourceException {
        zip.add("a", "one");
        zip.large = true;
        read(Map.of("a", "one"));
    }

    @Test
    void anEmptyOneHasNoFiles() throws IOException, SourceException {
        read(Map.of());
    }

    @Test
    void sizesMayFollowTheBytes() throws IOException, SourceException {
        later(0);
        read(Map.of("a", "hello hello hello"));
    }

    @Test
    void onlySomeOfThemMayFollow() throws IOException, SourceException {
        later(0);
        zip.entries.getFirst().sizeFirst = true;
        read(Map.of("a", "hello hello hello"));
    }

    @Test
    void whatFollowsTheBytesMustAgree() throws IOException, SourceException {
        later(1);
        refused(Kind.DISAGREEMENT);
    }

    private void later(int off) {
        ZipForge.Entry entry = zip.add("a", "hello hello hello").deflated();
        entry.flags |= 8;
        entry.localFlags |= 8;
        entry.descriptor =
                ZipForge.little(16)
                        .putInt(0x08074b50)
                        .putInt((int) entry.crc)
                        .putInt(entry.packed.length)
                        .putInt((int) entry.size + off)
                        .array();
    }

    @Test
    void encryptedOnesAreRefused() throws IOException, SourceException {
        ZipForge.Entry entry = zip.add("a", "x");
        entry.flags |= 1;
        entry.localFlags |= 1;
        refused(Kind.ENCRYPTED);
    }

    @Test
    void encryptionOfOthersIsRefused() throws IOException, SourceException {
        zip.add("a", "x").method = 99;
        refused(Kind.ENCRYPTED);
    }

    @Test
    void unknownCompressionIsRefused() throws IOException, SourceException {
        zip.add("a", "x").method = 12;
        refused(Kind.UNSUPPORTED);
    }

    /// Whether its numbers count from the zip's start or from that of the file.
    @Test
    void whatStandsBeforeTheStartIsNamed() throws IOException, SourceException {
        zip.add("a", "x");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(zip.bytes());
        refused(Kind.HIDDEN_DATA, whole.toByteArray());
        zip.before = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
        refused(Kind.HIDDEN_DATA);
    }

    @Test
    void aFolderHasNoBytes() throws IOException, SourceException {
        ZipForge.Entry folder = zip.add("a/", "").deflated();
        zip.add("a/b", "x");
        assertThat(folder.packed).hasSize(2);
        read(Map.of("a/b", "x"));
        folder.packed = new byte[3];
        refused(Kind.DISAGREEMENT);
    }

    @Test
    void theTwoHeadersMustAgreeOnSizes() throws IOException, SourceException {
        zip.add("a", "x").localSize = 2;
        refused(Kind.DISAGREEMENT);
    }

    @Test
    void theTwoHeadersMustAgreeOnEncryption() throws IOException, SourceException {
        zip.add("a", "x").localFlags |= 1;
        refused(Kind.DISAGREEMENT);
    }

    @Test
    void brokenExtensionsAreRefused() throws IOException, SourceException {
        zip.add("a", "x").extra = new byte[] {1, 0, 9, 0, 1};
        refused(Kind.MALFORMED);
    }

    @Test
    void bytesOfTwoFilesAreRefused() throws IOException, SourceException {
        zip.add("a", "x");
        ZipForge.Entry second = zip.add("b", "x");
        second.localName = "a".getBytes(StandardCharsets.UTF_8);
        second.headerAt = 0;
        refused(Kind.OVERLAP);
    }

    @Test
    void overlappingFilesAreRefused() throws IOException, SourceException {
        // a whole second file inside the first one's bytes, as the densest bombs have it
        ZipForge inner = new ZipForge();
        inner.add("b", "x");
        byte[] file = Arrays.copyOf(inner.bytes(), 32);
        zip.add("a", file);
        ZipForge.Entry a = zip.entries.getFirst();
        zip.add("b", "x").headerAt = 30 + a.localName.length;
        refused(Kind.OVERLAP);
    }

    @Test
    void whatPrecedesIsRefused() throws IOException, SourceException {
        zip.add("a", "x");
        zip.before = new ZipForge().bytes();
        refused(Kind.HIDDEN_DATA);
    }

    @Test
    void whatLiesBetweenIsRefused() throws IOException, SourceException {
        zip.add("a", "x");
        zip.gap = new byte[] {1};
        refused(Kind.HIDDEN_DATA);
    }

    @Test
    void whatFollowsIsRefused() throws IOException, SourceException {
        zip.add("a", "x");
        zip.after = new byte[] {0};
        refused(Kind.TRAILING_DATA);
    }

    @Test
    void cutOnesAreRefusedAtEachByte() throws IOException, SourceException {
        zip.add("a", "one");
        zip.add("b", "two two two two two").deflated();
        byte[] whole = zip.bytes();
        for (int length = 4; length < whole.length; length++) {
            refused(Kind.TRUNCATED, Arrays.copyOf(whole, length));
        }
    }

    @Test
    void aWrongCountIsRefused() throws IOException, SourceException {
        zip.add("a", "x");
        zip.countOff = 1;
        refused(Kind.DISAGREEMENT);
    }

    @Test
    void tooManyAreRefused() throws IOException, SourceException {
        for (int i = 0; i < 51; i++) {
            zip.add("f" + i, "");
        }
        refused(Kind.TOO_MANY);
    }

    @Test
    void tooMuchIsRefused() throws IOException, SourceException {
        zip.add("a", "x".repeat(5 << 20));
        zip.add("b", "x".repeat(5 << 20));
        refused(Kind.TOO_LARGE);
    }

    @Test
    void bombsAreRefused() throws IOException, SourceException {
        zip.add("a", "x".repeat(4 << 20)).deflated();
        refused(Kind.RATIO);
    }

    @Test
    void bombsThatLieAreStoppedAtWhatTheySaid() throws IOException, SourceException {
        ZipForge.Entry entry = zip.add("a", "x".repeat(4 << 20)).deflated();
        entry.size = 10;
        entry.localSize = 10;
        refused(Kind.TOO_LARGE);
    }

    @Test
    void otherBytesAreNoticed() throws IOException, SourceException {
        zip.add("a", "one").packed[1] = 'x';
        refused(Kind.DAMAGED);
    }

    @Test
    void otherCompressedBytesAreNoticed() throws IOException, SourceException {
        ZipForge.Entry entry = zip.add("a", "two two two two two").deflated();
        entry.packed[2] ^= 1;
        refused(Kind.DAMAGED);
    }

    @Test
    void whatFollowsACompressedStreamIsNoticed() throws IOException, SourceException {
        ZipForge.Entry entry = zip.add("a", "two two two two two").deflated();
        entry.packed = Arrays.copyOf(entry.packed, entry.packed.length + 1);
        refused(Kind.DAMAGED);
    }

    @Test
    void somethingElseIsNoArchive() throws IOException, SourceException {
        refused(Kind.NO_ARCHIVE, "no archive".getBytes(StandardCharsets.UTF_8));
    }
}
