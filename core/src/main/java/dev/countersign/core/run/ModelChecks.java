// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.ModelOutput;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The claims against the model's raw response, and whether the exchange with the model is all
/// there (FORMATS 5).
final class ModelChecks {
    private static final List<String> MEMBERS =
            List.of("model", "temperature", "prompt", "response");

    private final LogGround ground;
    private final Reperformance again;
    private final StateFile state;
    private final String workflow;

    ModelChecks(LogGround ground, Reperformance again, StateFile state, String workflow) {
        this.ground = ground;
        this.again = again;
        this.state = state;
        this.workflow = workflow;
    }

    /// @param run null where the workflow is not known
    /// @param model null if no artifact says what it answered
    /// @param artifacts what those say that could be read, by name
    Check check(
            @Nullable KnownRun run,
            @Nullable ModelExchange model,
            ArtifactChecks files,
            Map<String, JsonObject> artifacts) {
        List<Evidence> evidence = new ArrayList<>();
        String name = ArtifactReader.exchange(workflow);
        if (run != null && name != null && state.problem() == null) {
            lacks(run, name, files.asRecorded(name), artifacts.get(name), evidence);
        }
        if (model == null) {
            return evidence.isEmpty()
                    ? LogGround.unchecked(Kind.MODEL_OUTPUT, Why.NOTHING_RECORDED)
                    : ground.check(Kind.MODEL_OUTPUT, evidence);
        }
        if (state.problem() != null) {
            return LogGround.unchecked(Kind.MODEL_OUTPUT, state.problem());
        }
        if (again.gate == null) {
            return LogGround.unchecked(Kind.MODEL_OUTPUT, Why.UNKNOWN_WORKFLOW);
        }
        answered(model, evidence);
        return !evidence.isEmpty() || ground.silence() != null || files.asRecorded(model.artifact())
                ? ground.check(Kind.MODEL_OUTPUT, evidence)
                : LogGround.unchecked(Kind.MODEL_OUTPUT, Why.NOT_AS_RECORDED);
    }

    /// The stricter checks, and whether the prompt shows the evidence that the gate searches: how
    /// it is worded is the producer's, so it is no disagreement.
    List<Check> withPrompt(List<Check> additional, @Nullable ModelExchange model) {
        GatePerformance gate = again.gate;
        if (model == null || gate == null || model.prompt().contains(gate.evidence().text())) {
            return additional;
        }
        List<Check> all = new ArrayList<>(additional);
        Evidence missing = new Evidence(model.artifact() + "/prompt", -1, "the evidence", null);
        all.add(LogGround.compared(Kind.PROMPT_SHOWS_EVIDENCE, List.of(missing)));
        return all;
    }

    private void answered(ModelExchange model, List<Evidence> evidence) {
        ModelOutput output = ModelOutput.parse(workflow, model.response());
        Reperformance.lists(
                "claims",
                output.claims(),
                again.claims,
                Reperformance::same,
                Reperformance::line,
                evidence);
        Reperformance.lists(
                "abstentions",
                output.abstentions(),
                again.abstentions,
                Reperformance::same,
                Reperformance::line,
                evidence);
    }

    /// The log says which model was asked; then the whole exchange is there.
    private static void lacks(
            KnownRun run,
            String name,
            boolean asRecorded,
            @Nullable JsonObject exchange,
            List<Evidence> evidence) {
        String model = LoggedReasons.model(run.log());
        RunEvent written = run.log().artifacts.get(name);
        if (written == null) {
            if (model != null) {
                evidence.add(new Evidence(name, -1, "the answer of " + model, null));
            }
        } else if (asRecorded && exchange == null) {
            evidence.add(new Evidence(name, written.record(), "a JSON object", null));
        } else if (asRecorded && exchange != null) {
            for (String member : MEMBERS) {
                if (absent(exchange.get(member))) {
                    String path = name + "/" + member;
                    evidence.add(new Evidence(path, written.record(), "a value", null));
                }
            }
            String said = PayloadWords.text(exchange.get("model"));
            if (model != null && !absent(exchange.get("model")) && !said.equals(model)) {
                evidence.add(new Evidence(name + "/model", written.record(), model, said));
            }
        }
    }

    private static boolean absent(@Nullable JsonValue value) {
        return value == null || value instanceof JsonWord word && word.kind() == JsonKind.NULL;
    }
}
