// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

/// The independent reviewer of a run's claims, a second program or a human.
@FunctionalInterface
public interface Reviewer {
    /// The producer's own: accepts what is grounded on a second look.
    Reviewer OPERATIONS =
            request -> {
                if (!request.grounded()) {
                    return new Review("ops.reviewer", false, "a citation is not in the evidence");
                }
                String noted = request.exceptions() ? "; exceptions noted" : "";
                return new Review(
                        "ops.reviewer", true, request.verified() + " re-verified" + noted);
            };

    /// A human at the desk: the run waits until the log records a review.
    Reviewer AT_THE_DESK = request -> null;

    /// Looks at a run.
    ///
    /// @return what was decided; null if it is not yet
    @Nullable Review review(Request request);

    /// What there is to review.
    ///
    /// @param payload the run's input
    /// @param summary what the reviewer is shown, and what the artifact says
    /// @param verified what is looked at, in one word
    /// @param grounded whether every citation was found again
    /// @param exceptions whether there are any
    record Request(
            JsonObject payload,
            JsonObject summary,
            String verified,
            boolean grounded,
            boolean exceptions) {}
}
