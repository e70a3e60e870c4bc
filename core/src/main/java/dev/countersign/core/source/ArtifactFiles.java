// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The files in the artifacts folder of a run directory. Links are listed and never followed.
///
/// @param present whether there is such a folder
/// @param complete whether all files are listed: there are limits on depth and number
/// @param files by name: the path below the folder, with `/` between its parts; sorted
public record ArtifactFiles(boolean present, boolean complete, NavigableMap<String, Entry> files) {
    /// Name of the folder.
    public static final String FOLDER = "artifacts";

    private static final int MOST_FILES = 10_000;
    private static final int MOST_DEPTH = 32;

    /// One file.
    ///
    /// @param path where it is
    /// @param regular whether it is a file that can be read: not a link, nor a device
    public record Entry(Path path, boolean regular) {
        /// Larger ones are read piece by piece.
        private static final int LARGEST_HELD = 1 << 20;

        /// Opens a regular one.
        ///
        /// @throws SourceException if it cannot be read, or is a link by now
        public LogFile open() throws SourceException {
            return LogFile.openRegular(path, LARGEST_HELD);
        }
    }

    /// Lists the artifacts of a run directory.
    ///
    /// @throws SourceException if the folder cannot be listed
    public static ArtifactFiles of(Path runDirectory) throws SourceException {
        Path folder = runDirectory.resolve(FOLDER);
        var files = new TreeMap<String, Entry>();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return new ArtifactFiles(false, true, files);
        }
        var lister = new Lister(folder, files);
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MOST_DEPTH, lister);
        } catch (IOException e) {
            throw new SourceException(
                    folder, folder + " cannot be listed: " + e.getMessage() + ".", e);
        }
        return new ArtifactFiles(true, lister.complete, files);
    }

    private static final class Lister extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final NavigableMap<String, Entry> files;
        private boolean complete = true;

        Lister(Path folder, NavigableMap<String, Entry> files) {
            this.folder = folder;
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory() || files.size() == MOST_FILES) {
                complete = false;
                return FileVisitResult.CONTINUE;
            }
            StringBuilder name = new StringBuilder();
            for (Path part : folder.relativize(file)) {
                name.append(name.isEmpty() ? "" : "/").append(part);
            }
            files.put(name.toString(), new Entry(file, attributes.isRegularFile()));
            return FileVisitResult.CONTINUE;
        }
    }
}
