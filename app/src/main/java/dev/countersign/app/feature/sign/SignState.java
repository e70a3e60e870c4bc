// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.run.RunEvent;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.trust.KeyProblem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// What the sheet shows: one of these at any time.
public sealed interface SignState {
    /// Whether what was said is in the log, or in a file on its way there.
    default boolean settled() {
        return this instanceof Done
                || this instanceof Unfinished
                || this instanceof NotWritten(_, _, _, _, Path file) && file != null;
    }

    /// Nothing: it is not there.
    record Closed() implements SignState {}

    /// It is being looked what is decided on.
    ///
    /// @param words what is under way
    record Looking(String words) implements SignState {}

    /// What is to be decided on could not be read.
    ///
    /// @param sentence why
    record Unread(String sentence) implements SignState {}

    /// It asks for what is missing.
    ///
    /// @param subject what is decided on
    /// @param act as far as it is said
    /// @param identity as far as it is said
    /// @param obstacles what stands against it
    /// @param request what would be signed now; null while something stands against it
    /// @param problem what is wrong with the key; null if nothing is known to be
    /// @param missing why it cannot be signed now, as a sentence; empty if it can, but for the PIN
    /// @param pin whether the key asks for a PIN
    record Asking(
            SignSubject subject,
            Act act,
            String identity,
            List<Obstacle> obstacles,
            @Nullable SigningRequest request,
            @Nullable KeyProblem problem,
            String missing,
            boolean pin)
            implements SignState {
        public Asking {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// It is being signed, or the rest of the work is being done.
    ///
    /// @param words what is under way
    record Signing(SignSubject subject, Act act, String words) implements SignState {}

    /// It is in the log.
    record Done(SignSubject subject, Act act, SignEnd.Recorded end) implements SignState {}

    /// Nothing is to be signed: what was approved before is to go on.
    record Resuming(SignSubject.OfRun subject) implements SignState {}

    /// It is in the log, and the rest of the work is not done.
    ///
    /// @param head the log's new head
    /// @param sentence why
    record Unfinished(SignSubject subject, Act act, String head, String sentence)
            implements SignState {}

    /// Nothing was signed, because of what is in the log by now.
    ///
    /// @param sentences why
    /// @param between records that came in between
    record Refused(SignSubject subject, Act act, List<String> sentences, List<RunEvent> between)
            implements SignState {
        public Refused {
            sentences = List.copyOf(sentences);
            between = List.copyOf(between);
        }
    }

    /// It was signed by somebody whom nobody here trusts, and is not recorded.
    ///
    /// @param order what was to be signed
    /// @param entry what was signed
    /// @param sentence why not
    record Untrusted(SignSubject subject, SignOrder order, SignedEntry entry, String sentence)
            implements SignState {}

    /// It was signed, and the time-stamp authority did not say when.
    ///
    /// @param order what was to be signed
    /// @param entry what was signed
    /// @param sentence why there is no time-stamp
    /// @param files what was written to be carried to the authority; null while nothing was
    record Unstamped(
            SignSubject subject,
            SignOrder order,
            SignedEntry entry,
            String sentence,
            @Nullable Carried files)
            implements SignState {}

    /// What is carried to a time-stamp authority, and what stays.
    ///
    /// @param request for the authority
    /// @param response waits for its answer
    record Carried(Path request, Path response) {}

    /// It was signed and could not be written.
    ///
    /// @param entry what was signed
    /// @param sentence why
    /// @param file where it was written instead; null while it was not
    record NotWritten(
            SignSubject subject, Act act, SignedEntry entry, String sentence, @Nullable Path file)
            implements SignState {}

    /// It could not be done.
    ///
    /// @param sentence what happened and what to do
    record Failed(SignSubject subject, Act act, String sentence) implements SignState {}
}
