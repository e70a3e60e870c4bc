// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Puts what a human decided into a run's log and, if it approves, into its checkpoint (FORMATS 4).
///
/// The log comes first: a crash between the two leaves a log that says "approved" and a checkpoint
/// that does not, never the reverse. Blocking.
public final class Decisions {
    private Decisions() {}

    /// An approval as the checkpoint has it.
    ///
    /// @param key what the run waits for
    /// @param approver who approved
    /// @param decision as recorded
    public record StateApproval(String key, String approver, String decision) {
        private JsonObject value() {
            return JsonValue.object().with("approver", approver).with("decision", decision).build();
        }
    }

    /// Records a decision.
    ///
    /// @param expectedHead what was reviewed; null: whatever the head is
    /// @param approval what the checkpoint is to say afterwards; null if it stays as it is
    /// @throws SourceException if the disk fails before the record is in the log, or a checkpoint
    ///   is needed and there is none that can be read, or written: then nothing was written
    public static Recording record(
            RunDirectory directory,
            @Nullable String expectedHead,
            RecordDraft record,
            @Nullable StateApproval approval)
            throws SourceException {
        if (RunLog.open(directory.log(), directory.durability())
                instanceof Opening.Opened(RunLog log)) {
            try (log) {
                return record(directory, log, expectedHead, record, approval);
            }
        }
        return new Recording.Refused(Refusal.LOCKED);
    }

    private static Recording record(
            RunDirectory directory,
            RunLog log,
            @Nullable String expectedHead,
            RecordDraft record,
            @Nullable StateApproval approval)
            throws SourceException {
        String checkpoint = approval == null ? null : checkpoint(directory, approval);
        String head = log.head();
        String expected = expectedHead != null ? expectedHead : head == null ? "" : head;
        return switch (log.append(expected, record)) {
            case Appending.Refused(Refusal reason) -> new Recording.Refused(reason);
            case Appending.Appended(String now) -> {
                try {
                    if (checkpoint != null) {
                        directory.writeState(checkpoint);
                    }
                    yield new Recording.Recorded(now);
                } catch (SourceException e) {
                    yield new Recording.Unfinished(now, e);
                }
            }
        };
    }

    /// Writes an approval that the log has and the checkpoint lacks.
    ///
    /// @return why it was refused; null if it was written
    /// @throws SourceException if the disk fails; then the checkpoint is as it was
    public static @Nullable Refusal finish(RunDirectory directory, StateApproval approval)
            throws SourceException {
        if (RunLog.open(directory.log(), directory.durability())
                instanceof Opening.Opened(RunLog log)) {
            try (log) {
                directory.dropUnfinished();
                directory.writeState(checkpoint(directory, approval));
                return null;
            }
        }
        return Refusal.LOCKED;
    }

    /// Takes away a last line that breaks off where a crash kept the rest of a record from being
    /// written; see {@link RunLog#setUnfinishedAside}. Nothing is done while another writer has the
    /// log.
    ///
    /// @return what was taken away and where it is; null if nothing was
    /// @throws SourceException if the disk fails
    public static @Nullable TornEnd setUnfinishedAside(RunDirectory directory)
            throws SourceException {
        if (Files.exists(directory.log(), LinkOption.NOFOLLOW_LINKS)
                && RunLog.open(directory.log(), directory.durability())
                        instanceof Opening.Opened(RunLog log)) {
            try (log) {
                return log.setUnfinishedAside();
            }
        }
        return null;
    }

    private static String checkpoint(RunDirectory directory, StateApproval approval)
            throws SourceException {
        RunState state = state(directory);
        state.approval(approval.key(), approval.value());
        return directory.text(state);
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
