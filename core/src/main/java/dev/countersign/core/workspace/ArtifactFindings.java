// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.Artifact;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Files that are not what is recorded, as findings: each its own, so that each is answered for; or
/// one for all of a kind where they are many, or a single log could flood ledger and outbox.
final class ArtifactFindings {
    private static final int MOST_SINGLE = 20;

    private ArtifactFindings() {}

    static void of(List<Artifact> artifacts, FindingSink sink) {
        Map<FindingKind, List<Artifact>> wrong = new EnumMap<>(FindingKind.class);
        for (Artifact artifact : artifacts) {
            FindingKind kind = kind(artifact);
            if (kind != null) {
                wrong.computeIfAbsent(kind, _ -> new ArrayList<>()).add(artifact);
            }
        }
        wrong.forEach((kind, files) -> {
            if (files.size() > MOST_SINGLE) {
                sink.found(kind, subject(files), evidence(files));
            } else {
                files.forEach(file -> sink.found(kind, subject(file), evidence(file)));
            }
        });
    }

    private static @Nullable FindingKind kind(Artifact artifact) {
        return switch (artifact.state()) {
            case MATCHES -> null;
            case DIFFERS, NOT_A_FILE -> FindingKind.ARTIFACT_DIFFERS;
            case MISSING -> FindingKind.ARTIFACT_MISSING;
            case UNRECORDED -> FindingKind.ARTIFACT_UNRECORDED;
        };
    }

    private static JsonObject evidence(Artifact artifact) {
        return JsonValue.object()
                .with("artifact", artifact.name())
                .with("recorded", artifact.recorded())
                .with("sha256", artifact.sha256())
                .build();
    }

    private static JsonObject evidence(List<Artifact> files) {
        List<JsonValue> first = new ArrayList<>();
        files.subList(0, MOST_SINGLE).forEach(file -> first.add(evidence(file)));
        return JsonValue.object()
                .with("files", files.size())
                .with("first_files", new JsonArray(first))
                .build();
    }

    /// A file that was changed once more is another finding, not closed with the one before. Of one
    /// that is missing or that no record names, there is its name only.
    private static String subject(Artifact file) {
        String found = file.state() == Artifact.State.DIFFERS ? file.sha256() : null;
        return found == null ? file.name() : file.name() + " " + found;
    }

    /// Which files they are: another file more is another finding, too.
    private static String subject(List<Artifact> files) {
        List<JsonValue> subjects = new ArrayList<>();
        files.forEach(file -> subjects.add(JsonValue.of(subject(file))));
        return files.size() + " files, " + FindingSink.digest(new JsonArray(subjects));
    }
}
