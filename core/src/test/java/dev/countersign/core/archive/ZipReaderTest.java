// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// Each way in which a zip can be hostile, broken or ambiguous.
class ZipReaderTest {
    @TempDir Path dir;
    private final ZipForge zip = new ZipForge();

    private void refused(Kind kind) throws IOException, SourceException {
        refused(kind, zip.bytes());
    }

    private void refused(Kind kind, byte[] bytes) throws IOException, SourceException {
        assertThat(Opened.of(dir, bytes)).isEqualTo(new Opened(Map.of(), kind));
    }

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

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ../x,            TRAVERSAL
                    a/../../x,       TRAVERSAL
                    ./x,             DOT
                    a\\..\\x,        TRAVERSAL
                    /etc/passwd,     ABSOLUTE
                    \\x,             ABSOLUTE
                    C:/x,            DRIVE
                    c:x,             DRIVE
                    //server/x,      UNC
                    \\\\server\\x,   UNC
                    a\\b,            BACKSLASH
                    a//b,            EMPTY_NAME
                    'a\tb',          CONTROL
                    a\u202eb,        CONTROL
                    a/b?,            CHARACTER
                    file:stream,     CHARACTER
                    a|b,             CHARACTER
                    a/NUL,           RESERVED
                    com1.txt,        RESERVED
                    Lpt\u00b9.x.y,   RESERVED
                    CONIN$,          RESERVED
                    a./b,            TRAILING_DOT
                    'a ',            TRAILING_DOT
                    a/b/c/d/e/f,     TOO_DEEP
                    """)
    void namesThatLeadElsewhereAreRefused(String name, Kind kind)
            throws IOException, SourceException {
        zip.add(name, "x");
        refused(kind);
    }

    @Test
    void longNamesAreRefused() throws IOException, SourceException {
        zip.add("a".repeat(256), "x");
        refused(Kind.LONG_NAME);
    }

    @Test
    void nulIsSeen() throws IOException, SourceException {
        zip.add("a\0b", "x");
        refused(Kind.CONTROL);
    }

    @Test
    void namesOfUnknownEncodingAreRefused() throws IOException, SourceException {
        ZipForge.Entry entry = zip.add("\u00fc", "x");
        entry.flags = 0;
        entry.localFlags = 0;
        refused(Kind.NAME_ENCODING);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    a,        a,        DUPLICATE
                    a/B,      a/b,      COLLISION
                    A/x,      a/y,      COLLISION
                    \u00e9,   e\u0301,  COLLISION
                    \u00c9,   e\u0301,  COLLISION
                    a,        a/b,      FILE_AND_FOLDER
                    a/b,      a,        FILE_AND_FOLDER
                    a/b,      A,        COLLISION
                    """)
    void namesThatAreOneSomewhereAreRefused(String one, String other, Kind kind)
            throws IOException, SourceException {
        zip.add(one, "1");
        zip.add(other, "2");
        refused(kind);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    41471, LINK
                    8612,  DEVICE
                    24996, DEVICE
                    4516,  DEVICE
                    49645, DEVICE
                    16877, FILE_AND_FOLDER
                    """)
    void linksAndDevicesAreRefused(int mode, Kind kind) throws IOException, SourceException {
        zip.add("a", "/etc/passwd").mode = mode;
        refused(kind);
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
    void theTwoHeadersMustNameTheSame() throws IOException, SourceException {
        zip.add("a", "x").localName = "b".getBytes(StandardCharsets.UTF_8);
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
    void aNameInAnExtensionMustBeTheSame() throws IOException, SourceException {
        zip.add("a", "x").extra =
                ZipForge.little(10)
                        .putShort((short) 0x7075)
                        .putShort((short) 6)
                        .put((byte) 1)
                        .putInt(0)
                        .put((byte) 'b')
                        .array();
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
