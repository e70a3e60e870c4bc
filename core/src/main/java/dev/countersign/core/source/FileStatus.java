// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What the file system says of a file without opening it. Links are looked at, never followed.
///
/// @param kind what it is
/// @param size in bytes
/// @param modified when it was written last, in nanoseconds since 1970
/// @param changed when the inode changed last, in nanoseconds since 1970, where it was asked for
///   and the file system knows; else when it was made
/// @param key identity of the file; empty if the file system has none
public record FileStatus(Kind kind, long size, long modified, long changed, Object key) {
    private static final String WITH_CHANGE = "unix:size,lastModifiedTime,ctime,ino,mode";

    private static final String ONLY_CHANGE = "unix:size,ctime,mode";

    /// The part of an inode's mode that says what it is (POSIX, sys/stat.h).
    private static final int KIND = 0xf000;

    private static final int FOLDER = 0x4000;
    private static final int FILE = 0x8000;
    private static final int LINK = 0xa000;

    /// What can stand at a path.
    public enum Kind {
        /// A regular file.
        FILE,
        /// A directory.
        FOLDER,
        /// A symbolic link.
        LINK,
        /// A device, a pipe, a socket.
        OTHER
    }

    /// Looks at a path.
    ///
    /// @return null if nothing is there
    /// @throws IOException if the file system refuses
    public static @Nullable FileStatus of(Path file) throws IOException {
        try {
            BasicFileAttributes a =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new FileStatus(
                    kind(a.isRegularFile(), a.isDirectory(), a.isSymbolicLink()),
                    a.size(),
                    nanos(a.lastModifiedTime()),
                    nanos(a.creationTime()),
                    Objects.requireNonNullElse(a.fileKey(), ""));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /// The same with the time of the last change of the inode, which nobody can put back.
    ///
    /// @param unix whether the file system has the attributes of one
    public static @Nullable FileStatus withChange(Path file, boolean unix) throws IOException {
        if (!unix) {
            return of(file);
        }
        try {
            Map<String, Object> a =
                    Files.readAttributes(file, WITH_CHANGE, LinkOption.NOFOLLOW_LINKS);
            return new FileStatus(
                    kind((Integer) known(a, "mode")),
                    (Long) known(a, "size"),
                    nanos((FileTime) known(a, "lastModifiedTime")),
                    nanos((FileTime) known(a, "ctime")),
                    known(a, "ino"));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /// The same of what only has to show that it changed: all is dated by the last change of the
    /// inode, which every edit is, and nothing identifies it. Attributes by name are dear.
    static @Nullable FileStatus onlyChange(Path file, boolean unix) throws IOException {
        if (!unix) {
            return of(file);
        }
        try {
            Map<String, Object> a =
                    Files.readAttributes(file, ONLY_CHANGE, LinkOption.NOFOLLOW_LINKS);
            long changed = nanos((FileTime) known(a, "ctime"));
            return new FileStatus(
                    kind((Integer) known(a, "mode")),
                    (Long) known(a, "size"),
                    changed,
                    changed,
                    "");
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static Kind kind(int mode) {
        int kind = mode & KIND;
        return kind(kind == FILE, kind == FOLDER, kind == LINK);
    }

    private static Kind kind(boolean file, boolean folder, boolean link) {
        if (file) {
            return Kind.FILE;
        }
        return folder ? Kind.FOLDER : link ? Kind.LINK : Kind.OTHER;
    }

    private static Object known(Map<String, Object> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
