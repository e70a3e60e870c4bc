// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks at sources without opening a file. A link among the runs of a folder is not followed: what
/// it points to can be added as a source of its own.
final class Survey {
    private Survey() {}

    /// Whether the file system under a path tells when an inode changed.
    static boolean unix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /// What a stored path is now.
    static Source source(String stored, Path root) {
        Path path = root.resolve(stored);
        boolean other = stored.equals(WorkspaceFolder.RUNS) && !Files.isDirectory(path);
        return new Source(stored, path, other ? Source.Kind.MISSING : kind(path));
    }

    /// That nothing can be seen at a path.
    static SourceException missing(Path path) {
        String why = Files.exists(path) ? " cannot be looked into" : " does not exist";
        return new SourceException(path, path + why + ": check the path.");
    }

    private static Source.Kind kind(Path path) {
        if (Files.isRegularFile(path)) {
            return BundleLook.named(path) ? Source.Kind.BUNDLE : Source.Kind.LOG;
        }
        if (!Files.isDirectory(path) || !Files.isReadable(path)) {
            return Source.Kind.MISSING;
        }
        if (EvidencePath.run(path)) {
            return Source.Kind.RUN;
        }
        return BundleLook.bag(path) ? Source.Kind.BUNDLE : Source.Kind.FOLDER;
    }

    /// Where runs or bundles may be in a source; whether one is there is for its {@link Marks} to
    /// say. Null if the source cannot be looked into, now or half way.
    static @Nullable List<RunPlace> places(Source source) {
        return switch (source.kind()) {
            case MISSING -> null;
            case RUN, LOG, BUNDLE -> List.of(new RunPlace(source.stored(), ""));
            case FOLDER -> folders(source);
        };
    }

    private static @Nullable List<RunPlace> folders(Source source) {
        List<RunPlace> places = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(source.path())) {
            for (Path child : children) {
                String name = String.valueOf(child.getFileName());
                places.add(new RunPlace(source.stored(), name));
            }
        } catch (IOException | DirectoryIteratorException e) {
            return null;
        }
        places.sort(null);
        return places;
    }
}
