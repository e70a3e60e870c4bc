// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The workflows that ship.
public enum Workflow {
    /// Tests the controls of a change, with a maker-checker sign-off.
    CHANGE_APPROVAL("change-approval", true),
    /// Tests a personal trade against the dealing rules.
    PERSONAL_TRADE_COMPLIANCE("personal-trade-compliance", true),
    /// Walks through the steps of an incident's runbook; risky ones wait for an approval each.
    INCIDENT_RUNBOOK("incident-runbook", false);

    private final String word;
    private final boolean asksModel;

    Workflow(String word, boolean asksModel) {
        this.word = word;
        this.asksModel = asksModel;
    }

    /// The workflow of a name; null if it does not ship.
    public static @Nullable Workflow of(String word) {
        for (Workflow workflow : values()) {
            if (workflow.word.equals(word)) {
                return workflow;
            }
        }
        return null;
    }

    /// Its name in run ids and logs.
    public String word() {
        return word;
    }

    /// Whether it has a use for what a model said.
    public boolean asksModel() {
        return asksModel;
    }

    /// What keeps a payload from being one of this workflow, in a sentence without its end; null if
    /// nothing does. What the producer would find out in a step is left to the step.
    public @Nullable String objection(JsonObject payload) {
        return switch (this) {
            case CHANGE_APPROVAL -> evidence(payload);
            case PERSONAL_TRADE_COMPLIANCE -> {
                String evidence = evidence(payload);
                yield evidence == null ? PersonalTradeCompliance.objection(payload) : evidence;
            }
            case INCIDENT_RUNBOOK -> IncidentRunbook.objection(payload);
        };
    }

    /// Texts by name, if there are any: else nothing could be cited, and nothing be found wrong.
    private static @Nullable String evidence(JsonObject payload) {
        JsonValue evidence = payload.get("evidence");
        boolean none = evidence == null || evidence.equals(JsonValue.JsonWord.NULL);
        return none || evidence instanceof JsonObject ? null : "needs an object at /evidence";
    }

    /// Whether the payload names who made what is decided. The producer goes on without, but nobody
    /// is independent of somebody unknown: no approval of such a run is signed.
    public boolean namesAuthor(JsonObject payload) {
        String author = payload.string("author");
        String maker = author == null ? payload.string("employee") : author;
        return maker != null && !maker.isBlank();
    }

    /// The run of a payload that has no objection.
    public Run run(JsonObject payload, WorkflowInput input) {
        List<Step> steps =
                switch (this) {
                    case CHANGE_APPROVAL -> new ChangeApproval(input).steps();
                    case PERSONAL_TRADE_COMPLIANCE -> new PersonalTradeCompliance(input).steps();
                    case INCIDENT_RUNBOOK -> new IncidentRunbook(payload, input).steps();
                };
        return new Run(word, steps);
    }
}
