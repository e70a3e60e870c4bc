// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every artifact on disk against its last `artifact_written` record (FORMATS 1, cross-check 2).
/// Names are compared, never followed: what a record names is looked for in the folder's listing.
///
/// @param outcome what is to be said of all of them
/// @param artifacts by name
public record ArtifactCheck(Outcome outcome, List<Artifact> artifacts) {
    /// What is to be said of the artifacts of a run.
    public enum Outcome {
        /// At least one is there, and all are what was recorded.
        VERIFIED,
        /// At least one is not.
        FAILED,
        /// No record names one, and none is there.
        NONE_RECORDED,
        /// Records name some, but there is no artifacts folder: an export of the log alone.
        FOLDER_ABSENT,
        /// There are more files, or a larger log, than is looked at. What was looked at counts
        /// where it is negative.
        TOO_LARGE,
        /// There is no log that could name any.
        NO_LOG
    }

    /// The artifacts that could be read: name to SHA-256 in lower-case hex.
    public Map<String, String> hashes() {
        Map<String, String> hashes = new HashMap<>();
        for (Artifact artifact : artifacts) {
            if (artifact.sha256() != null) {
                hashes.put(artifact.name(), artifact.sha256());
            }
        }
        return hashes;
    }

    public ArtifactCheck {
        artifacts = List.copyOf(artifacts);
    }
}
