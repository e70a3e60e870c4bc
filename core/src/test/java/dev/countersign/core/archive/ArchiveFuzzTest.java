// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.source.SourceException;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// Changes archives at random. Whatever comes of it is refused, or read, and then a library that is
/// not ours reads the same. `-Dfuzz.rounds=100000` for more of it.
class ArchiveFuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 1_000);
    private static final byte[][] INTERESTING = {
        {0},
        {-1},
        {1},
        {'/'},
        {'.', '.', '/'},
        {'\\'},
        {0, 0, 0, 0},
        {-1, -1, -1, -1},
        {'P', 'K', 1, 2},
        {'P', 'K', 3, 4},
        {'P', 'K', 5, 6},
        {'P', 'K', 6, 6},
        {'P', 'K', 7, 8}
    };

    @TempDir Path dir;

    private interface Reading {
        Map<String, String> read(Path file) throws IOException;
    }

    @Test
    void zips() throws IOException, SourceException {
        ZipForge zip = new ZipForge();
        zip.add("runs/", "");
        zip.add("runs/a/audit.jsonl", "{\"event\": \"one\"}\n");
        ZipForge.Entry later = zip.add("runs/b", "two two two two two").deflated();
        later.flags |= 8;
        later.localFlags |= 8;
        later.descriptor =
                ZipForge.little(16)
                        .putInt(0x08074b50)
                        .putInt((int) later.crc)
                        .putInt(later.packed.length)
                        .putInt((int) later.size)
                        .array();
        zip.add("c", "three three three").deflated();
        fuzz(zip.bytes(), 1, ArchiveFuzzTest::zip);
        zip.large = true;
        fuzz(zip.bytes(), 2, ArchiveFuzzTest::zip);
    }

    @Test
    void tars() throws IOException, SourceException {
        fuzz(tar(), 3, file -> tar(Files.newInputStream(file)));
    }

    @Test
    void gzips() throws IOException, SourceException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(tar());
        }
        fuzz(
                out.toByteArray(),
                4,
                file -> tar(new GzipCompressorInputStream(Files.newInputStream(file))));
    }

    private static byte[] tar() {
        return new TarForge()
                .entry("runs/", '5', new byte[0])
                .file("runs/a/audit.jsonl", "{\"event\": \"one\"}\n")
                .pax("path", "runs/" + "x".repeat(110))
                .file("x", "two")
                .entry(
                        "l",
                        'L',
                        ("runs/" + "y".repeat(110) + "\0").getBytes(StandardCharsets.UTF_8))
                .file("y", "three")
                .end();
    }

    private void fuzz(byte[] seed, long number, Reading library)
            throws IOException, SourceException {
        Random random = new Random(number);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = changed(seed, random);
            Opened opened = Opened.of(dir, bytes);
            if (opened.refused() == null) {
                read++;
                assertThat(library.read(dir.resolve("archive")))
                        .as("round %s of %s", round, number)
                        .isEqualTo(opened.files());
            }
        }
        // a reader that refuses everything would pass as well
        assertThat(read).isPositive();
    }

    static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> {
                    byte[] with = INTERESTING[random.nextInt(INTERESTING.length)];
                    System.arraycopy(with, 0, bytes, at, Math.min(with.length, bytes.length - at));
                }
                case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length =
                            random.nextInt(1 + Math.min(64, bytes.length - Math.max(from, at)));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
            }
        }
        return bytes;
    }

    private static Map<String, String> zip(Path file) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        files.put(
                                entry.getName(),
                                new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return files;
    }

    private static Map<String, String> tar(InputStream in) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8")) {
            for (ArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                if (!e.isDirectory()) {
                    files.put(e.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }
}
