// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/// The files of one run beside its log (FORMATS 1). A file is written beside its place, forced, and
/// renamed: it is there whole or not at all. Whoever writes holds the log ({@link RunLog}).
public final class RunDirectory {
    /// Name of the checkpoint.
    public static final String STATE = "state.json";

    /// Name of the folder of artifacts.
    public static final String ARTIFACTS = "artifacts";

    /// A checkpoint of more bytes is none.
    public static final int LARGEST_STATE = 64 << 20;

    /// One name, so that what a killed process leaves is found and taken away.
    private static final String UNFINISHED = ".countersign-unfinished";

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    private final Path path;
    private final Durability durability;

    private RunDirectory(Path path, Durability durability) {
        this.path = path;
        this.durability = durability;
    }

    /// A run directory that exists.
    ///
    /// @throws SourceException if it is none, or a link
    public static RunDirectory of(Path path, Durability durability) throws SourceException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new SourceException(
                    path, path + " is not a folder: nothing is written through it.");
        }
        return new RunDirectory(path, durability);
    }

    /// A run directory, made with its parents where it is missing.
    ///
    /// @throws SourceException if that fails, or if it is a link
    public static RunDirectory create(Path path, Durability durability) throws SourceException {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(path);
            }
        } catch (IOException e) {
            throw new SourceException(path, path + " cannot be made: " + Trouble.said(e) + ".", e);
        }
        return of(path, durability);
    }

    /// Whether anything stands where its log belongs.
    public boolean hasLog() {
        return Files.exists(log(), LinkOption.NOFOLLOW_LINKS);
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    Durability durability() {
        return durability;
    }

    /// Where its log is, or will be.
    public Path log() {
        return path.resolve(EvidencePath.RUN_LOG);
    }

    /// The bytes of the checkpoint; null if there is none.
    ///
    /// @throws SourceException if it cannot be read, is a link, or has more than {@link
    ///   #LARGEST_STATE} bytes
    public byte @Nullable [] state() throws SourceException {
        Path state = path.resolve(STATE);
        if (!Files.exists(state, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        if (!Files.isRegularFile(state, LinkOption.NOFOLLOW_LINKS)) {
            throw new SourceException(
                    state, state + " is not a regular file: put the checkpoint itself there.");
        }
        try (LogFile file = LogFile.open(state)) {
            if (file.size() > LARGEST_STATE) {
                throw new SourceException(
                        state, state + " is larger than " + LARGEST_STATE + " bytes.");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            file.read(bytes, 0);
            return bytes.array();
        }
    }

    /// The text of a checkpoint, to be written here.
    ///
    /// @throws SourceException if it has more than {@link #LARGEST_STATE} bytes
    public String text(RunState state) throws SourceException {
        String text = state.text();
        if (text == null) {
            Path file = path.resolve(STATE);
            throw new SourceException(
                    file,
                    file
                            + " would become larger than "
                            + LARGEST_STATE
                            + " bytes, and could not be read again: it is left as it is.");
        }
        return text;
    }

    /// Replaces the checkpoint.
    ///
    /// @throws SourceException if that fails; then the old one is still there
    public void writeState(String text) throws SourceException {
        replace(path.resolve(STATE), text.getBytes(StandardCharsets.UTF_8));
    }

    /// Replaces an artifact.
    ///
    /// @param name a plain file name
    /// @throws SourceException if that fails; then what was there is still there
    public void writeArtifact(String name, byte[] content) throws SourceException {
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an artifact has a plain file name, not " + name);
        }
        Path folder = path.resolve(ARTIFACTS);
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder);
                forceFolder(path);
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new SourceException(
                    folder, folder + " is not a folder: nothing is written through it.");
        }
        replace(folder.resolve(name), content);
    }

    /// Takes away what a killed process left of a file that it was writing.
    ///
    /// @throws SourceException if that fails
    public void dropUnfinished() throws SourceException {
        Path unfinished = path.resolve(UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw failed(unfinished, e);
        }
    }

    private void replace(Path target, byte[] content) throws SourceException {
        Path fresh = path.resolve(UNFINISHED);
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel channel =
                    FileChannel.open(
                            fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                if (durability == Durability.EACH_WRITE) {
                    channel.force(true);
                }
            }
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceFolder(target.resolveSibling("."));
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /// A rename counts when its folder is on disk. Windows has no such call and needs none.
    private void forceFolder(Path folder) throws IOException {
        if (durability == Durability.EACH_WRITE && File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static SourceException failed(Path path, IOException e) {
        return new SourceException(path, path + " cannot be written: " + Trouble.said(e) + ".", e);
    }
}
