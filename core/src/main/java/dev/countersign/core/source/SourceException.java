// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

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

    /// The file or folder concerned.
    public Path path() {
        return path;
    }
}
