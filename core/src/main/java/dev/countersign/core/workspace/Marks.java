// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What the file system says of a run without opening any of its files: same marks, nothing to read
/// again. Links are looked at, never followed.
///
/// Of the log and `state.json` the marks hold the time of the last change of the inode where there
/// is one, so that a time put back does not hide an edit; of artifacts size, time and identity.
///
/// @param logSize bytes of the log; -1 without one
/// @param logModified when the log was written last, in nanoseconds since 1970; 0 without one
/// @param logKey identity of the log's file; empty without one
/// @param all everything, folded into one number; never 0
record Marks(long logSize, long logModified, String logKey, long all) {
    private static final String LOG = "audit.jsonl";
    private static final String STATE = "state.json";
    private static final String ARTIFACTS = "artifacts";
    private static final long ODD = 0x9e3779b97f4a7c15L;

    /// More folders are not looked into; what is in them is not part of a run that is read either.
    private static final int MOST_FOLDERS = 1_000;

    /// The marks of a run directory; null if there is none: no folder, or one with neither a log
    /// nor `state.json`.
    ///
    /// @param known whether it was a run before: then it is one whatever is left of it
    /// @throws NotFollowed if it is a link
    /// @throws IOException if the disk fails
    static @Nullable Marks ofRun(Path directory, boolean unix, boolean known) throws IOException {
        BasicFileAttributes self = attributes(directory);
        if (self == null || !self.isDirectory()) {
            if (self != null && self.isSymbolicLink()) {
                throw new NotFollowed(directory);
            }
            return null;
        }
        return inside(directory, unix, known);
    }

    /// The marks of a source that is itself a run or a log: whoever named it meant it, link or not.
    static @Nullable Marks ofSource(Path source, boolean unix) throws IOException {
        if (Files.isDirectory(source)) {
            return inside(source, unix, true);
        }
        One log = one(source.toRealPath(), unix);
        return log == null ? null : marks(log, log.fold());
    }

    private static @Nullable Marks inside(Path directory, boolean unix, boolean known)
            throws IOException {
        One log = one(directory.resolve(LOG), unix);
        One state = one(directory.resolve(STATE), unix);
        if (log == null && state == null && !known) {
            return null;
        }
        long all = mix(log == null ? 1 : log.fold());
        all = mix(all + (state == null ? 2 : state.fold()));
        return marks(log, mix(all + artifacts(directory.resolve(ARTIFACTS))));
    }

    /// The marks of a place.
    ///
    /// @param known as of {@link #ofRun}
    static @Nullable Marks of(RunPlace place, Path root, boolean unix, boolean known)
            throws IOException {
        Path path = place.in(root);
        try {
            return place.name().isEmpty() ? ofSource(path, unix) : ofRun(path, unix, known);
        } catch (NoSuchFileException e) {
            // it went while it was looked at
            return null;
        }
    }

    /// A link among the runs of a folder.
    static final class NotFollowed extends IOException {
        private static final long serialVersionUID = 1L;

        NotFollowed(Path link) {
            super(link + " is a link; add what it points to as a source of its own");
        }
    }

    private static Marks marks(@Nullable One log, long all) {
        long never0 = all == 0 ? 1 : all;
        return log == null
                ? new Marks(-1, 0, "", never0)
                : new Marks(log.size(), log.modified(), log.key(), never0);
    }

    /// A folder with what its name below the top adds to the marks: not its path, or a workspace
    /// that was moved would be read again.
    private record Folder(Path path, long name) {}

    /// The same whatever order the file system lists in.
    private static long artifacts(Path top) throws IOException {
        long sum = 0;
        Deque<Folder> folders = new ArrayDeque<>();
        folders.add(new Folder(top, 5));
        for (int looked = 0; !folders.isEmpty() && looked < MOST_FOLDERS; looked++) {
            Folder folder = folders.remove();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.path())) {
                for (Path file : files) {
                    BasicFileAttributes a = attributes(file);
                    if (a == null) {
                        continue;
                    }
                    long name = mix(folder.name() + String.valueOf(file.getFileName()).hashCode());
                    if (a.isDirectory()) {
                        folders.add(new Folder(file, name));
                    }
                    long one = mix(a.size() + mix(nanos(a.lastModifiedTime())));
                    sum += mix(one + Objects.hashCode(a.fileKey()) + name);
                }
            } catch (NoSuchFileException | NotDirectoryException e) {
                sum += 3;
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return sum;
    }

    private static @Nullable BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /// One file, with all that its file system knows.
    private record One(long size, long modified, long changed, String key, boolean folder) {
        long fold() {
            return mix(mix(mix(size + 7) + modified) + mix(changed) + key.hashCode());
        }
    }

    private static @Nullable One one(Path file, boolean unix) throws IOException {
        if (!unix) {
            BasicFileAttributes a = attributes(file);
            return a == null
                    ? null
                    : new One(
                            a.size(),
                            nanos(a.lastModifiedTime()),
                            nanos(a.creationTime()),
                            String.valueOf(a.fileKey()),
                            a.isDirectory());
        }
        try {
            Map<String, Object> a =
                    Files.readAttributes(
                            file,
                            "unix:size,lastModifiedTime,ctime,ino,isDirectory",
                            LinkOption.NOFOLLOW_LINKS);
            return new One(
                    (Long) known(a, "size"),
                    nanos((FileTime) known(a, "lastModifiedTime")),
                    nanos((FileTime) known(a, "ctime")),
                    known(a, "ino").toString(),
                    (Boolean) known(a, "isDirectory"));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static Object known(Map<String, Object> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /// Every bit of the outcome depends on every bit of the value.
    private static long mix(long value) {
        long h = value * ODD;
        h = (h ^ h >>> 32) * ODD;
        return h ^ h >>> 29;
    }
}
