// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Decisions.StateApproval;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.Recording;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.signing.Obstacle.Kind;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Certificate;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.SigningKey;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Signs what was prepared, and puts it into the run's log.
public final class Signing {
    private static final String APPROVAL = "approval_recorded";

    private Signing() {}

    /// Why a certificate may not sign for somebody; null if it may. Where policy has no list of
    /// identities nothing is asked: the identity is claimed.
    public static @Nullable Obstacle certificate(
            Certificate certificate, String identity, Policy policy) {
        List<String> named = certificate.names().identities();
        if (policy.identities() == null
                || named.stream().anyMatch(id -> Identity.same(id, identity))) {
            return null;
        }
        return new Obstacle(
                Kind.OTHER_CERTIFICATE,
                "The certificate is not that of "
                        + identity
                        + ": it names "
                        + (named.isEmpty() ? "nobody" : String.join(", ", named))
                        + ".");
    }

    /// Signs. Blocking: a token may take long.
    ///
    /// @throws SourceException if the key fails; nothing was written
    public static SignedEntry sign(SigningRequest request, SigningKey key, CmsSigner signer)
            throws SourceException {
        Octets statement = Octets.of(request.statement().bytes());
        return new SignedEntry(request, signer.sign(statement, key, request.draft().at()));
    }

    /// Puts a signed act into the log that it was made for, and an approval into the checkpoint
    /// after that. Blocking.
    ///
    /// @throws SourceException if the disk fails; nothing was written
    public static Recording record(SignedEntry entry, Durability durability)
            throws SourceException {
        return record(
                entry.request().directory(), entry.request().head(), entry.draft(), durability);
    }

    static Recording record(Path run, String head, RecordDraft draft, Durability durability)
            throws SourceException {
        return Decisions.record(RunDirectory.of(run, durability), head, draft, approval(draft));
    }

    /// What the checkpoint says of an approval; null of any other act.
    private static @Nullable StateApproval approval(RecordDraft draft) {
        return draft.event().equals(APPROVAL)
                ? new StateApproval(
                        text(draft, "key"), text(draft, "approver"), text(draft, "decision"))
                : null;
    }

    private static String text(RecordDraft draft, String key) {
        return Objects.requireNonNull(draft.placedAfter("").string(key));
    }
}
