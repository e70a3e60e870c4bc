// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.ArtifactFiles;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Reads every artifact once: for its hash, and those that are understood for what they say. Names
/// are compared, never followed: what a record names is looked for in the folder's listing.
final class ArtifactReader {
    /// The report that names the head of the log when it was made.
    static final String HANDOFF = "handoff_report.json";

    /// What was asked of a model, by workflow.
    private static final List<String> EXCHANGES = List.of("llm_mapping.json", "assessment.json");

    private static final int HELD_WHOLE = 1 << 20;
    private static final int LARGEST_UNDERSTOOD = 16 << 20;
    private static final int RECORDED_DIGITS = 16;

    private final RunBuffers buffers;
    private final Map<String, JsonObject> understood = new HashMap<>();

    ArtifactReader(RunBuffers buffers) {
        this.buffers = buffers;
    }

    /// Compares.
    ///
    /// @param log null if there is no log
    /// @throws SourceException if the folder or a file cannot be read
    ArtifactCheck compare(RunFolder folder, @Nullable Logged log) throws SourceException {
        ArtifactFiles disk = folder.artifacts();
        if (log != null && log.tooLarge) {
            return new ArtifactCheck(ArtifactCheck.Outcome.TOO_LARGE, List.of());
        }
        Map<String, RunEvent> recorded = log == null ? Map.of() : log.artifacts;
        if (recorded.isEmpty() && disk.files().isEmpty()) {
            return new ArtifactCheck(
                    log == null
                            ? ArtifactCheck.Outcome.NO_LOG
                            : ArtifactCheck.Outcome.NONE_RECORDED,
                    List.of());
        }
        if (!disk.present()) {
            return new ArtifactCheck(ArtifactCheck.Outcome.FOLDER_ABSENT, List.of());
        }
        var names = new TreeSet<>(disk.files().keySet());
        for (String name : recorded.keySet()) {
            // of the folder itself all files are listed, however many there are
            if (disk.complete() || name.indexOf('/') < 0) {
                names.add(name);
            }
        }
        List<Artifact> artifacts = new ArrayList<>();
        boolean negative = false;
        for (String name : names) {
            Artifact artifact = artifact(name, recorded.get(name), disk.files().get(name));
            negative |= artifact.negative();
            artifacts.add(artifact);
        }
        return new ArtifactCheck(outcome(log, disk, negative), artifacts);
    }

    private static ArtifactCheck.Outcome outcome(
            @Nullable Logged log, ArtifactFiles disk, boolean negative) {
        if (log == null) {
            return ArtifactCheck.Outcome.NO_LOG;
        }
        if (!disk.complete()) {
            return ArtifactCheck.Outcome.TOO_LARGE;
        }
        return negative ? ArtifactCheck.Outcome.FAILED : ArtifactCheck.Outcome.VERIFIED;
    }

    private Artifact artifact(
            String name, @Nullable RunEvent written, ArtifactFiles.@Nullable Entry file)
            throws SourceException {
        String recorded = written == null ? null : Logged.said(written, "sha256_12");
        if (file == null) {
            return new Artifact(name, Artifact.State.MISSING, recorded, null);
        }
        if (!file.regular()) {
            return new Artifact(name, Artifact.State.NOT_A_FILE, recorded, null);
        }
        String sha256 = digest(name, file);
        Artifact.State state =
                recorded == null
                        ? Artifact.State.UNRECORDED
                        : sha256.substring(0, RECORDED_DIGITS).equals(recorded)
                                ? Artifact.State.MATCHES
                                : Artifact.State.DIFFERS;
        return new Artifact(name, state, recorded, sha256);
    }

    private String digest(String name, ArtifactFiles.Entry entry) throws SourceException {
        boolean wanted = KnownArtifacts.understood(name) || EXCHANGES.contains(name);
        try (LogFile file = entry.open()) {
            if (file.size() > (wanted ? LARGEST_UNDERSTOOD : HELD_WHOLE)) {
                String summed = entry.sha256();
                return summed != null
                        ? summed
                        : FileDigest.sha256(file, file.size(), Cancellation.NEVER);
            }
            byte[] bytes = file.all();
            if (wanted
                    && buffers.reader.read(bytes, 0, bytes.length) == null
                    && JsonText.tree(buffers.reader.tape()) instanceof JsonObject object) {
                understood.put(name, object);
            }
            return buffers.sha256(bytes);
        }
    }

    /// What those artifacts say that are understood, were read and are JSON objects, by name.
    Map<String, JsonObject> understood() {
        return Map.copyOf(understood);
    }

    /// The artifact that holds what a model was asked, of a known workflow; null of another.
    static @Nullable String exchange(String workflow) {
        return switch (workflow) {
            case KnownRun.CHANGE -> EXCHANGES.getFirst();
            case KnownRun.TRADE -> EXCHANGES.getLast();
            default -> null;
        };
    }

    /// What a model was asked and answered; null if no artifact says.
    @Nullable ModelExchange exchange() {
        for (String name : EXCHANGES) {
            JsonObject object = understood.get(name);
            String response = object == null ? null : object.string("response");
            if (object != null && response != null) {
                return new ModelExchange(
                        name,
                        PayloadWords.text(object.get("model")),
                        PayloadWords.text(object.get("temperature")),
                        PayloadWords.text(object.get("prompt")),
                        response);
            }
        }
        return null;
    }
}
