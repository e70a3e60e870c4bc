// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Crew;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/// A folder that was empty, and what is put into it. Every file is a new one, in folders that were
/// made here; a link that somebody puts in the way is noticed before it is followed.
final class NewFolder {
    /// So many files are forced to disk at once.
    private static final int WAITING = 16;

    private final Path root;
    private final Set<Path> folders = new HashSet<>();
    private final Deque<Path> made = new ArrayDeque<>();

    /// @param root exists, is no link and has nothing in it
    NewFolder(Path root) throws IOException {
        this.root = root.toRealPath();
        folders.add(this.root);
    }

    /// Gives the bytes of a file.
    interface Filling {
        /// @return null, or what is wrong with them
        @Nullable Refusal into(Sink sink) throws SourceException;
    }

    /// Writes a file; it counts when everything is {@link #keep kept}.
    ///
    /// @param name that was checked
    /// @return null, or what is wrong with its bytes
    @Nullable Refusal file(String name, Filling filling) throws IOException, SourceException {
        Path file = root.resolve(name);
        Path parent = file.getParent();
        if (parent == null || !file.normalize().equals(file) || !file.startsWith(root)) {
            throw new IllegalStateException(name + " was not checked");
        }
        folder(parent);
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS))) {
            made.push(file);
            return filling.into(bytes -> put(bytes, channel));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void put(ByteBuffer bytes, FileChannel channel) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void folder(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(folder + " is above " + root);
            }
            folder(parent);
            Files.createDirectory(folder);
            made.push(folder);
            folders.add(folder);
        }
        if (!folder.toRealPath().equals(folder)) {
            throw new IOException(folder + " was replaced by a link while it was written to");
        }
    }

    /// Forces to disk what was put in, names included; until this returned, none of it counts. All
    /// at the end and by several at once: each waits for the disk, which takes in what the others
    /// have for it meanwhile.
    ///
    /// @param helpers lends threads that wait for the disk
    /// @return false if it was cancelled before the end
    boolean keep(Executor helpers, Cancellation cancellation) throws IOException {
        Crew crew = new Crew(helpers, WAITING);
        List<Path> files = made.stream().filter(path -> !folders.contains(path)).toList();
        if (!forced(files, StandardOpenOption.WRITE, crew, cancellation)) {
            return false;
        }
        // Windows has no such call for a folder, and needs none
        return File.separatorChar != '/'
                || forced(List.copyOf(folders), StandardOpenOption.READ, crew, cancellation);
    }

    private static boolean forced(
            List<Path> paths, StandardOpenOption how, Crew crew, Cancellation cancellation)
            throws IOException {
        return crew.each(paths, path -> force(path, how), NewFolder::raise, cancellation);
    }

    private static void raise(List<Optional<IOException>> outcomes) throws IOException {
        for (Optional<IOException> outcome : outcomes) {
            if (outcome.isPresent()) {
                throw outcome.get();
            }
        }
    }

    private static Optional<IOException> force(Path path, StandardOpenOption how) {
        try (FileChannel channel = FileChannel.open(path, Set.of(how, LinkOption.NOFOLLOW_LINKS))) {
            channel.force(true);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    /// Takes everything back but the folder itself.
    void clear() throws IOException {
        for (Path path : made) {
            Files.deleteIfExists(path);
        }
        made.clear();
    }

    /// Takes everything back, the folder itself too.
    void remove() throws IOException {
        clear();
        Files.deleteIfExists(root);
    }
}
