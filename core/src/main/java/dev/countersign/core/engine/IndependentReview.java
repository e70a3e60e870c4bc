// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

/// The step in which somebody else looks at a run. A review that the log records counts before that
/// of the reviewer who is asked: so a reject can be lifted by a later review.
final class IndependentReview {
    private static final String ARTIFACT = "independent_review.json";

    private IndependentReview() {}

    static StepResult perform(StepInput step, Reviewer reviewer, Reviewer.Request request) {
        Review recorded = step.review();
        Review review = recorded == null ? reviewer.review(request) : recorded;
        if (review == null) {
            return StepResult.awaiting("awaiting independent review");
        }
        JsonObject artifact =
                JsonValue.object()
                        .with("summary", request.summary())
                        .with("verdict", review.recorded())
                        .build();
        StepResult result =
                review.accepted()
                        ? StepResult.ok("independently reviewed by " + review.reviewer())
                        : StepResult.blocked("independent review: reject — " + review.notes());
        return result.emitting(ARTIFACT, artifact).with("review", review.recorded());
    }
}
