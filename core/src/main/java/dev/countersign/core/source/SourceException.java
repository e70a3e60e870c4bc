// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
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

    /// The file or folder concerned.
    public Path path() {
        return path;
    }
}
