// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import org.jspecify.annotations.Nullable;

/// One artifact of a run: on disk, in the log, or both.
///
/// @param name path below the artifacts folder
/// @param state how the two agree
/// @param recorded what its last `artifact_written` says: the first 16 hex digits of its SHA-256
/// @param sha256 of the file, in lower-case hex, if it could be read
public record Artifact(
        String name, State state, @Nullable String recorded, @Nullable String sha256) {
    /// How file and record agree.
    public enum State {
        /// The file is what was recorded last.
        MATCHES,
        /// The file is another one than was recorded.
        DIFFERS,
        /// A record names it, and it is not there.
        MISSING,
        /// It is there, and no record names it.
        UNRECORDED,
        /// It is a link or a device: it was not followed.
        NOT_A_FILE
    }

    /// Whether this speaks against the run.
    public boolean negative() {
        return state != State.MATCHES;
    }
}
