// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.source.ArtifactFiles;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.FileStatus;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.source.TornNames;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A run directory in an archive, read there.
final class PackedRun implements RunFolder {
    /// Larger logs are not held in memory, but read piece by piece.
    static final int LARGEST_HELD = 1 << 20;

    private static final int MOST_ARTIFACTS = 10_000;

    private final Archive archive;
    private final String folder;
    private final LogFile.@Nullable Heard ear;
    private final Map<String, String> summed;

    /// @param folder its name in the archive; empty if the archive is the run directory
    PackedRun(Archive archive, String folder) {
        this(archive, folder, null, Map.of());
    }

    private PackedRun(
            Archive archive,
            String folder,
            LogFile.@Nullable Heard ear,
            Map<String, String> summed) {
        this.archive = archive;
        this.folder = folder;
        this.ear = ear;
        this.summed = summed;
    }

    /// The same, where somebody hears what is read of its log.
    PackedRun heardBy(LogFile.Heard listener) {
        return new PackedRun(archive, folder, listener, summed);
    }

    /// The same, where files need not be summed once more.
    ///
    /// @param sha256 of files of the archive, by their names there; may still grow
    PackedRun summed(Map<String, String> sha256) {
        return new PackedRun(archive, folder, ear, sha256);
    }

    @Override
    public Path path() {
        return archive.path().resolve(folder);
    }

    /// The name of a file of it in the archive.
    String named(String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }

    /// Its log; null if it has none.
    @Nullable PackedFile logFile() {
        return archive.files().get(named(EvidencePath.RUN_LOG));
    }

    @Override
    public Content log() throws SourceException {
        PackedFile file = logFile();
        if (file == null) {
            return new Content.Absent();
        }
        LogFile log = archive.open(file);
        if (ear != null) {
            return new Content.Opened(log.heardBy(ear));
        }
        return new Content.Opened(log.size() <= LARGEST_HELD ? held(log) : log);
    }

    private static LogFile held(LogFile file) throws SourceException {
        try (file) {
            return LogFile.held(file.path(), file.all());
        }
    }

    @Override
    public Content state(long limit) throws SourceException {
        PackedFile file = archive.files().get(named(STATE));
        if (file == null) {
            return new Content.Absent();
        }
        if (file.size() > limit) {
            return new Content.TooLarge(file.size());
        }
        byte[] bytes = archive.bytes(file);
        return bytes == null
                ? new Content.Damaged()
                : new Content.Opened(LogFile.held(archive.named(file), bytes));
    }

    @Override
    public ArtifactFiles artifacts() {
        String prefix = named(ArtifactFiles.FOLDER) + "/";
        NavigableMap<String, ArtifactFiles.Entry> entries = new TreeMap<>();
        for (PackedFile file : archive.files().tailMap(prefix, false).values()) {
            if (!file.name().startsWith(prefix)) {
                break;
            }
            entries.put(file.name().substring(prefix.length()), entry(file));
        }
        return new ArtifactFiles(!entries.isEmpty(), entries.size() <= MOST_ARTIFACTS, entries);
    }

    @Override
    public List<ArtifactFiles.Entry> tornEnds() {
        TornNames names = new TornNames(EvidencePath.RUN_LOG);
        NavigableMap<String, ArtifactFiles.Entry> found = new TreeMap<>(TornNames.ORDER);
        for (PackedFile file : archive.files().tailMap(named(EvidencePath.RUN_LOG)).values()) {
            if (!file.name().startsWith(named(EvidencePath.RUN_LOG))) {
                break;
            }
            if (file.folder().equals(folder) && names.has(file.leaf())) {
                found.put(file.leaf(), entry(file));
            }
        }
        return List.copyOf(found.values());
    }

    private ArtifactFiles.Entry entry(PackedFile file) {
        FileStatus status = new FileStatus(FileStatus.Kind.FILE, file.size(), 0, 0, "");
        return new ArtifactFiles.Entry(archive.named(file), status, new Packed(file));
    }

    private final class Packed implements ArtifactFiles.Opening {
        private final PackedFile file;

        Packed(PackedFile file) {
            this.file = file;
        }

        @Override
        public LogFile open() throws SourceException {
            return archive.openDamaged(file);
        }

        @Override
        public @Nullable String sha256() {
            return summed.get(file.name());
        }
    }
}
