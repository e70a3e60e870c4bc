// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The claims and abstentions that the workflows make where no model is asked. Derived from the
/// runs of a real producer; the comments say what they do not show.
public final class Baseline {
    private static final String CLEARANCE = "pre-clearance approved";

    private Baseline() {}

    /// What a workflow claims of a payload on its own.
    ///
    /// @return null if the workflow is not one that we know
    public static @Nullable ModelOutput of(String workflow, JsonObject payload) {
        Workflows known = Workflows.of(workflow);
        return switch (known) {
            case CHANGE_APPROVAL -> changeApproval(known, payload);
            case PERSONAL_TRADE -> personalTrade(known, workflow, payload);
            case null -> null;
        };
    }

    /// Always both claims: one that has no evidence cites nothing, and the gate blocks it. What a
    /// change that is not `in_scope` gives is not known; here the same.
    private static ModelOutput changeApproval(Workflows workflow, JsonObject payload) {
        return new ModelOutput(
                List.of(
                        Recorded.claim(
                                workflow,
                                "ITGC-CM-01",
                                "change authorized prior to deployment",
                                evidence(payload, "approval")),
                        Recorded.claim(
                                workflow,
                                "ITGC-CM-03",
                                "tested with documented results",
                                evidence(payload, "test_signoff"))),
                List.of());
    }

    /// A guess that all runs agree with: the evidence has the words of a granted pre-clearance and
    /// the symbol, both in any case. The date is not read: a late one passes.
    private static ModelOutput personalTrade(Workflows workflow, String name, JsonObject payload) {
        EvidenceText evidence = EvidenceTexts.of(name, payload);
        String text = evidence == null ? "" : evidence.text();
        String searched = PythonText.normalise(text);
        JsonValue symbol = payload.get("symbol");
        String wanted = symbol == null ? "" : PythonText.normalise(PythonText.str(symbol));
        if (!wanted.isEmpty() && searched.contains(CLEARANCE) && searched.contains(wanted)) {
            return new ModelOutput(
                    List.of(Recorded.claim(workflow, "PAD-1", "pre-cleared by Legal", text)),
                    List.of());
        }
        return new ModelOutput(
                List.of(),
                List.of(
                        Recorded.abstention(
                                workflow,
                                "PAD-1",
                                "no formal pre-clearance naming this security")));
    }

    private static String evidence(JsonObject payload, String key) {
        JsonValue value =
                payload.get("evidence") instanceof JsonObject evidence ? evidence.get(key) : null;
        return value == null || value.equals(JsonWord.NULL) ? "" : PythonText.str(value);
    }
}
