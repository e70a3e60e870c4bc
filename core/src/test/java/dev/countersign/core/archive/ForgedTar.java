// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// A tar that is put together byte by byte, and what comes of opening it.
abstract class ForgedTar {
    @TempDir Path dir;
    final TarForge tar = new TarForge();

    final void refused(Kind kind, byte[] bytes) throws IOException, SourceException {
        assertThat(Opened.of(dir, bytes)).isEqualTo(new Opened(Map.of(), kind));
    }

    final void read(Map<String, String> files, byte[] bytes) throws IOException, SourceException {
        assertThat(Opened.of(dir, bytes)).isEqualTo(new Opened(files, null));
    }
}
