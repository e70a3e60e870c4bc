// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes what goes out for a finding: an incident for programs and a draft e-mail for people. The
/// desk may be offline, so both are files; the same finding always gives the same two names.
///
/// @param folder where to
record Outbox(Path folder) {
    /// Writes both, whole or not at all; a file that is there already is written again.
    ///
    /// @throws SourceException if that fails
    void escalate(Finding finding, List<String> to, Instant now) throws SourceException {
        String id = finding.id();
        JsonObject incident = incident(finding, to, now);
        SmallFile.replace(folder.resolve(id + ".json"), incident.text() + "\n");
        String subject =
                finding.severityWord()
                        + " "
                        + finding.kind().word().replace('_', ' ')
                        + ": "
                        + finding.runId();
        DraftMail mail = new DraftMail(to, subject, now, id, body(finding));
        SmallFile.replace(folder.resolve(id + ".eml"), mail.text());
    }

    static JsonObject incident(Finding finding, List<String> to, Instant now) {
        List<JsonValue> recipients = new ArrayList<>();
        to.forEach(recipient -> recipients.add(JsonValue.of(recipient)));
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
                .with("to", new JsonArray(recipients))
                .with("hold", JsonValue.of(finding.severity() == 1))
                .with("evidence", finding.evidence())
                .build();
    }

    private static String body(Finding finding) {
        StringBuilder body = new StringBuilder(512);
        line(body, "Severity", finding.severityWord());
        line(body, "Finding", finding.kind().word().replace('_', ' ') + " (" + finding.id() + ")");
        line(body, "Run", finding.runId());
        line(body, "Since", finding.at().toString());
        Instant due = finding.due();
        line(body, "Due", due == null ? "no deadline" : due.toString());
        String head = finding.head();
        line(body, "Head of the chain", head == null ? "none" : head);
        body.append("\nEvidence (also in ").append(finding.id()).append(".json):\n");
        return body.append(finding.evidence().text()).append('\n').toString();
    }

    private static void line(StringBuilder body, String name, String value) {
        body.append(name).append(": ").append(value).append('\n');
    }
}
