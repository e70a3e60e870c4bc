// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Each way in which a folder, opened like an archive, can be hostile. */
class FolderReaderTest {
    @TempDir Path dir;
    private Path folder = Path.of("");

    @BeforeEach
    void oneFile() throws IOException, SourceException {
        folder = Files.createDirectories(dir.resolve("folder"));
        Files.writeString(folder.resolve("a"), "one");
        assertThat(Opened.of(folder)).isEqualTo(new Opened(Map.of("a", "one"), null));
    }

    private void refused(Kind kind) throws SourceException {
        assertThat(Opened.of(folder)).isEqualTo(new Opened(Map.of(), kind));
    }

    @Test
    void linksAreRefused() throws IOException, SourceException {
        Files.createSymbolicLink(folder.resolve("b"), Path.of("/etc/passwd"));
        refused(Kind.LINK);
        Files.delete(folder.resolve("b"));
        Files.createSymbolicLink(folder.resolve("c"), dir.resolve("folder"));
        refused(Kind.LINK);
    }

    @Test
    void aSocketIsRefused() throws IOException, SourceException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("s")));
            refused(Kind.DEVICE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    c:x,          DRIVE
                    file:stream,  CHARACTER
                    x/y?,         CHARACTER
                    'x\ty',       CONTROL
                    x\u202ey,     CONTROL
                    x\\y,         BACKSLASH
                    x/nul.txt,    RESERVED
                    x.,           TRAILING_DOT
                    'x ',         TRAILING_DOT
                    A,            COLLISION
                    b/c/d/e/f/g,  TOO_DEEP
                    """)
    void namesThatAreOthersElsewhereAreRefused(String name, Kind kind)
            throws IOException, SourceException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        refused(kind);
    }

    @Test
    void aNameThatIsNoTextIsRefused() throws IOException, InterruptedException, SourceException {
        String make = "cp \"$1/a\" \"$1/$(printf 'caf\\351')\"";
        Process made = new ProcessBuilder("sh", "-c", make, "sh", folder.toString()).start();
        assertThat(made.waitFor()).isZero();
        refused(Kind.NAME_ENCODING);
    }

    @Test
    void unicodeFormsCollide() throws IOException, SourceException {
        Files.writeString(folder.resolve("\u00e9"), "1");
        Files.writeString(folder.resolve("e\u0301"), "2");
        refused(Kind.COLLISION);
    }

    @Test
    void tooManyAndTooMuchAreRefused() throws IOException, SourceException {
        for (int i = 0; i < 50; i++) {
            Files.createFile(folder.resolve("f" + i));
        }
        refused(Kind.TOO_MANY);
        Files.delete(folder.resolve("f1"));
        Files.delete(folder.resolve("f2"));
        try (RandomAccessFile large = new RandomAccessFile(folder.resolve("l").toFile(), "rw")) {
            large.setLength(9 << 20);
        }
        refused(Kind.TOO_LARGE);
    }
}
