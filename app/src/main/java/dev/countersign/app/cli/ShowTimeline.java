// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.EventText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Every record of a run, and what its checkpoint says besides what is shown elsewhere: nothing is
/// dropped because nobody here knows it.
final class ShowTimeline {
    /// More is not read on a terminal; `--json` has them all.
    private static final int MOST = 100;

    /// What `show` shows under another name.
    private static final Set<String> SHOWN =
            Set.of(
                    "artifacts",
                    "approvals",
                    "claims",
                    "abstentions",
                    "findings",
                    "violations",
                    "gate",
                    "review");

    private ShowTimeline() {}

    static JsonArray records(RunSnapshot run) {
        return ShowDocument.list(
                run.events(),
                event ->
                        JsonValue.object()
                                .with("record", event.record())
                                .with("line", event.line())
                                .with("at", ShowDocument.instant(event.at()))
                                .with("entry", event.value())
                                .build());
    }

    static JsonObject state(RunSnapshot run) {
        return new JsonObject(others(run));
    }

    private static List<Member> others(RunSnapshot run) {
        JsonObject state = run.state();
        return state == null
                ? List.of()
                : state.members().stream().filter(member -> !SHOWN.contains(member.key())).toList();
    }

    /// What is left over in the checkpoint, then each record.
    static void print(RunSnapshot run, BiConsumer<String, String> row) {
        String name = "State";
        for (Member member : others(run)) {
            if (!member.key().equals("payload")) {
                row.accept(name, Quotes.line(member.key() + ": " + member.value().text()));
                name = "";
            }
        }
        List<RunEvent> events = run.events();
        for (RunEvent event : events.subList(0, Math.min(MOST, events.size()))) {
            String detail = EventText.detail(event);
            row.accept(
                    "Record " + event.record(),
                    EventText.time(event, ZoneOffset.UTC)
                            + "  "
                            + EventText.title(event)
                            + (detail.isEmpty() ? "" : " · " + detail));
        }
        if (events.size() > MOST) {
            row.accept(
                    "", "… and " + Numbers.count(events.size() - MOST, "record") + ": see --json");
        }
    }
}
