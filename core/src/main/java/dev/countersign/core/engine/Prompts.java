// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.ProducerForm;
import dev.countersign.core.review.EvidenceText;

/// The prompts of the workflows, as the producer words them.
final class Prompts {
    private static final String CHANGE =
            """
            You are a SOX ITGC auditor. Given a change record and its evidence,
            decide which controls are satisfied and cite the EXACT evidence text for each.

            Return ONLY a JSON object:
            {"claims": [{"control": "<id>", "text": "<short assertion>", "citation": "<span copied VERBATIM from evidence>"}],
              "abstentions": [{"control": "<id>", "reason": "<why you cannot determine it>"}]}

            Rules: copy every citation verbatim from the EVIDENCE — never paraphrase or invent.
            If the evidence is missing or too ambiguous to determine a control, put it under
            "abstentions" (do NOT guess). Only put a control under "claims" when you can cite evidence.

            CONTROLS:
            ITGC-CM-01: All changes to production systems supporting financial reporting must be authorized via an approved change request prior to deployment.
            ITGC-CM-02: Changes must be approved by someone independent of the developer (segregation of duties).
            ITGC-CM-03: Changes must be tested and the results documented before promotion to production.

            CHANGE (excluding evidence):
            """;

    private static final String TRADE =
            """
            You are a personal-account-dealing (PAD) compliance analyst.
            Decide ONLY whether a valid **Legal pre-clearance** exists for THIS trade, and cite it.

            Return ONLY JSON:
            {"claims": [{"rule": "PAD-1", "text": "pre-cleared by Legal before the trade",
                          "citation": "<span copied VERBATIM from EVIDENCE>", "approval_date": "YYYY-MM-DD"}],
              "abstentions": [{"rule": "PAD-1", "reason": "<why you cannot confirm a formal pre-clearance>"}]}

            Rules: cite verbatim from EVIDENCE; never invent. An informal "go ahead" / casual email is
            NOT a formal Legal pre-clearance — if you cannot confirm a formal pre-clearance naming this
            security, ABSTAIN (do NOT guess).

            """;

    private Prompts() {}

    static String change(JsonObject payload, EvidenceText evidence) {
        return CHANGE + record(payload) + "\n\nEVIDENCE:\n" + evidence.text() + "\n";
    }

    static String trade(JsonObject payload, EvidenceText evidence) {
        return TRADE + "TRADE: " + record(payload) + "\nEVIDENCE: " + evidence.text() + "\n";
    }

    private static String record(JsonObject payload) {
        return ProducerForm.line(
                new JsonObject(
                        payload.members().stream()
                                .filter(member -> !member.key().equals("evidence"))
                                .toList()));
    }
}
