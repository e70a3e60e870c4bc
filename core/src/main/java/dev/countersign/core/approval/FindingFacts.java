// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import dev.countersign.core.json.CanonicalDigest;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.ProducerForm;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/// What a finding is, for a disposition that no log of a run can take: it goes to the ledger of the
/// workspace. Its record has the fields of one in a log; where that names the record before it,
/// this names {@link #sha256}, so a signature is about one finding and no other.
///
/// @param id its name
/// @param kind what it is about
/// @param runId the run, or the period
/// @param subject what within it
/// @param author who made what is decided; null if nobody is known
public record FindingFacts(
        String id, String kind, String runId, String subject, @Nullable String author) {
    /// SHA-256 of `{"id", "kind", "run_id", "subject"}`, canonical, profile A.
    public String sha256() {
        byte[] canonical =
                ProducerForm.canonical(
                        JsonValue.object()
                                .with("id", id)
                                .with("kind", kind)
                                .with("run_id", runId)
                                .with("subject", subject)
                                .build());
        JsonReader reader = new JsonReader(10);
        if (reader.read(canonical, 0, canonical.length) != null) {
            throw new IllegalStateException("what was written is JSON");
        }
        return CanonicalDigest.sha256(reader.tape());
    }

    /// What is to be said of a disposition of it in a ledger.
    ///
    /// @param position of the entry
    /// @param record the entry's
    /// @throws SourceException if the anchors cannot be read
    public ActVerdict verdict(long position, JsonObject record, Policy policy, ActVerifier verifier)
            throws SourceException {
        String role = ActRole.of(policy, ActKind.DISPOSITION, "", "", "");
        return verifier.verify(position, ActKind.DISPOSITION, record, place(role));
    }

    /// What the statement of a disposition is held against.
    private ActPlace place(String role) {
        return new ActPlace(runId, sha256(), Map.of(), Set.of(), Map.of(), author, null, role);
    }
}
