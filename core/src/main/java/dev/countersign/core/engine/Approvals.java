// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.journal.Appending;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Opening;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.journal.RunLog;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/// Records decisions on a run without a signature, as the producer's own operation does. Who may
/// decide is not asked here: the run's step does, when it is executed again.
public final class Approvals {
    private static final String APPROVED = "approved";

    private Approvals() {}

    /// Records an approval: first in the log, then in the checkpoint. A crash between the two is
    /// mended by the next execution.
    ///
    /// @param run the run directory
    /// @param key what the run waits for
    /// @param approver who approves
    /// @return the journal's answer; if it refused, nothing was written
    /// @throws SourceException if the disk fails, or there is no checkpoint that can be read
    public static Appending approve(
            Path run, String key, String approver, Instant at, Durability durability)
            throws SourceException {
        return approved(
                RunDirectory.of(run, durability), draft(key, approver, at), approver, durability);
    }

    /// Records the second approval of what was approved in an emergency (CLOCKS).
    ///
    /// @param run the run directory
    /// @param emergency hash of the record of the first one
    /// @throws SourceException see {@link #approve}
    public static Appending approveRetroactively(
            Path run,
            String key,
            String approver,
            String emergency,
            Instant at,
            Durability durability)
            throws SourceException {
        return approved(
                RunDirectory.of(run, durability),
                draft(key, approver, at).with("retroactive_for", emergency),
                approver,
                durability);
    }

    private static RecordDraft draft(String key, String approver, Instant at) {
        return new RecordDraft(at, "approval_recorded")
                .with("key", key)
                .with("approver", approver)
                .with("decision", APPROVED);
    }

    private static Appending approved(
            RunDirectory directory, RecordDraft record, String approver, Durability durability)
            throws SourceException {
        RunState state = state(directory);
        JsonObject approval =
                JsonValue.object().with("approver", approver).with("decision", APPROVED).build();
        return append(
                directory,
                durability,
                record,
                () -> {
                    state.approval(key(record), approval);
                    directory.writeState(state.text());
                });
    }

    private static String key(RecordDraft record) {
        return Objects.requireNonNull(new JsonObject(record.fields()).string("key"));
    }

    /// Records a rejection: an event of its own, and the checkpoint stays as it is, for a producer
    /// that finds the key in it would go on (FORMATS 4).
    ///
    /// @param run the run directory
    /// @param rationale why
    /// @return the journal's answer; if it refused, nothing was written
    /// @throws SourceException if the disk fails
    public static Appending reject(
            Path run,
            String key,
            String approver,
            String rationale,
            Instant at,
            Durability durability)
            throws SourceException {
        RecordDraft record =
                new RecordDraft(at, "approval_rejected")
                        .with("key", key)
                        .with("approver", approver)
                        .with("decision", "rejected")
                        .with("rationale", rationale);
        RunDirectory directory = RunDirectory.of(run, durability);
        return append(directory, durability, record, () -> {});
    }

    @FunctionalInterface
    private interface Afterwards {
        void write() throws SourceException;
    }

    private static Appending append(
            RunDirectory directory,
            Durability durability,
            RecordDraft record,
            Afterwards afterwards)
            throws SourceException {
        return switch (RunLog.open(directory.log(), durability)) {
            case Opening.Refused(var reason) -> new Appending.Refused(reason);
            case Opening.Opened(RunLog log) -> {
                try (log) {
                    String head = log.head();
                    Appending appending = log.append(head == null ? "" : head, record);
                    if (appending instanceof Appending.Appended) {
                        afterwards.write();
                    }
                    yield appending;
                }
            }
        };
    }

    private static RunState state(RunDirectory directory) throws SourceException {
        byte[] bytes = directory.state();
        RunState state = bytes == null ? null : RunState.read(bytes);
        if (state == null) {
            Path file = directory.path().resolve(RunDirectory.STATE);
            throw new SourceException(
                    file, file + " is not there or cannot be read: execute the run again first.");
        }
        return state;
    }
}
