// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Writes what goes out for a finding, or because a person says so: an incident for programs and a
/// draft e-mail for people. The desk may be offline, so both are files; the same finding always
/// gives the same two names.
///
/// @param folder where to
record Outbox(Path folder) {
    /// Writes both, whole or not at all; a file that is there already is written again.
    ///
    /// @param whom the roles that hear of it, and how soon policy wants them to act
    /// @throws SourceException if that fails
    void escalate(Finding finding, Policy.Escalation whom, Instant now) throws SourceException {
        String id = finding.id();
        JsonObject incident = incident(finding, whom.to(), now);
        String subject =
                finding.severityWord()
                        + " "
                        + finding.kind().word().replace('_', ' ')
                        + ": "
                        + finding.runId();
        String body = body(finding, whom.when());
        var _ = write(incident, new DraftMail(whom.to(), subject, now, id, body));
    }

    /// Writes both for what a person takes to others.
    ///
    /// @throws SourceException if that fails
    Escalated escalate(Incident incident, List<String> to, Instant now) throws SourceException {
        String subject = incident.severityWord() + " " + incident.kind() + ": " + incident.runId();
        return write(
                incident(incident, to, now),
                new DraftMail(to, subject, now, incident.id(), body(incident)));
    }

    private Escalated write(JsonObject incident, DraftMail mail) throws SourceException {
        var files =
                new Escalated(
                        folder.resolve(mail.id() + ".json"), folder.resolve(mail.id() + ".eml"));
        SmallFile.replace(files.incident(), incident.text() + "\n");
        SmallFile.replace(files.mail(), mail.text());
        return files;
    }

    private static JsonObject incident(Incident incident, List<String> to, Instant now) {
        return JsonValue.object()
                .with("id", incident.id())
                .with("kind", incident.kind())
                .with("severity", incident.severityWord())
                .with("run_id", incident.runId())
                .with("head", incident.head())
                .with("at", now.toString())
                .with("due", (String) null)
                .with("raised_at", now.toString())
                .with("to", recipients(to))
                .with("hold", JsonValue.of(incident.hold() || incident.severity() == 1))
                .with("by", incident.by())
                .with("reason", incident.reason())
                .with("evidence", incident.evidence())
                .build();
    }

    private static JsonArray recipients(List<String> to) {
        return new JsonArray(to.stream().<JsonValue>map(JsonValue::of).toList());
    }

    private static String body(Incident incident) {
        StringBuilder body = new StringBuilder(512);
        body.append(incident.reason()).append("\n\n");
        line(body, "Severity", incident.severityWord());
        line(body, "Run", incident.runId());
        line(body, incident.hold() ? "Put on hold by" : "Escalated by", incident.by());
        String head = incident.head();
        line(body, "Head of the chain", head == null ? "none" : head);
        body.append("\nEvidence (also in ").append(incident.id()).append(".json):\n");
        return body.append(incident.evidence().text()).append('\n').toString();
    }

    static JsonObject incident(Finding finding, List<String> to, Instant now) {
        Instant due = finding.due();
        return JsonValue.object()
                .with("id", finding.id())
                .with("kind", finding.kind().word())
                .with("severity", finding.severityWord())
                .with("run_id", finding.runId())
                .with("head", finding.head())
                .with("at", finding.at().toString())
                .with("due", due == null ? null : due.toString())
                .with("raised_at", now.toString())
                .with("to", recipients(to))
                .with("hold", JsonValue.of(finding.severity() == 1))
                .with("evidence", finding.evidence())
                .build();
    }

    private static String body(Finding finding, String when) {
        StringBuilder body = new StringBuilder(512);
        line(body, "Severity", finding.severityWord());
        line(body, "Finding", finding.kind().word().replace('_', ' ') + " (" + finding.id() + ")");
        line(body, "Run", finding.runId());
        line(body, "Since", finding.at().toString());
        Instant due = finding.due();
        line(body, "Due", due == null ? when : due.toString());
        String head = finding.head();
        line(body, "Head of the chain", head == null ? "none" : head);
        body.append("\nEvidence (also in ").append(finding.id()).append(".json):\n");
        return body.append(finding.evidence().text()).append('\n').toString();
    }

    /// What a run says cannot make another line.
    private static void line(StringBuilder body, String name, String value) {
        body.append(name).append(": ").append(DraftMail.oneLine(value)).append('\n');
    }
}
