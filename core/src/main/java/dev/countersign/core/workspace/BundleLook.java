// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.source.FileStatus;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Looks at bundles without opening a file: which of the things in a source they may be, and their
/// marks. A file is one by its name; what it is, is found out when it is opened.
final class BundleLook {
    private static final List<String> ENDINGS = List.of(".zip", ".tar", ".tar.gz", ".tgz");

    private BundleLook() {}

    /// Whether a file is called like an archive.
    static boolean named(Path path) {
        return named(String.valueOf(path.getFileName()));
    }

    private static boolean named(String file) {
        if (file.indexOf('.') < 0) {
            // a run's id, of which a look at a large source asks thousands
            return false;
        }
        String name = file.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /// Whether it is a file in a source, no link, that is called like an archive.
    static boolean file(RunPlace place, Path root) {
        return named(place.name())
                && Files.isRegularFile(place.in(root), LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether it is a folder, no link, that is to be opened as a bag, or of which that cannot be
    /// said: whoever opens it says why.
    static boolean bag(Path path) {
        try {
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && Bundle.isBag(path);
        } catch (SourceException e) {
            return true;
        }
    }

    /// The marks of a bundle; of a folder those of every file in it.
    ///
    /// @return null if there is none any more
    static @Nullable Marks at(RunPlace place, Path root) throws IOException {
        boolean unix = Survey.unix(root);
        Path path = place.in(root);
        try {
            // whoever named a source meant it, link or not
            Path real = place.name().isEmpty() ? path.toRealPath() : path;
            FileStatus self = FileStatus.withChange(real, unix);
            if (self == null) {
                return null;
            }
            return switch (self.kind()) {
                case FILE -> Marks.of(self);
                case FOLDER -> bag(real) ? Marks.of(files(real, unix)) : null;
                case LINK, OTHER -> null;
            };
        } catch (NoSuchFileException e) {
            // it went while it was looked at
            return null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static SortedMap<String, FileStatus> files(Path folder, boolean unix)
            throws IOException {
        SortedMap<String, FileStatus> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                FileStatus status = FileStatus.withChange(path, unix);
                if (status != null && status.kind() != FileStatus.Kind.FOLDER) {
                    files.put(folder.relativize(path).toString(), status);
                }
            }
        }
        return files;
    }
}
