// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.resume;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.EventOutcome;
import dev.countersign.core.ledger.LedgerEntry;

import java.nio.file.Path;

/// A resume command that was run.
///
/// @param command what ran
/// @param end how it ended
/// @param output the file with what it wrote, standard output and error as they came
/// @param bytes how many of them are kept
/// @param dropped how many more it wrote than are kept
/// @param sha256 of the file
public record Resumed(
        ResumeCommand command,
        ResumeEnd end,
        Path output,
        long bytes,
        long dropped,
        String sha256) {
    /// Whether it says that all went well.
    public boolean succeeded() {
        return end instanceof ResumeEnd.Exited(int code) && code == 0;
    }

    /// For the ledger, after it ended.
    public LedgerEntry entry(Actor who) {
        return LedgerEntry.of(who, DeskAction.RESUMED, command.resource())
                .ended(succeeded() ? EventOutcome.SUCCESS : EventOutcome.FAILURE)
                .with(details());
    }

    private JsonObject details() {
        ObjectBuilder details = JsonValue.object();
        command.details().members().forEach(m -> details.with(m.key(), m.value()));
        details.with("end", end.word());
        if (end instanceof ResumeEnd.Exited(int code)) {
            details.with("exit_code", code);
        }
        Path name = output.getFileName();
        return details.with("output", name == null ? "" : name.toString())
                .with("output_bytes", bytes)
                .with("output_dropped", dropped)
                .with("output_sha256", sha256)
                .build();
    }
}
