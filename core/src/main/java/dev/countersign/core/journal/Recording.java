// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.source.SourceException;

/// How the recording of a decision ended.
public sealed interface Recording {
    /// It is in the log, was read back, and where it approves, the checkpoint says so too.
    ///
    /// @param head the record's hash, the log's new head
    record Recorded(String head) implements Recording {}

    /// It is in the log, for good; the checkpoint could not be written after it. {@link
    /// Decisions#finish} does the rest.
    ///
    /// @param head the record's hash, the log's new head
    /// @param trouble why the checkpoint is as it was
    record Unfinished(String head, SourceException trouble) implements Recording {}

    /// Nothing was written.
    ///
    /// @param reason why not
    record Refused(Refusal reason) implements Recording {}
}
