// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/// Extracts an archive into a folder that is new or empty. Nothing is written anywhere else.
public final class Extraction {
    private Extraction() {}

    /// Somebody does not want it any more.
    private static final class CancelledException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Extracts every file.
    ///
    /// @return null, or which file is damaged; nothing is left of it then
    /// @throws SourceException if the folder is not empty, or cannot be written to
    public static @Nullable Refusal of(Archive archive, Path target) throws SourceException {
        return of(archive, target, Runnable::run, Progress.NONE, Cancellation.NEVER)
                        instanceof Extracted.Damaged(Refusal refusal)
                ? refusal
                : null;
    }

    /// Extracts every file; if it is cancelled, a file is damaged or anything fails, nothing is
    /// left of it.
    ///
    /// @param helpers lends threads that wait for the disk
    /// @param progress counts bytes
    /// @throws SourceException if the folder is not empty, or cannot be written to
    public static Extracted of(
            Archive archive,
            Path target,
            Executor helpers,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        SmallFile.folderFor(target);
        try {
            boolean made = made(target);
            NewFolder folder = new NewFolder(target);
            boolean done = false;
            try {
                long bytes = archive.files().values().stream().mapToLong(PackedFile::size).sum();
                room(target, bytes);
                Extracted extracted = into(folder, archive, bytes, progress, cancellation);
                done = extracted instanceof Extracted.Done && folder.keep(helpers, cancellation);
                return extracted instanceof Extracted.Done && !done
                        ? new Extracted.Cancelled()
                        : extracted;
            } catch (CancelledException e) {
                return new Extracted.Cancelled();
            } finally {
                if (!done) {
                    takeBack(folder, made, target);
                }
            }
        } catch (IOException e) {
            throw SourceException.unwritten(target, e);
        }
    }

    private static void room(Path target, long bytes) throws IOException, SourceException {
        long room = Files.getFileStore(target).getUsableSpace();
        if (bytes > room) {
            throw new SourceException(
                    target,
                    target + " has room for " + room + " bytes, and " + bytes + " are needed.");
        }
    }

    private static void takeBack(NewFolder folder, boolean made, Path target)
            throws SourceException {
        try {
            folder.clear();
            if (made) {
                Files.delete(target);
            }
        } catch (IOException e) {
            throw new SourceException(
                    target,
                    target
                            + " is left with a part of what was extracted, which cannot be removed:"
                            + " "
                            + e.getMessage()
                            + ".",
                    e);
        }
    }

    private static Extracted into(
            NewFolder folder,
            Archive archive,
            long total,
            Progress progress,
            Cancellation cancellation)
            throws IOException, SourceException {
        long[] done = {0};
        for (PackedFile file : archive.files().values()) {
            check(cancellation);
            Refusal damage =
                    folder.file(
                            file.name(),
                            sink ->
                                    archive.read(
                                            file,
                                            bytes -> {
                                                check(cancellation);
                                                done[0] += bytes.remaining();
                                                sink.bytes(bytes);
                                                progress.at(done[0], total, 0, 0);
                                            }));
            if (damage != null) {
                return new Extracted.Damaged(damage);
            }
        }
        return new Extracted.Done();
    }

    private static void check(Cancellation cancellation) {
        if (cancellation.requested()) {
            throw new CancelledException();
        }
    }

    /// @return whether it was made, instead of being there and empty
    private static boolean made(Path target) throws IOException, SourceException {
        try {
            Files.createDirectory(target);
            return true;
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS) || !isEmpty(target)) {
                throw new SourceException(
                        target,
                        target
                                + " exists already and is no empty folder: it is left as it is;"
                                + " give another name.",
                        e);
            }
            return false;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            return !children.iterator().hasNext();
        }
    }
}
