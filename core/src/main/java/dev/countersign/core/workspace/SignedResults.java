// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActPlace;
import dev.countersign.core.approval.ActRole;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;

import java.util.ArrayList;
import java.util.List;

/// The results of performing many runs again, signed, as the ledger has them. Each is verified when
/// it is read.
///
/// @param position of the entry in the ledger
/// @param at when the entry was written
/// @param resultsSha256 SHA-256 of the results' document
/// @param toolVersion what performed
/// @param policySha256 of the policy that held
/// @param verdict what is to be said of the signature
public record SignedResults(
        long position,
        String at,
        String resultsSha256,
        String toolVersion,
        String policySha256,
        ActVerdict verdict) {
    /// Those of a ledger, the earliest first.
    ///
    /// @throws SourceException if the ledger or the anchors cannot be read
    public static List<SignedResults> in(LedgerStore ledger, Policy policy, ActVerifier verifier)
            throws SourceException {
        String role = ActRole.of(policy, ActKind.REPERFORMANCE, "", "", "");
        List<SignedResults> all = new ArrayList<>();
        for (LedgerEvent event :
                ledger.find(LedgerQuery.ALL.byAction(DeskAction.REPERFORMED.word()))) {
            if (event.details().get("record") instanceof JsonObject record) {
                String results = said(record, "results_sha256");
                all.add(
                        new SignedResults(
                                event.position(),
                                event.timestamp(),
                                results,
                                said(record, "tool_version"),
                                said(record, "policy_sha256"),
                                verifier.verify(
                                        event.position(),
                                        ActKind.REPERFORMANCE,
                                        record,
                                        ActPlace.ofResults(results, role))));
            }
        }
        return all;
    }

    private static String said(JsonObject record, String key) {
        String text = record.string(key);
        return text == null ? "" : text;
    }
}
