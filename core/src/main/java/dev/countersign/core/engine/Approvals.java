// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.journal.Appending;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Decisions.StateApproval;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.Recording;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Instant;

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
        return approved(RunDirectory.of(run, durability), draft(key, approver, at), key, approver);
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
                key,
                approver);
    }

    private static RecordDraft draft(String key, String approver, Instant at) {
        return new RecordDraft(at, "approval_recorded")
                .with("key", key)
                .with("approver", approver)
                .with("decision", APPROVED);
    }

    private static Appending approved(
            RunDirectory directory, RecordDraft record, String key, String approver)
            throws SourceException {
        return appending(
                Decisions.record(
                        directory, null, record, new StateApproval(key, approver, APPROVED)));
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
        return appending(Decisions.record(directory, null, record, null));
    }

    private static Appending appending(Recording recording) throws SourceException {
        return switch (recording) {
            case Recording.Recorded(String head) -> new Appending.Appended(head);
            case Recording.Unfinished(String head, SourceException trouble) -> throw trouble;
            case Recording.Refused(var reason) -> new Appending.Refused(reason);
        };
    }
}
