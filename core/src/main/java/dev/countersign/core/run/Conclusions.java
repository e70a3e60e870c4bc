// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a run of a known workflow left behind, against what was performed again here; what cannot
/// be performed (who approved, who reviewed) against what was recorded. What a step that came to a
/// good end always leaves, and is not there, is a difference; what nobody knows is left alone.
final class Conclusions {
    /// The artifact of the independent review.
    static final String REVIEW = "independent_review.json";

    private Conclusions() {}

    /// An artifact that is not the one that was recorded is not the run's conclusion.
    ///
    /// @param run null where the workflow is not known
    /// @param artifacts what those say that could be read, by name
    /// @param strange takes what is about something else than the run's payload, or told otherwise
    ///   by the words of the log: FORMATS binds neither, so that is no difference
    static Check check(
            LogGround ground,
            @Nullable KnownRun run,
            StateFile state,
            ArtifactChecks files,
            Map<String, JsonObject> artifacts,
            List<Evidence> strange) {
        if (state.problem() != null) {
            return LogGround.unchecked(Kind.CONCLUSIONS, state.problem());
        }
        if (run == null) {
            return LogGround.unchecked(Kind.CONCLUSIONS, Why.UNKNOWN_WORKFLOW);
        }
        if (!run.leaves()) {
            return LogGround.unchecked(Kind.CONCLUSIONS, Why.NOTHING_RECORDED);
        }
        List<Evidence> evidence = new ArrayList<>();
        new StepOutputs(run, evidence, strange).compare(ground.intact());
        Why silence = Why.NOTHING_RECORDED;
        boolean any = false;
        KnownArtifacts known = new KnownArtifacts(run, evidence, strange);
        for (Map.Entry<String, RunEvent> written : run.log().artifacts.entrySet()) {
            String name = written.getKey();
            if (!known.knows(name)) {
                continue;
            }
            if (files.asRecorded(name)) {
                any = true;
                known.compare(name, written.getValue().record(), artifacts.get(name));
            } else if (artifacts.get(name) != null) {
                silence = Why.NOT_AS_RECORDED;
            }
        }
        new LoggedReasons(run, strange).compare();
        return any || !evidence.isEmpty() || ground.silence() != null
                ? ground.check(Kind.CONCLUSIONS, evidence)
                : LogGround.unchecked(Kind.CONCLUSIONS, silence);
    }
}
