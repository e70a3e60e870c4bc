// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.LogRecords;
import dev.countersign.core.source.ArtifactFiles;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every artifact on disk against its last `artifact_written` record (FORMATS 1, cross-check 2).
/// Names are compared, never followed: what a record names is looked for in the folder's listing.
///
/// @param outcome what is to be said of all of them
/// @param artifacts by name
public record ArtifactCheck(Outcome outcome, List<Artifact> artifacts) {
    /// Larger logs are not those of a run.
    private static final long LARGEST_LOG = 256L << 20;

    private static final int RECORDED_DIGITS = 16;

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
        /// There are more files, or a larger log, than is looked at.
        TOO_LARGE
    }

    public ArtifactCheck {
        artifacts = List.copyOf(artifacts);
    }

    /// Compares. Blocking: reads the log and every artifact.
    ///
    /// @param directory the run directory
    /// @param log its log
    /// @throws SourceException if the log or a file cannot be read
    public static ArtifactCheck of(Path directory, LogFile log, Limits limits)
            throws SourceException {
        ArtifactFiles disk = ArtifactFiles.of(directory);
        if (log.size() > LARGEST_LOG || !disk.complete()) {
            return new ArtifactCheck(Outcome.TOO_LARGE, List.of());
        }
        Map<String, String> recorded = recorded(log, limits);
        if (recorded.isEmpty() && disk.files().isEmpty()) {
            return new ArtifactCheck(Outcome.NONE_RECORDED, List.of());
        }
        if (!disk.present()) {
            return new ArtifactCheck(Outcome.FOLDER_ABSENT, List.of());
        }
        var names = new TreeSet<>(recorded.keySet());
        names.addAll(disk.files().keySet());
        List<Artifact> artifacts = new ArrayList<>();
        for (String name : names) {
            artifacts.add(artifact(name, recorded.get(name), disk.files().get(name)));
        }
        boolean negative = artifacts.stream().anyMatch(Artifact::negative);
        return new ArtifactCheck(negative ? Outcome.FAILED : Outcome.VERIFIED, artifacts);
    }

    private static Map<String, String> recorded(LogFile log, Limits limits) throws SourceException {
        Map<String, String> recorded = new TreeMap<>();
        LogRecords.forEach(
                log,
                ChainFormat.A,
                limits,
                r -> {
                    String name = r.value().string("name");
                    String digest = r.value().string("sha256_12");
                    if ("artifact_written".equals(r.value().string("event")) && name != null) {
                        recorded.put(name, digest == null ? "" : digest);
                    }
                });
        return recorded;
    }

    private static Artifact artifact(
            String name, @Nullable String recorded, ArtifactFiles.@Nullable Entry file)
            throws SourceException {
        if (file == null) {
            return new Artifact(name, Artifact.State.MISSING, recorded, null);
        }
        if (!file.regular()) {
            return new Artifact(name, Artifact.State.NOT_A_FILE, recorded, null);
        }
        try (LogFile content = LogFile.open(file.path())) {
            String sha256 = FileDigest.sha256(content, content.size(), Cancellation.NEVER);
            Artifact.State state =
                    recorded == null
                            ? Artifact.State.UNRECORDED
                            : sha256.substring(0, RECORDED_DIGITS).equals(recorded)
                                    ? Artifact.State.MATCHES
                                    : Artifact.State.DIFFERS;
            return new Artifact(name, state, recorded, sha256);
        }
    }
}
