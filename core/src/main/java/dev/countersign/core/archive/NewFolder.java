// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

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
import java.util.Set;

/// A folder that was empty, and what is put into it. Every file is a new one, in folders that were
/// made here; a link that somebody puts in the way is noticed before it is followed.
final class NewFolder {
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

    /// Writes a file, forced to disk.
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
            Refusal refusal = filling.into(bytes -> put(bytes, channel));
            channel.force(true);
            return refusal;
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
