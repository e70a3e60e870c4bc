// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whatever an archive is, nothing is written outside the folder it is extracted to. */
class ExtractionTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 400);

    @TempDir Path dir;
    private Path around = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void aFolderInAFolder() throws IOException {
        around = Files.createDirectories(dir.resolve("around"));
        Files.writeString(around.resolve("beside"), "beside");
        target = around.resolve("target");
    }

    private void nothingElse() throws IOException {
        assertThat(around.resolve("beside")).hasContent("beside");
        try (Stream<Path> here = Files.list(around)) {
            assertThat(here.map(path -> path.getFileName().toString()))
                    .isSubsetOf("beside", "target");
        }
        try (Stream<Path> above = Files.list(dir)) {
            assertThat(above.map(path -> path.getFileName().toString()))
                    .isSubsetOf("around", "archive");
        }
    }

    private TreeSet<String> extracted() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        if (Files.exists(target)) {
            try (Stream<Path> all = Files.walk(target)) {
                for (Path path : (Iterable<Path>) all::iterator) {
                    assertThat(Files.isSymbolicLink(path)).isFalse();
                    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                        names.add(target.relativize(path).toString());
                        Files.delete(path);
                    }
                }
            }
        }
        return names;
    }

    private Refusal extract(byte[] bytes) throws IOException, SourceException {
        Path file = Files.write(dir.resolve("archive"), bytes);
        return switch (Archive.open(file, Opened.LIMITS)) {
            case ArchiveOpening.Refused(Refusal refusal) -> {
                assertThat(target).doesNotExist();
                yield refusal;
            }
            case ArchiveOpening.Opened(Archive archive) -> {
                try (archive) {
                    Refusal damage = Extraction.of(archive, target);
                    assertThat(archive.files().navigableKeySet()).containsAll(extracted());
                    yield damage;
                }
            }
        };
    }

    @Test
    void ofArchivesThatWereChangedAtRandom() throws IOException, SourceException {
        ZipForge zip = new ZipForge();
        zip.add("runs/", "");
        zip.add("runs/a/audit.jsonl", "{}\n");
        zip.add("c", "three three three").deflated();
        TarForge tar = new TarForge().file("runs/a/audit.jsonl", "{}\n");
        byte[][] seeds = {zip.bytes(), tar.pax("path", "runs/b").file("x", "two").end()};
        Random random = new Random(6);
        int done = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] seed = seeds[round % 2];
            byte[] bytes = ArchiveFuzzTest.changed(seed, random);
            done += extract(bytes) == null ? 1 : 0;
            nothingElse();
            empty();
        }
        // an extraction that refuses everything would pass as well
        assertThat(done).isPositive();
    }

    private void empty() throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> left = Files.walk(target)) {
                for (Path path : left.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Test
    void ofADamagedFileNothingIsLeft() throws IOException, SourceException {
        ZipForge zip = new ZipForge();
        zip.add("a", "one");
        zip.add("b/c", "two").packed[1] = 'x';
        zip.add("d", "three");
        Path file = Files.write(dir.resolve("archive"), zip.bytes());
        try (Archive archive =
                ((ArchiveOpening.Opened) Archive.open(file, Opened.LIMITS)).archive()) {
            Refusal damage = Extraction.of(archive, target);
            assertThat(damage).isEqualTo(Refusal.of(Kind.DAMAGED, "b/c"));
        }
        assertThat(target).doesNotExist();
        nothingElse();
        Files.createDirectory(target);
        try (Archive archive =
                ((ArchiveOpening.Opened) Archive.open(file, Opened.LIMITS)).archive()) {
            assertThat(Extraction.of(archive, target)).isNotNull();
        }
        assertThat(target).as("it was there before").isEmptyDirectory();
    }

    @Test
    void aLinkThatIsPutInTheWayIsNotFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(around.resolve("elsewhere"));
        NewFolder folder = new NewFolder(Files.createDirectory(target));
        folder.file("a/x", sink -> write(sink));
        Files.delete(target.resolve("a/x"));
        Files.delete(target.resolve("a"));
        Files.createSymbolicLink(target.resolve("a"), elsewhere);
        assertThatThrownBy(() -> folder.file("a/y", sink -> write(sink)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was replaced by a link");
        Files.createSymbolicLink(target.resolve("b"), elsewhere.resolve("c"));
        assertThatThrownBy(() -> folder.file("b", sink -> write(sink)))
                .isInstanceOf(IOException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    /// Nothing is said to be there that is not.
    @Test
    void whatIsGoneBeforeTheEndIsNotKept() throws Exception {
        Path elsewhere = Files.writeString(around.resolve("elsewhere"), "y");
        NewFolder folder = new NewFolder(Files.createDirectory(target));
        folder.file("a/x", sink -> write(sink));
        folder.file("a/y", sink -> write(sink));
        assertThat(folder.keep(Runnable::run, Cancellation.NEVER)).isTrue();
        assertThat(folder.keep(help -> {}, () -> true)).as("cancelled").isFalse();
        Files.delete(target.resolve("a/x"));
        assertThatThrownBy(() -> folder.keep(Runnable::run, Cancellation.NEVER))
                .isInstanceOf(NoSuchFileException.class);
        Files.createSymbolicLink(target.resolve("a/x"), elsewhere);
        assertThatThrownBy(() -> folder.keep(Runnable::run, Cancellation.NEVER))
                .isInstanceOf(IOException.class);
    }

    private static Refusal write(Sink sink) throws SourceException {
        sink.bytes(ByteBuffer.wrap("x".getBytes(StandardCharsets.UTF_8)));
        return null;
    }
}
