// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A zip that is forged byte by byte. */
abstract class ForgedZip {
    @TempDir Path dir;
    final ZipForge zip = new ZipForge();

    void refused(Kind kind) throws IOException, SourceException {
        refused(kind, zip.bytes());
    }

    void refused(Kind kind, byte[] bytes) throws IOException, SourceException {
        assertThat(Opened.of(dir, bytes)).isEqualTo(new Opened(Map.of(), kind));
    }
}
