// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The steps of a workflow whose steps are known, in their order, and what of them nothing may go
/// on without.
///
/// @param steps by name, in their order
/// @param controls in their order
record ControlSteps(List<String> steps, List<Control> controls) {
    private static final String GATE = "gate";
    private static final String REVIEW = "independent_review";
    private static final String APPROVAL = "human_approval";

    ControlSteps {
        steps = List.copyOf(steps);
        controls = List.copyOf(controls);
    }

    /// A step that nothing may go on without.
    ///
    /// @param step its name
    /// @param place among the steps
    /// @param review whether somebody reviews in it
    /// @param key the approval that it waits for, empty where any will do; null if it waits for
    ///   none
    record Control(String step, int place, boolean review, @Nullable String key) {}

    /// @param payload which plans the steps of a runbook; null if it is not known
    /// @param key the approval key of a step
    /// @return null where the steps are not known
    static @Nullable ControlSteps of(
            String workflow, @Nullable JsonObject payload, UnaryOperator<String> key) {
        return switch (workflow) {
            case "change-approval" ->
                    new ControlSteps(
                            List.of(
                                    "ingest",
                                    "map_controls",
                                    GATE,
                                    REVIEW,
                                    APPROVAL,
                                    "emit_workpaper",
                                    "handoff_report"),
                            List.of(
                                    new Control(GATE, 2, false, null),
                                    new Control(REVIEW, 3, true, null),
                                    new Control(APPROVAL, 4, false, key.apply(APPROVAL))));
            case "personal-trade-compliance" ->
                    new ControlSteps(
                            List.of("ingest", "assess", GATE, "rules", "emit_report"),
                            List.of(new Control(GATE, 2, false, null)));
            case "incident-runbook" -> runbook(payload, key);
            default -> null;
        };
    }

    /// The plan is reviewed, and each risky step of it waits for its own approval.
    private static ControlSteps runbook(@Nullable JsonObject payload, UnaryOperator<String> key) {
        List<String> steps = new ArrayList<>(List.of("ingest", REVIEW));
        List<Control> controls = new ArrayList<>();
        controls.add(new Control(REVIEW, 1, true, null));
        if (payload != null && payload.get("steps") instanceof JsonArray(List<JsonValue> plan)) {
            for (JsonValue value : plan) {
                String name = value instanceof JsonObject planned ? planned.string("name") : null;
                if (name == null || !(value instanceof JsonObject step)) {
                    continue;
                }
                if (step.get("risky") instanceof JsonWord word && word.kind() == JsonKind.TRUE) {
                    controls.add(new Control(name, steps.size(), false, key.apply(name)));
                }
                steps.add(name);
            }
        }
        steps.add("handoff_report");
        return new ControlSteps(steps, controls);
    }

    /// The steps that the plan of a runbook has.
    List<String> planned() {
        return steps.size() < 3 ? List.of() : steps.subList(2, steps.size() - 1);
    }

    /// The steps that wait for an approval.
    List<String> approved() {
        List<String> approved = new ArrayList<>();
        for (Control control : controls) {
            if (control.key() != null) {
                approved.add(control.step());
            }
        }
        return approved;
    }

    /// The key that a step waits for; null if it waits for none.
    @Nullable String key(String step) {
        Control control = control(step);
        return control == null ? null : control.key();
    }

    /// The key of the approval that is waited for first; null if none is.
    @Nullable String approvalKey() {
        for (Control control : controls) {
            if (control.key() != null) {
                return control.key();
            }
        }
        return null;
    }

    /// The control that a step is; null if it is none.
    @Nullable Control control(String step) {
        for (Control control : controls) {
            if (control.step().equals(step)) {
                return control;
            }
        }
        return null;
    }
}
