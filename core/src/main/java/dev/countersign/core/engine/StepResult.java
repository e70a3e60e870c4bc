// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a step ended, and what it leaves.
///
/// @param status how it ended
/// @param reason in a few words; where it raised, the error as Python's `repr` would print it
/// @param state what it adds to the checkpoint, in this order
/// @param artifacts what it emits, in this order; written before the result is recorded
public record StepResult(
        Status status, String reason, List<Member> state, List<ArtifactDraft> artifacts) {
    /// How a step can end (FORMATS 1, `step_result`).
    public enum Status {
        /// It is done, and is not performed again.
        OK,
        /// Something forbids to go on.
        BLOCKED,
        /// A human must decide.
        AWAITING_APPROVAL,
        /// It says that it failed.
        FAILED,
        /// It broke off: `step_failed` instead of `step_result`.
        RAISED;

        /// As it is written in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public StepResult {
        state = List.copyOf(state);
        artifacts = List.copyOf(artifacts);
    }

    /// A result that leaves nothing yet.
    public static StepResult of(Status status, String reason) {
        return new StepResult(status, reason, List.of(), List.of());
    }

    /// It is done.
    public static StepResult ok(String reason) {
        return of(Status.OK, reason);
    }

    /// Something forbids to go on.
    public static StepResult blocked(String reason) {
        return of(Status.BLOCKED, reason);
    }

    /// A human must decide.
    public static StepResult awaiting(String reason) {
        return of(Status.AWAITING_APPROVAL, reason);
    }

    /// It broke off.
    ///
    /// @param error as Python's `repr` would print it
    public static StepResult raised(String error) {
        return of(Status.RAISED, error);
    }

    /// The same, leaving a value in the checkpoint.
    public StepResult with(String key, JsonValue value) {
        List<Member> more = new ArrayList<>(state);
        more.add(new Member(key, value));
        return new StepResult(status, reason, more, artifacts);
    }

    /// The same, emitting a file.
    public StepResult emitting(String name, JsonObject content) {
        List<ArtifactDraft> more = new ArrayList<>(artifacts);
        more.add(new ArtifactDraft(name, content));
        return new StepResult(status, reason, state, more);
    }
}
