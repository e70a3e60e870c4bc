// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.FindingId;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Something about a run that a person takes to others. It decides nothing, and no log has it.
///
/// @param runId the run
/// @param head of its chain when it was looked at; null without one
/// @param severity 1 to 4, 1 being the worst
/// @param reason what the person says
/// @param by who that is
/// @param evidence what it rests on: what was read, and which findings are open
/// @param hold whether the run is put on hold with it
public record Incident(
        String runId,
        @Nullable String head,
        int severity,
        String reason,
        String by,
        JsonObject evidence,
        boolean hold) {
    /// One about a run as it was read.
    ///
    /// @param findings those of the workspace; others than this run's are left out
    public static Incident about(
            RunSnapshot run, List<Finding> findings, int severity, String reason, String by) {
        ChainReport chain = run.chain();
        List<JsonValue> failed = new ArrayList<>();
        run.channels()
                .all()
                .forEach((channel, outcome) -> {
                    if (outcome == Outcome.FAILED) {
                        failed.add(JsonValue.of(channel.name().toLowerCase(Locale.ROOT)));
                    }
                });
        JsonValue.ObjectBuilder artifacts = JsonValue.object();
        for (Artifact artifact : run.artifacts().artifacts()) {
            if (artifact.sha256() != null) {
                artifacts.with(artifact.name(), artifact.sha256());
            }
        }
        List<JsonValue> found =
                findings.stream()
                        .filter(f -> f.runId().equals(run.runId()))
                        .map(f -> JsonValue.of(f.id()))
                        .toList();
        JsonObject evidence =
                JsonValue.object()
                        .with("path", run.directory().toString())
                        .with("status", run.status().word())
                        .with("verdict", chain == null ? null : chain.verdict().word())
                        .with("records", chain == null ? 0 : chain.records())
                        .with("failed", new JsonArray(failed))
                        .with("findings", new JsonArray(found))
                        .with("artifacts", artifacts.build())
                        .build();
        String head = chain == null ? null : chain.head();
        return new Incident(run.runId(), head, severity, reason, by, evidence, false);
    }

    /// The same, with which the run is put on hold.
    public Incident held() {
        return new Incident(runId, head, severity, reason, by, evidence, true);
    }

    /// `escalated` or `held`.
    String kind() {
        return hold ? "held" : "escalated";
    }

    /// Its name: the same reason given twice for the same state of a run is one incident.
    public String id() {
        return "e" + FindingId.of(kind(), runId, head + " " + severity + " " + reason).substring(1);
    }

    /// `SEV-1` to `SEV-4`.
    public String severityWord() {
        return "SEV-" + severity;
    }
}
