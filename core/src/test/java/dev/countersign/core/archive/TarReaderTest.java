// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/// Each way in which a tar can be hostile, broken or ambiguous.
class TarReaderTest extends ForgedTar {
    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void filesFoldersAndLongNamesAreRead() throws IOException, SourceException {
        String longName = "x".repeat(120);
        tar.entry("./", '5', new byte[0]).entry("./a/", '5', new byte[0]).file("./a/b", "one");
        tar.pax("path", longName).file("short", "two");
        tar.entry("././@LongLink", 'L', text(longName + "2\0")).file("short", "three");
        tar.pax("mtime", "1.5").file("c", "");
        read(Map.of("a/b", "one", longName, "two", longName + "2", "three", "c", ""), tar.end());
    }

    @Test
    void thePrefixOfStarEndsBeforeItsTimes() throws IOException, SourceException {
        String folder = "x".repeat(130);
        String time = "15160107612 ";
        read(
                Map.of(folder + "/a", "one", "b", "two"),
                tar.xstar(folder, "a", time, "one").xstar("", "b", time, "two").end());
        refused(Kind.MALFORMED, new TarForge().xstar(folder, "a", "no time here", "one").end());
        refused(Kind.MALFORMED, new TarForge().xstar(folder + "x", "a", time, "one").end());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ../x,         TRAVERSAL
                    a/../../x,    TRAVERSAL
                    ./../x,       TRAVERSAL
                    ././/x,       ABSOLUTE
                    ./C:/x,       DRIVE
                    .,            DOT
                    a/.,          DOT
                    a\\.\\x,      DOT
                    /etc/passwd,  ABSOLUTE
                    .//x,         ABSOLUTE
                    C:/x,         DRIVE
                    //server/x,   UNC
                    a\\b,         BACKSLASH
                    a/nul.txt,    RESERVED
                    a/b/,         FILE_AND_FOLDER
                    \\x,          ABSOLUTE
                    c:x,          DRIVE
                    \\\\server\\x, UNC
                    a\\..\\x,      TRAVERSAL
                    a//b,         EMPTY_NAME
                    'a\tb',       CONTROL
                    a\u202eb,     CONTROL
                    a\u3164b,     CONTROL
                    a\ufe0fb,     CONTROL
                    \ufe0fb,      CONTROL
                    a/\ufe0f,     CONTROL
                    1\ufe0f,      CONTROL
                    \u2764\ufe0f\ufe0f, CONTROL
                    \u2764\ufe00, CONTROL
                    \u845b\ufe0f, CONTROL
                    \u2764\ufe0f\u200d\ud83d\udd25, CONTROL
                    a\u200bb,     CONTROL
                    a\udb40\udc41b, CONTROL
                    a/b?,         CHARACTER
                    com1,         RESERVED
                    a./b,         TRAILING_DOT
                    'a ',         TRAILING_DOT
                    a/b/c/d/e/f,  TOO_DEEP
                    """)
    void namesThatLeadElsewhereAreRefused(String name, Kind kind)
            throws IOException, SourceException {
        refused(kind, tar.file(name, "x").end());
    }

    /// As `tar .` writes them, and programs that join names.
    @Test
    void aDotInANameLeadsNowhere() throws IOException, SourceException {
        tar.entry("./", '5', new byte[0]).entry("./a/./", '5', new byte[0]).file("././a/./b", "1");
        read(Map.of("a/b", "1", "c", "2"), tar.pax("path", "./c").file("x", "2").end());
        refused(Kind.DUPLICATE, new TarForge().file("./a", "1").file("a", "2").end());
        refused(Kind.COLLISION, new TarForge().file("a/./b", "1").file("A/b", "2").end());
    }

    @Test
    void thoseOfUnixV7AreRead() throws IOException, SourceException {
        tar.old("./", '5', "").old("a/", '\0', "").old("a/b", '\0', "one").old("c", '0', "two");
        read(Map.of("a/b", "one", "c", "two"), tar.end());
        refused(Kind.LINK, new TarForge().old("a", '1', "").end());
        refused(Kind.LINK, new TarForge().old("a", '2', "").end());
        refused(Kind.UNSUPPORTED, new TarForge().old("a", 'x', "9 path=x\n").end());
        refused(Kind.TRAVERSAL, new TarForge().old("../x", '0', "x").end());
        refused(Kind.FILE_AND_FOLDER, new TarForge().old("a/", '0', "x").end());
    }

    /// Some readers would put it before the name, others not.
    @Test
    void oneOfUnixV7HasNoPrefix() throws IOException, SourceException {
        byte[] block = Arrays.copyOf(tar.old("a", '0', "").noEnd(), 512);
        block[345] = 'b';
        refused(Kind.UNSUPPORTED, new TarForge().sealed(block).end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u2764\ufe0f.txt",
                "runs/\u26a0\ufe0f late/\u2b50",
                "1\ufe0f\u20e3 first",
                "\u2122\ufe0e",
                "\u845b\udb40\udd00\u57ce",
                "\u03b1\u0301"
            })
    void namesWithVariationsOfACharacterAreTaken(String name) throws IOException, SourceException {
        read(Map.of(name, "x"), tar.file(name, "x").end());
    }

    @Test
    void alsoWhereAnExtensionNamesThem() throws IOException, SourceException {
        refused(Kind.TRAVERSAL, tar.pax("path", "../x").file("a", "x").end());
    }

    @Test
    void alsoWhereAHeaderNamesThem() throws IOException, SourceException {
        refused(Kind.TRAVERSAL, tar.entry("l", 'L', text("../x")).file("a", "x").end());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1, LINK
                    2, LINK
                    K, LINK
                    3, DEVICE
                    4, DEVICE
                    6, DEVICE
                    7, UNSUPPORTED
                    S, SPARSE
                    M, UNSUPPORTED
                    V, UNSUPPORTED
                    Z, UNSUPPORTED
                    """)
    void whatIsNoFileIsRefused(char type, Kind kind) throws IOException, SourceException {
        refused(kind, tar.entry("a", type, new byte[0]).end());
    }

    /// Not the header that says so, which is no file.
    @Test
    void aRefusalNamesTheFile() throws IOException, SourceException {
        Path file = dir.resolve("named");
        Files.write(file, tar.pax("GNU.sparse.major", "1").file("a/b", "x").end());
        assertThat(Archive.open(file, ArchiveLimits.DEFAULT))
                .isEqualTo(new ArchiveOpening.Refused(Refusal.of(Kind.SPARSE, "a/b")));
        Files.write(file, new TarForge().pax("linkpath", "c").file("a/b", "x").end());
        assertThat(Archive.open(file, ArchiveLimits.DEFAULT))
                .isEqualTo(new ArchiveOpening.Refused(Refusal.of(Kind.UNSUPPORTED, "a/b")));
        refused(Kind.MALFORMED, new TarForge().pax("linkpath", "c").end());
    }

    @Test
    void sparseOnesAreRefused() throws IOException, SourceException {
        refused(Kind.SPARSE, tar.pax("GNU.sparse.realsize", "9").file("a", "x").end());
    }

    @Test
    void anExtensionThatIsNotUnderstoodAndMatters() throws IOException, SourceException {
        refused(Kind.UNSUPPORTED, tar.pax("hdrcharset", "BINARY").file("a", "x").end());
    }

    @Test
    void whatSpeaksOfAllFilesMayOnlyComment() throws IOException, SourceException {
        refused(Kind.UNSUPPORTED, tar.entry("g", 'g', text("9 path=x\n")).file("a", "x").end());
    }

    @Test
    void twoNamesForOneFileAreRefused() throws IOException, SourceException {
        tar.pax("path", "x").entry("l", 'L', text("y\0"));
        refused(Kind.DISAGREEMENT, tar.file("a", "x").end());
    }

    @Test
    void twoSizesOfOneFileAreRefused() throws IOException, SourceException {
        refused(Kind.DISAGREEMENT, tar.pax("size", "3").file("a", "xxxx").end());
        read(Map.of("a", "xxx"), new TarForge().pax("size", "3").file("a", "xxx").end());
    }

    @Test
    void bytesHiddenBehindAFileAreRefused() throws IOException, SourceException {
        byte[] bytes = tar.file("a", "xxx").end();
        bytes[1023] = 1;
        refused(Kind.TRAILING_DATA, bytes);
    }

    @Test
    void bytesHiddenBehindANameAreRefused() throws IOException, SourceException {
        byte[] block = Arrays.copyOf(tar.header("a", '0', 0).noEnd(), 512);
        block[99] = 'b';
        refused(Kind.MALFORMED, new TarForge().sealed(block).end());
    }

    @Test
    void brokenExtensionsAreRefused() throws IOException, SourceException {
        refused(Kind.MALFORMED, tar.entry("p", 'x', text("99 path=x\n")).file("a", "x").end());
    }

    @Test
    void anExtensionOfNothingIsRefused() throws IOException, SourceException {
        refused(Kind.MALFORMED, tar.pax("path", "x").end());
    }

    @Test
    void doubleAndCollidingNamesAreRefused() throws IOException, SourceException {
        refused(Kind.DUPLICATE, tar.file("a", "1").file("a", "2").end());
        refused(Kind.COLLISION, new TarForge().file("a", "1").file("A", "2").end());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    A/x,      a/y,      COLLISION
                    \u00e9,   e\u0301,  COLLISION
                    a,        a/b,      FILE_AND_FOLDER
                    a/b,      a,        FILE_AND_FOLDER
                    a/b,      A,        COLLISION
                    \u2764,   \u2764\ufe0f, COLLISION
                    \u2764\ufe0e, \u2764\ufe0f, COLLISION
                    \u2764/x, \u2764\ufe0f/y, COLLISION
                    \u845b,   \u845b\udb40\udd00, COLLISION
                    """)
    void namesThatAreOneSomewhereAreRefused(String one, String other, Kind kind)
            throws IOException, SourceException {
        refused(kind, tar.file(one, "1").file(other, "2").end());
    }

    @Test
    void namesThatNoSystemTakesAreRefused() throws IOException, SourceException {
        refused(Kind.LONG_NAME, tar.pax("path", "a".repeat(256)).file("a", "x").end());
        byte[] block = Arrays.copyOf(new TarForge().header("a", '0', 0).noEnd(), 512);
        block[0] = (byte) 0xfc;
        refused(Kind.NAME_ENCODING, new TarForge().sealed(block).end());
    }

    @Test
    void tooManyAreRefused() throws IOException, SourceException {
        for (int i = 0; i < 51; i++) {
            tar.file("f" + i, "");
        }
        refused(Kind.TOO_MANY, tar.end());
    }

    /// Unpacking it is what helps, and no log is malformed.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fd377a585a000004",
                "425a6839314159265359ab",
                "28b52ffd04",
                "377abcaf271c0004",
                "526172211a070100"
            })
    void formsThatAreNotReadAreKnown(String head) throws IOException, SourceException {
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(head), 600);
        refused(Kind.OTHER_FORM, bytes);
        assertThat(Archive.is(dir.resolve("archive"))).isTrue();
        bytes[2] = 'x';
        refused(Kind.NO_ARCHIVE, bytes);
        assertThat(Archive.is(dir.resolve("archive"))).isFalse();
    }

    @Test
    void aChangedHeaderIsRefused() throws IOException, SourceException {
        byte[] bytes = tar.file("a", "x").file("b", "y").end();
        bytes[1024]++;
        refused(Kind.DAMAGED, bytes);
    }

    @Test
    void aNegativeSizeIsRefused() throws IOException, SourceException {
        byte[] block = Arrays.copyOf(tar.header("a", '0', 0).noEnd(), 512);
        Arrays.fill(block, 124, 136, (byte) 0xff);
        refused(Kind.MALFORMED, new TarForge().sealed(block).end());
    }

    @Test
    void aHugeSizeIsRefused() throws IOException, SourceException {
        refused(Kind.TOO_LARGE, tar.header("a", '0', (1L << 33) - 1).end());
    }

    @Test
    void cutOnesAreRefused() throws IOException, SourceException {
        byte[] whole = tar.file("a", "one").file("b", "two").end();
        for (int length = 512; length < whole.length; length += 512) {
            refused(Kind.TRUNCATED, Arrays.copyOf(whole, length));
        }
        refused(Kind.TRUNCATED, Arrays.copyOf(whole, whole.length - 1));
    }

    @Test
    void oneWithoutAnEndIsRefused() throws IOException, SourceException {
        refused(Kind.TRUNCATED, tar.file("a", "one").noEnd());
    }

    @Test
    void whatFollowsIsRefused() throws IOException, SourceException {
        byte[] whole = tar.file("a", "one").end();
        refused(Kind.TRAILING_DATA, new TarForge().raw(whole).file("b", "two").end());
    }
}
