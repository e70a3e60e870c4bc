// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.Check.Evidence;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the steps of a known workflow leave once they came to a good end: members of the checkpoint
/// and records of artifacts. The lists of the rules, and the gate, have checks of their own.
final class StepOutputs {
    private static final String REVIEW = "independent_review";

    private final KnownRun run;
    private final List<Evidence> evidence;
    private final List<Evidence> strange;

    /// @param strange takes what is about something else than the run's payload
    StepOutputs(KnownRun run, List<Evidence> evidence, List<Evidence> strange) {
        this.run = run;
        this.evidence = evidence;
        this.strange = strange;
    }

    /// A log that names no artifact at all is one of a producer that writes none.
    ///
    /// @param intact whether the log has every record that it ever had, as far as it goes
    void compare(boolean intact) {
        if (run.state().object("payload") == null) {
            absent("payload", "an object");
        }
        id(run.idKey());
        switch (run.workflow()) {
            case KnownRun.CHANGE -> {
                claims("map_controls");
                review();
            }
            case KnownRun.TRADE -> claims("assess");
            default -> review();
        }
        if (intact && !run.log().artifacts.isEmpty()) {
            artifacts();
        }
    }

    private void id(String key) {
        if (run.ended("ingest")) {
            String given = PayloadWords.text(run.payload().get("id"));
            String left = PayloadWords.text(value(key));
            if (!given.equals(left)) {
                strange.add(new Evidence("state.json/" + key, -1, given, left));
            }
        }
    }

    private void claims(String step) {
        if (run.ended(step)) {
            list("claims");
            list("abstentions");
        }
    }

    private void list(String key) {
        if (!(value(key) instanceof JsonArray)) {
            absent(key, "a list");
        }
    }

    private void review() {
        if (!run.ended(REVIEW)) {
            return;
        }
        JsonObject review = run.state().object("review");
        if (review == null) {
            absent("review", "a review");
        } else if (PayloadWords.text(review.get("reviewer")).isBlank()) {
            evidence.add(new Evidence("state.json/review/reviewer", -1, "a reviewer", null));
        }
    }

    private void artifacts() {
        switch (run.workflow()) {
            case KnownRun.CHANGE -> {
                written(REVIEW, Conclusions.REVIEW);
                asked("human_approval", "approval_request.json");
                written("emit_workpaper", "workpaper.json");
                written("handoff_report", ArtifactReader.HANDOFF);
            }
            case KnownRun.TRADE -> written("emit_report", "pad_report.json");
            default -> {
                written("ingest", "plan.json");
                written(REVIEW, Conclusions.REVIEW);
                List<String> planned = run.steps().planned();
                for (int i = 0; i < planned.size(); i++) {
                    asked(planned.get(i), "approval_request-" + (i + 1) + ".json");
                    written(planned.get(i), "step-" + (i + 1) + ".json");
                }
                written("handoff_report", ArtifactReader.HANDOFF);
            }
        }
    }

    private void written(String step, String artifact) {
        lacks(step, "ok", artifact);
    }

    private void asked(String step, String artifact) {
        lacks(step, "awaiting_approval", artifact);
    }

    private void lacks(String step, String status, String artifact) {
        RunEvent result = run.log().results.get(step);
        if (result != null
                && status.equals(result.text("status"))
                && !run.log().artifacts.containsKey(artifact)) {
            evidence.add(new Evidence(artifact, result.record(), "written by " + step, null));
        }
    }

    private @Nullable JsonValue value(String key) {
        return run.state().value() == null ? null : run.state().value().get(key);
    }

    private void absent(String key, String expected) {
        JsonValue value = value(key);
        String found = value == null ? null : value.text();
        evidence.add(new Evidence("state.json/" + key, -1, expected, found));
    }
}
