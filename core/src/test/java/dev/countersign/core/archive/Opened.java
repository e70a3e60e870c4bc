// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// What comes of opening bytes as an archive.
record Opened(Map<String, String> files, Kind refused) {
    static final ArchiveLimits LIMITS = new ArchiveLimits(50, 4, 8 << 20, 50);

    static Opened of(Path dir, byte[] bytes) throws IOException, SourceException {
        Path file = dir.resolve("archive");
        Files.write(file, bytes);
        return of(file);
    }

    static Opened of(Path path) throws SourceException {
        return switch (Archive.open(path, LIMITS)) {
            case ArchiveOpening.Refused(Refusal refusal) -> new Opened(Map.of(), refusal.kind());
            case ArchiveOpening.Opened(Archive archive) -> {
                try (archive) {
                    yield read(archive);
                }
            }
        };
    }

    private static Opened read(Archive archive) throws SourceException {
        Map<String, String> files = new TreeMap<>();
        for (PackedFile file : archive.files().values()) {
            Refusal damage = archive.read(file, _ -> {});
            if (damage != null) {
                return new Opened(Map.of(), damage.kind());
            }
            try (LogFile log = archive.open(file)) {
                files.put(file.name(), new String(log.all(), StandardCharsets.UTF_8));
            }
        }
        return new Opened(files, null);
    }
}
