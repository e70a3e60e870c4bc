// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Names in a zip that lead elsewhere, are one somewhere, or are none; and what is no file. */
class ZipNamesTest extends ForgedZip {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ../x,            TRAVERSAL
                    a/../../x,       TRAVERSAL
                    ./../x,          TRAVERSAL
                    .//x,            ABSOLUTE
                    ./c:x,           DRIVE
                    .,               DOT
                    a/.,             DOT
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
    void aDotInANameLeadsNowhere() throws IOException, SourceException {
        zip.add("./", "");
        zip.add("./a/./", "");
        zip.add("./a/./b", "1");
        assertThat(Opened.of(dir, zip.bytes())).isEqualTo(new Opened(Map.of("a/b", "1"), null));
        zip.add("a/b", "2");
        refused(Kind.DUPLICATE);
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
        entry.system = 0;
        refused(Kind.NAME_ENCODING);
    }

    /// `zip -r` and macOS write UTF-8 and do not say so.
    @Test
    void namesOfUnixAreUtf8() throws IOException, SourceException {
        ZipForge.Entry entry = zip.add("l\u00e4uf/\u00fc", "x");
        entry.flags = 0;
        entry.localFlags = 0;
        assertThat(Opened.of(dir, zip.bytes()))
                .isEqualTo(new Opened(Map.of("l\u00e4uf/\u00fc", "x"), null));
        entry.localName = "l\u00e4uf/\u00fc".getBytes(StandardCharsets.ISO_8859_1);
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
    void theTwoHeadersMustNameTheSame() throws IOException, SourceException {
        zip.add("a", "x").localName = "b".getBytes(StandardCharsets.UTF_8);
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
}
