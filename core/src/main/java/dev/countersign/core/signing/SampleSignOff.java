// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActPlace;
import dev.countersign.core.approval.ActRole;
import dev.countersign.core.approval.ActStatement;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Redaction;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.SigningKey;

import java.time.Instant;
import java.util.Map;

/// That a period's sample was observed, as a person signs it: a record for the ledger of the
/// workspace, which names the draw where a record in a log names the one before it.
///
/// @param period `YYYY-MM`
/// @param populationSha256 of the population that was drawn from
/// @param draw hash of the ledger's entry with the draw that counts
/// @param observed how many runs were looked at
/// @param note what is to be said of it
public record SampleSignOff(
        String period, String populationSha256, String draw, long observed, String note) {
    private static final ActKind KIND = ActKind.SAMPLE_SIGN_OFF;

    /// Whether the note can stand in the ledger, which keeps nothing that looks like a secret.
    public boolean fits() {
        JsonObject record = draft("", "", Instant.EPOCH).placedAfter(draw);
        return Redaction.of(record).equals(record);
    }

    /// Signs. Blocking: a token may take long.
    ///
    /// @param identity who signs
    /// @param at the time of the record
    /// @return the record with its signature
    /// @throws SourceException if the key fails
    public JsonObject signed(
            String identity, Policy policy, SigningKey key, CmsSigner signer, Instant at)
            throws SourceException {
        String role = ActRole.of(policy, KIND, "", "", "");
        RecordDraft draft = draft(identity.strip(), role, at);
        ActStatement statement =
                ActStatement.of(KIND, draft.placedAfter(draw), ActPlace.POPULATION, Map.of());
        Octets cms = signer.sign(Octets.of(statement.bytes()), key, draft.at());
        return draft.with("signature", cms.base64()).placedAfter(draw);
    }

    private RecordDraft draft(String identity, String role, Instant at) {
        return new RecordDraft(at, KIND.event())
                .with(KIND.person(), identity)
                .with("period", period)
                .with("population_sha256", populationSha256)
                .with("observed", Long.toString(observed))
                .with("role", role)
                .with("rationale", note)
                .with("reviewed_head", draw);
    }
}
