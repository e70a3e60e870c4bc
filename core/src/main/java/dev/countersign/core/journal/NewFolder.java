// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// A folder that has nothing in it yet.
public final class NewFolder {
    private NewFolder() {}

    /// Makes a folder with its parents, or takes one that is empty.
    ///
    /// @throws SourceException if there is something in it, or it cannot be made
    public static void make(Path folder) throws SourceException {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                if (entries.iterator().hasNext()) {
                    throw new SourceException(
                            folder,
                            folder + " is not empty: nothing was written; name another folder.");
                }
            }
        } catch (FileAlreadyExistsException | NotDirectoryException e) {
            throw new SourceException(folder, folder + " is not a folder: name another one.", e);
        } catch (IOException e) {
            throw new SourceException(
                    folder, folder + " cannot be made: " + Trouble.said(e) + ".", e);
        }
    }
}
