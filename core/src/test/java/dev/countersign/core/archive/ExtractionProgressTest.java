// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Cancellation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What extracting leaves, done and cancelled.
class ExtractionProgressTest {
    private static final int LARGE = 1 << 20;

    @TempDir Path folder;
    private Path zip = Path.of("unused");
    private final byte[] noise = new byte[LARGE];

    @BeforeEach
    void zip() throws Exception {
        new Random(7).nextBytes(noise);
        zip = folder.resolve("runs.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            packed.putNextEntry(new ZipEntry("a/small.txt"));
            packed.write("small".getBytes(StandardCharsets.UTF_8));
            packed.putNextEntry(new ZipEntry("b/large.bin"));
            packed.write(noise);
        }
    }

    private Extracted extract(Path target, List<Long> seen, Cancellation cancellation)
            throws Exception {
        ArchiveOpening opening = Archive.open(zip, ArchiveLimits.DEFAULT);
        try (Archive archive = ((ArchiveOpening.Opened) opening).archive()) {
            return Extraction.of(
                    archive,
                    target,
                    helpless -> {},
                    (done, total, records, faulty) -> {
                        assertThat(total).isEqualTo(LARGE + 5);
                        seen.add(done);
                    },
                    cancellation);
        }
    }

    @Test
    void everythingIsThereAndProgressCountsBytes() throws Exception {
        Path target = folder.resolve("out");
        List<Long> seen = new ArrayList<>();
        assertThat(extract(target, seen, Cancellation.NEVER)).isEqualTo(new Extracted.Done());
        assertThat(target.resolve("a/small.txt")).hasContent("small");
        assertThat(target.resolve("b/large.bin")).hasBinaryContent(noise);
        assertThat(seen).isSorted().endsWith(LARGE + 5L).hasSizeGreaterThan(3);
    }

    @Test
    void whatIsCancelledInTheMiddleOfAFileLeavesNothing() throws Exception {
        Path made = folder.resolve("out");
        List<Long> seen = new ArrayList<>();
        assertThat(extract(made, seen, () -> seen.size() == 3))
                .isEqualTo(new Extracted.Cancelled());
        assertThat(seen.getLast()).isLessThan(LARGE);
        assertThat(made).doesNotExist();
        Path empty = Files.createDirectory(folder.resolve("mine"));
        assertThat(extract(empty, new ArrayList<>(), () -> true))
                .isEqualTo(new Extracted.Cancelled());
        assertThat(empty).as("it was there before").isEmptyDirectory();
    }

    /// Everything is written then, and nothing counts yet.
    @Test
    void whatIsCancelledBeforeItIsOnTheDiskLeavesNothing() throws Exception {
        Path made = folder.resolve("out");
        List<Long> seen = new ArrayList<>();
        assertThat(extract(made, seen, () -> seen.contains(LARGE + 5L) && Files.exists(made)))
                .isEqualTo(new Extracted.Cancelled());
        assertThat(made).doesNotExist();
    }
}
