// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.journal.Appending;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Opening;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.journal.RunLog;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Instant;

/// Records decisions on a run without a signature, as the producer's own operation does. Who may
/// decide is not asked here: the run's step does, when it is executed again.
public final class Approvals {
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
        RunDirectory directory = RunDirectory.of(run, durability);
        RunState state = state(directory);
        RecordDraft record =
                new RecordDraft(at, "approval_recorded")
                        .with("key", key)
                        .with("approver", approver)
                        .with("decision", "approved");
        return append(
                directory,
                durability,
                record,
                () -> {
                    state.approval(
                            key,
                            JsonValue.object()
                                    .with("approver", approver)
                                    .with("decision", "approved")
                                    .build());
                    directory.writeState(state.text());
                });
    }

    /// Records a rejection: an event of its own, and the checkpoint stays as it is, for a producer
    /// that finds the key in it would go on (FORMATS 4).
    ///
    /// @param run the run directory
    /// @param rationale why
    /// @return the journal's answer; if it refused, nothing was written
    /// @throws SourceException if the disk fails
    public static Appending reject(
            Path run, String key, String approver, String rationale, Instant at)
            throws SourceException {
        RecordDraft record =
                new RecordDraft(at, "approval_rejected")
                        .with("key", key)
                        .with("approver", approver)
                        .with("decision", "rejected")
                        .with("rationale", rationale);
        RunDirectory directory = RunDirectory.of(run, Durability.EACH_WRITE);
        return append(directory, Durability.EACH_WRITE, record, () -> {});
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
