// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The artifacts against their records, and the head that the handoff report names (FORMATS 1,
/// cross-checks 2 and 4).
final class ArtifactChecks {
    private static final int MOST_EVIDENCE = 100;

    private final LogGround ground;
    private final Logged log;
    private final ArtifactCheck artifacts;

    ArtifactChecks(LogGround ground, Logged log, ArtifactCheck artifacts) {
        this.ground = ground;
        this.log = log;
        this.artifacts = artifacts;
    }

    Check files() {
        List<Evidence> evidence = new ArrayList<>();
        for (Artifact artifact : artifacts.artifacts()) {
            if (artifact.negative() && evidence.size() < MOST_EVIDENCE) {
                RunEvent written = log.artifacts.get(artifact.name());
                evidence.add(
                        new Evidence(
                                artifact.name(),
                                written == null ? -1 : written.record(),
                                artifact.recorded(),
                                artifact.sha256()));
            }
        }
        if (ground.silence() != null) {
            return ground.check(Kind.ARTIFACT_FILES, evidence);
        }
        return switch (artifacts.outcome()) {
            case VERIFIED, FAILED -> ground.check(Kind.ARTIFACT_FILES, evidence);
            case NONE_RECORDED -> LogGround.unchecked(Kind.ARTIFACT_FILES, Why.NOTHING_RECORDED);
            case FOLDER_ABSENT -> LogGround.unchecked(Kind.ARTIFACT_FILES, Why.NO_ARTIFACTS_FOLDER);
            case TOO_LARGE ->
                    evidence.isEmpty()
                            ? LogGround.unchecked(Kind.ARTIFACT_FILES, Why.TOO_LARGE)
                            : ground.check(Kind.ARTIFACT_FILES, evidence);
            case NO_LOG -> LogGround.unchecked(Kind.ARTIFACT_FILES, Why.NO_LOG);
        };
    }

    /// @param report what the handoff report says; null if there is none that can be read
    /// @param due whether it is known to name a head
    Check handoffHead(@Nullable JsonObject report, boolean due) {
        RunEvent written = log.artifacts.get(ArtifactReader.HANDOFF);
        String named = report == null ? null : report.string("audit_log_head");
        boolean missing = named == null && !(due && asRecorded(ArtifactReader.HANDOFF));
        if (ground.silence() == null && (missing || written == null)) {
            return LogGround.unchecked(Kind.HANDOFF_HEAD, Why.NOTHING_RECORDED);
        }
        List<Evidence> evidence = new ArrayList<>();
        String head = written == null ? "" : log.hashBefore(written);
        if (written != null && !head.equals(named)) {
            evidence.add(new Evidence(ArtifactReader.HANDOFF, written.record() - 1, head, named));
        }
        Check check = ground.check(Kind.HANDOFF_HEAD, evidence);
        return check.outcome() == Outcome.VERIFIED && !asRecorded(ArtifactReader.HANDOFF)
                ? LogGround.unchecked(Kind.HANDOFF_HEAD, Why.NOT_AS_RECORDED)
                : check;
    }

    /// Whether an artifact is the one that was recorded.
    boolean asRecorded(String name) {
        for (Artifact artifact : artifacts.artifacts()) {
            if (artifact.name().equals(name)) {
                return artifact.state() == Artifact.State.MATCHES;
            }
        }
        return false;
    }
}
