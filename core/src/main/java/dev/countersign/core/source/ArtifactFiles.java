// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import dev.countersign.core.source.FileStatus.Kind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The files in the artifacts folder of a run directory. Links are listed and never followed; if
/// the folder itself is a link, or no folder, that is the one that is listed, by its own name. So
/// is a folder that lies too deep.
///
/// @param present whether there is anything of that name
/// @param complete whether all files are listed: there is a limit on their number; those of the
///   folder itself always are
/// @param files by name: the path below the folder, with `/` between its parts; sorted
public record ArtifactFiles(boolean present, boolean complete, NavigableMap<String, Entry> files) {
    /// Name of the folder.
    public static final String FOLDER = "artifacts";

    private static final int MOST_FILES = 10_000;
    private static final int MOST_FOLDERS = 10_000;
    private static final int MOST_DEPTH = 32;

    /// One file.
    ///
    /// @param path where it is
    /// @param status as it was listed
    /// @param packed how it is opened where it is no file of the disk; null if it is one
    public record Entry(Path path, FileStatus status, @Nullable Opening packed) {
        /// Larger ones are read piece by piece.
        private static final int LARGEST_HELD = 1 << 20;

        /// A file of the disk.
        public Entry(Path path, FileStatus status) {
            this(path, status, null);
        }

        /// Whether it is a file that can be read: not a link, nor a device.
        public boolean regular() {
            return status.kind() == Kind.FILE;
        }

        /// Opens a regular one.
        ///
        /// @throws SourceException if it cannot be read, or is a link by now
        public LogFile open() throws SourceException {
            return packed != null ? packed.open() : LogFile.openRegular(path, LARGEST_HELD);
        }

        /// SHA-256 of its bytes in lower-case hex, if they were summed already; else null.
        public @Nullable String sha256() {
            return packed == null ? null : packed.sha256();
        }
    }

    /// Opens a file that lies in an archive.
    @FunctionalInterface
    public interface Opening {
        /// @throws SourceException if it cannot be read
        LogFile open() throws SourceException;

        /// As of the file, {@link Entry#sha256()}.
        default @Nullable String sha256() {
            return null;
        }
    }

    /// Lists the artifacts of a run directory.
    ///
    /// @throws SourceException if the folder cannot be listed
    public static ArtifactFiles of(Path runDirectory) throws SourceException {
        return withChange(runDirectory, false);
    }

    /// The same with the time of the last change of each inode; which nobody can put back.
    ///
    /// @throws SourceException if the folder cannot be listed
    public static ArtifactFiles withChange(Path runDirectory, boolean unix) throws SourceException {
        Path folder = runDirectory.resolve(FOLDER);
        Listing listing = new Listing(folder, unix);
        try {
            FileStatus status = FileStatus.of(folder);
            if (status != null && status.kind() == Kind.FOLDER) {
                listing.all();
            } else if (status != null) {
                listing.files.put(FOLDER, new Entry(folder, status));
            }
            return new ArtifactFiles(status != null, listing.complete, listing.files);
        } catch (DirectoryIteratorException e) {
            throw SourceException.unlisted(folder, e);
        } catch (IOException e) {
            // what is no folder has none
            if (!Files.exists(folder)) {
                return new ArtifactFiles(false, true, new TreeMap<>());
            }
            throw SourceException.unlisted(folder, e);
        }
    }

    private static final class Listing {
        private final NavigableMap<String, Entry> files = new TreeMap<>();
        private final Deque<Inner> waiting = new ArrayDeque<>();
        private final boolean unix;
        private int folders;
        private boolean complete = true;

        /// A folder that is still to be listed.
        ///
        /// @param prefix what the names of its files begin with
        /// @param depth of its files
        private record Inner(Path path, String prefix, int depth) {}

        Listing(Path top, boolean unix) {
            this.unix = unix;
            waiting.add(new Inner(top, "", 1));
        }

        void all() throws IOException {
            while (complete && !waiting.isEmpty()) {
                Inner folder = waiting.remove();
                try (DirectoryStream<Path> children = Files.newDirectoryStream(folder.path)) {
                    for (Path child : children) {
                        add(child, folder);
                    }
                } catch (NoSuchFileException | NotDirectoryException e) {
                    // it went while it was looked at
                }
            }
        }

        private void add(Path child, Inner folder) throws IOException {
            FileStatus status = FileStatus.onlyChange(child, unix);
            if (status == null) {
                return;
            }
            String name = folder.prefix + child.getFileName();
            if (status.kind() != Kind.FOLDER) {
                files.put(name, new Entry(child, status));
            } else if (folder.depth < MOST_DEPTH) {
                folders++;
                waiting.add(new Inner(child, name + "/", folder.depth + 1));
            } else {
                // what lies in it is not looked at, so that it stands for it: no file
                files.put(name, new Entry(child, status));
            }
            complete &= files.size() <= MOST_FILES && folders <= MOST_FOLDERS;
        }
    }
}
