// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.trust.KeyProblem;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How signing ended.
public sealed interface SignEnd {
    /// It is in the log, and the log was read again.
    ///
    /// @param head the log's new head
    /// @param act what is to be said of the new record; null if it could not be read again
    /// @param notes what else is to be known
    record Recorded(String head, @Nullable ActVerdict act, List<String> notes) implements SignEnd {
        public Recorded {
            notes = List.copyOf(notes);
        }
    }

    /// It is in the log, for good; `state.json` could not be written after it.
    ///
    /// @param head the log's new head
    /// @param trouble why
    record Unfinished(String head, String trouble) implements SignEnd {}

    /// Something stands against it; nothing was signed.
    record Obstructed(List<Obstacle> obstacles) implements SignEnd {
        public Obstructed {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// The log has grown since it was looked at; nothing was written.
    ///
    /// @param between the records that came in between
    record Moved(List<RunEvent> between) implements SignEnd {
        public Moved {
            between = List.copyOf(between);
        }
    }

    /// The key cannot sign; nothing was signed.
    record BadKey(KeyProblem problem) implements SignEnd {}

    /// It was signed by somebody whom nobody here trusts; nothing was recorded.
    ///
    /// @param entry what was signed
    /// @param why why not
    record Untrusted(SignedEntry entry, String why) implements SignEnd {}

    /// It was signed, and the time-stamp authority did not say when: the log is as it was.
    ///
    /// @param entry what was signed
    /// @param trouble why not
    record Unstamped(SignedEntry entry, String trouble) implements SignEnd {}

    /// It was signed and not written: the log is as it was.
    ///
    /// @param entry what was signed
    /// @param trouble why it was not written
    record NotWritten(SignedEntry entry, String trouble) implements SignEnd {}
}
