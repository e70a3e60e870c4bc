// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.PackedFile.Storage;
import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.FileStatus;
import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Lists a folder as if it were an archive: links and devices are refused, not followed.
final class FolderReader {
    private final NameRegister names;
    private final NavigableMap<String, PackedFile> files = new TreeMap<>();
    private final Deque<Inner> waiting = new ArrayDeque<>();

    /// A folder that is still to be listed.
    ///
    /// @param prefix what the names in it begin with
    private record Inner(Path path, String prefix) {}

    private FolderReader(ArchiveLimits limits) {
        this.names = new NameRegister(limits);
    }

    /// The files of a folder.
    static NavigableMap<String, PackedFile> read(Path folder, ArchiveLimits limits)
            throws SourceException, RefusedException {
        FolderReader reader = new FolderReader(limits);
        reader.waiting.add(new Inner(folder, ""));
        while (!reader.waiting.isEmpty()) {
            reader.list(reader.waiting.remove());
        }
        return reader.files;
    }

    private void list(Inner inner) throws SourceException, RefusedException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(inner.path)) {
            for (Path child : children) {
                add(child, inner.prefix + child.getFileName());
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw SourceException.unlisted(inner.path, e);
        }
    }

    /// Whether a name is text: else its characters are not what the disk calls the file.
    private static boolean text(Path child) {
        try {
            return child.getFileSystem().getPath(child.toString()).equals(child);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void add(Path child, String name) throws IOException, RefusedException {
        FileStatus status = FileStatus.of(child);
        if (status == null) {
            return;
        }
        if (!text(child)) {
            throw new RefusedException(Kind.NAME_ENCODING, name);
        }
        switch (status.kind()) {
            case FILE -> {
                names.file(name, status.size());
                files.put(name, new PackedFile(name, status.size(), new Storage.OnDisk(child)));
            }
            case FOLDER -> {
                names.folder(name);
                waiting.add(new Inner(child, name + "/"));
            }
            case LINK -> throw new RefusedException(Kind.LINK, name);
            case OTHER -> throw new RefusedException(Kind.DEVICE, name);
        }
    }
}
