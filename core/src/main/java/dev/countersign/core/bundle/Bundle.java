// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.ArchiveOpening;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// An open bundle: a bag, or a plain archive of run directories. Read-only; any number of threads
/// may read.
public final class Bundle implements AutoCloseable {
    private final Archive archive;
    private final @Nullable Bag bag;
    private final SortedMap<String, PackedRun> runs;

    private Bundle(Archive archive, @Nullable Bag bag) {
        this.archive = archive;
        this.bag = bag;
        this.runs = Collections.unmodifiableSortedMap(runs(archive, bag));
    }

    /// Opens one.
    ///
    /// @throws SourceException if it cannot be read
    public static BundleOpening open(Path path, ArchiveLimits limits) throws SourceException {
        ArchiveOpening opening = Archive.open(path, limits);
        return switch (opening) {
            case ArchiveOpening.Refused(var refusal) -> new BundleOpening.Refused(refusal);
            case ArchiveOpening.Opened(Archive archive) -> {
                try {
                    yield new BundleOpening.Opened(new Bundle(archive, BagReader.read(archive)));
                } catch (SourceException | RuntimeException e) {
                    archive.close();
                    throw e;
                }
            }
        };
    }

    /// Whether a path is to be opened as one: an archive, or a folder that says it is a bag, or has
    /// the manifest of one.
    ///
    /// @throws SourceException if it cannot be read
    public static boolean is(Path path) throws SourceException {
        return Archive.is(path) || isBag(path);
    }

    /// Whether a folder is to be opened as a bag.
    ///
    /// @throws SourceException if it cannot be listed
    public static boolean isBag(Path folder) throws SourceException {
        return SmallFile.exists(folder.resolve(Bag.DECLARATION))
                || SmallFile.isFolder(folder.resolve(Bag.PAYLOAD))
                        && SmallFile.list(folder).stream()
                                .anyMatch(
                                        file -> Bag.isManifest(String.valueOf(file.getFileName())));
    }

    private static SortedMap<String, PackedRun> runs(Archive archive, @Nullable Bag bag) {
        String payload = bag == null ? "" : bag.payload();
        Set<String> folders = new HashSet<>();
        List<String> found = new ArrayList<>();
        for (PackedFile file : archive.files().tailMap(payload).values()) {
            if (file.name().startsWith(payload) && file.leaf().equals(EvidencePath.RUN_LOG)) {
                folders.add(file.folder());
            }
        }
        for (String folder : folders) {
            if (!inside(folder, folders)) {
                found.add(folder);
            }
        }
        SortedMap<String, PackedRun> runs = new TreeMap<>();
        names(found, archive.path())
                .forEach((folder, name) -> runs.put(name, new PackedRun(archive, folder)));
        return runs;
    }

    /// What lies in a run directory belongs to it, whatever it is called.
    private static boolean inside(String folder, Set<String> folders) {
        for (int slash = folder.lastIndexOf('/'); slash > 0; ) {
            String above = folder.substring(0, slash);
            if (folders.contains(above)) {
                return true;
            }
            slash = above.lastIndexOf('/');
        }
        return !folder.isEmpty() && folders.contains("");
    }

    /// The last part of a folder's name, or all of it where two would be one.
    private static Map<String, String> names(List<String> folders, Path path) {
        Map<String, Integer> count = new LinkedHashMap<>();
        for (String folder : folders) {
            count.merge(leaf(folder), 1, Integer::sum);
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (String folder : folders) {
            boolean alone = Integer.valueOf(1).equals(count.get(leaf(folder)));
            String name = alone ? leaf(folder) : folder;
            names.put(folder, name.isEmpty() ? String.valueOf(path.getFileName()) : name);
        }
        return names;
    }

    private static String leaf(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /// The archive.
    public Archive archive() {
        return archive;
    }

    /// What the bag declares; null if there is none.
    @Nullable Bag bag() {
        return bag;
    }

    /// Whether it is a bag.
    public boolean isBag() {
        return bag != null;
    }

    /// Its runs by name.
    SortedMap<String, PackedRun> packed() {
        return runs;
    }

    /// Its run directories by name, to be read there.
    public SortedMap<String, RunFolder> runs() {
        return Collections.unmodifiableSortedMap(runs);
    }

    /// The run that lies at a path; null if none does.
    ///
    /// @param run a path that goes on from the bundle's
    public @Nullable RunFolder at(Path run) {
        Path whole = run.toAbsolutePath().normalize();
        for (PackedRun packed : runs.values()) {
            if (packed.path().toAbsolutePath().normalize().equals(whole)) {
                return packed;
            }
        }
        return null;
    }

    @Override
    public void close() throws SourceException {
        archive.close();
    }
}
