// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Extracts an archive into a folder that is new or empty. Nothing is written anywhere else.
public final class Extraction {
    private Extraction() {}

    /// Extracts every file.
    ///
    /// @return null, or which file is damaged; it and what follows it are not there then
    /// @throws SourceException if the folder is not empty, or cannot be written to
    public static @Nullable Refusal of(Archive archive, Path target) throws SourceException {
        try {
            NewFolder folder = empty(target);
            long bytes = archive.files().values().stream().mapToLong(PackedFile::size).sum();
            long room = Files.getFileStore(target).getUsableSpace();
            if (bytes > room) {
                throw new SourceException(
                        target,
                        target + " has room for " + room + " bytes, and " + bytes + " are needed.");
            }
            for (PackedFile file : archive.files().values()) {
                Refusal damage = folder.file(file.name(), sink -> archive.read(file, sink));
                if (damage != null) {
                    folder.drop();
                    return damage;
                }
            }
            return null;
        } catch (IOException e) {
            throw new SourceException(
                    target, target + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static NewFolder empty(Path target) throws IOException, SourceException {
        try {
            Files.createDirectory(target);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS) || !isEmpty(target)) {
                throw new SourceException(
                        target,
                        target
                                + " exists already and is no empty folder: it is left as it is;"
                                + " give another name.",
                        e);
            }
        }
        return new NewFolder(target);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            return !children.iterator().hasNext();
        }
    }
}
