// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The environment failed: a file is missing, unreadable, or changed in a way that makes an answer
/// impossible. The message is one sentence that names the file and says what to do.
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Path path;

    /// @param path the file or folder concerned
    /// @param message one sentence for the person at the desk
    /// @param cause what the platform said
    public SourceException(Path path, String message, Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    /// @param path the file or folder concerned
    /// @param message one sentence for the person at the desk
    public SourceException(Path path, String message) {
        super(message);
        this.path = path;
    }

    /// A folder that cannot be looked into.
    ///
    /// @param cause what the platform said, or a wrapper of that
    public static SourceException unlisted(Path folder, Exception cause) {
        Throwable said = cause instanceof IOException ? cause : cause.getCause();
        String why =
                said instanceof AccessDeniedException
                        ? " may not be read by this user: ask for read permission."
                        : " cannot be listed: " + (said == null ? cause : said).getMessage() + ".";
        return new SourceException(folder, folder + why, cause);
    }

    /// A file or folder that cannot be written.
    ///
    /// @param cause what the platform said
    public static SourceException unwritten(Path path, IOException cause) {
        return new SourceException(
                path, path + " cannot be written: " + why(path, cause) + ".", cause);
    }

    /// Why the platform took nothing at a place, without a name: of most refusals it says no more
    /// than that, and often that of a temporary file.
    ///
    /// @param path that was to be written
    public static String why(Path path, IOException cause) {
        String reason = cause instanceof FileSystemException refused ? refused.getReason() : null;
        if (reason != null) {
            return reason;
        }
        Path folder = path.toAbsolutePath().getParent();
        return switch (cause) {
            case AccessDeniedException _ -> "this user may not write there";
            case FileAlreadyExistsException _ -> "there is a file of that name";
            case NoSuchFileException _ when folder != null && !Files.isDirectory(folder) ->
                    "there is no folder " + folder;
            case NoSuchFileException _ -> "nothing can be made there";
            case FileSystemException _ -> "the system does not say why";
            default -> String.valueOf(cause.getMessage());
        };
    }

    /// The file or folder concerned.
    public Path path() {
        return path;
    }
}
