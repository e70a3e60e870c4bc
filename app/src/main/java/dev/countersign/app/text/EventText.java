// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.run.RunEvent;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Records of a log as lines of a timeline. Unknown events are shown as they are.
public final class EventText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Set<String> FRAME = Set.of("ts", "event", "prev", "hash");
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_VALUE = 4_000;

    private EventText() {}

    /// What happened, in a few words.
    public static String title(RunEvent event) {
        return switch (event.event()) {
            case "run_started" -> "Run started";
            case "step_started" -> "Step started: " + field(event, "step");
            case "step_result" -> field(event, "step") + ": " + field(event, "status");
            case "step_failed" -> "Step failed: " + field(event, "step");
            case "artifact_written" -> "Artifact written: " + field(event, "name");
            case "approval_recorded" ->
                    "Approval recorded: "
                            + field(event, "decision")
                            + " by "
                            + field(event, "approver");
            case "approval_rejected" -> "Rejected by " + field(event, "approver");
            case "review_recorded" ->
                    "Review recorded: "
                            + field(event, "decision")
                            + " by "
                            + field(event, "reviewer");
            case "run_completed" -> "Run completed";
            case "" -> "(no event name)";
            default -> Quotes.line(event.event());
        };
    }

    /// What else it says, on one line; empty if nothing.
    public static String detail(RunEvent event) {
        return switch (event.event()) {
            case "run_started", "run_completed" -> text(event, "run_id");
            case "step_result" -> text(event, "reason");
            case "step_failed" -> text(event, "error");
            case "artifact_written" -> text(event, "sha256_12");
            case "approval_recorded", "approval_rejected" -> text(event, "key");
            case "step_started" -> "";
            default -> others(event.value());
        };
    }

    /// `2026-11-21 01:25:15`, in the viewer's zone; a dash where a record has no time.
    public static String time(RunEvent event, ZoneId viewer) {
        var at = event.at();
        return at == null ? "–" : TIME.format(at.atZone(viewer));
    }

    /// Every field of a record on its own line, long values cut and said so.
    public static String fields(RunEvent event) {
        var text = new StringBuilder();
        List<JsonValue.Member> members = event.value().members();
        for (JsonValue.Member member : members.subList(0, Math.min(MOST_FIELDS, members.size()))) {
            String value = value(member.value());
            text.append(Foreign.visible(member.key())).append(": ");
            text.append(Foreign.cut(Foreign.visible(value), LONGEST_VALUE)).append('\n');
        }
        if (members.size() > MOST_FIELDS) {
            text.append("… and ")
                    .append(Numbers.count(members.size() - MOST_FIELDS, "field"))
                    .append(" more\n");
        }
        return text.toString();
    }

    private static String value(JsonValue value) {
        return value instanceof JsonString(String says) ? says : value.text();
    }

    private static String others(JsonObject value) {
        List<String> said = new ArrayList<>();
        for (JsonValue.Member member : value.members()) {
            if (!FRAME.contains(member.key()) && said.size() < 4) {
                said.add(Quotes.line(member.key() + " " + value(member.value())));
            }
        }
        return String.join(" · ", said);
    }

    private static String field(RunEvent event, String name) {
        String text = text(event, name);
        return text.isEmpty() ? "?" : text;
    }

    private static String text(RunEvent event, String name) {
        @Nullable JsonValue value = event.value().get(name);
        return value == null ? "" : Quotes.line(value(value));
    }
}
