// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.LogPlace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What is put away is closed, also where closing fails.
class OpenLogsTest {
    @TempDir Path folder;

    private final List<LogPlace> opened = new ArrayList<>();
    private final List<LogPlace> closed = new ArrayList<>();
    private int failing;
    private final OpenLogs logs = new OpenLogs(this::close);

    private void close(LogPlace place) throws SourceException {
        closed.add(place);
        place.close();
        if (failing > 0) {
            failing--;
            throw new SourceException(folder, "The disk is gone.");
        }
    }

    private Path zip(String name) throws Exception {
        Path zip = folder.resolve(name + ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            packed.putNextEntry(new ZipEntry(name + "/audit.jsonl"));
            packed.write("{}\n".getBytes(StandardCharsets.UTF_8));
        }
        return zip;
    }

    private void read(Path zip) throws SourceException {
        logs.read(zip, null, () -> ArchiveLimits.DEFAULT, opened::add);
    }

    @Test
    void whatDisplacedAnArchiveThatDoesNotCloseIsClosedInItsTurn() throws Exception {
        read(zip("a"));
        read(zip("b"));
        Path last = zip("c");
        failing = 1;
        assertThatThrownBy(() -> read(last)).hasMessage("The disk is gone.");
        assertThat(closed).containsExactly(opened.getFirst());
        read(last);
        assertThat(opened).hasSize(3);
        logs.forget();
        assertThat(closed).containsExactlyElementsOf(opened);
    }

    @Test
    void oneThatDoesNotCloseKeepsNoOtherOpen() throws Exception {
        read(zip("a"));
        read(zip("b"));
        failing = 2;
        assertThatThrownBy(logs::forget)
                .hasMessage("The disk is gone.")
                .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
        assertThat(closed).containsExactlyElementsOf(opened);
    }
}
