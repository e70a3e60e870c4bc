// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.Set;

/// A list of certificates that their issuer took back (RFC 5280, section 5).
record RevocationList(X509CRL list) {
    /// Reasons for which what was signed before still stands (RFC 3161, section 4, item 1). For
    /// others, among them none, the key may have been in foreign hands all along.
    private static final Set<CRLReason> HARMLESS =
            Set.of(
                    CRLReason.AFFILIATION_CHANGED,
                    CRLReason.SUPERSEDED,
                    CRLReason.CESSATION_OF_OPERATION);

    /// @param at from when on
    /// @param reason as the list gives it; null if it gives none
    record Entry(Instant at, @Nullable CRLReason reason) {
        boolean harmless() {
            return reason != null && HARMLESS.contains(reason);
        }
    }

    /// Whether the issuer made it, for certificates of its own.
    boolean isOf(Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.x509().getSubjectX500Principal())
                || !KeyUsages.signsLists(issuer.x509())) {
            return false;
        }
        try {
            list.verify(issuer.x509().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// Null if it does not name the certificate.
    @Nullable Entry entry(Certificate certificate) {
        X509CRLEntry entry = list.getRevokedCertificate(certificate.x509());
        if (entry == null || entry.getRevocationReason() == CRLReason.REMOVE_FROM_CRL) {
            return null;
        }
        return new Entry(entry.getRevocationDate().toInstant(), entry.getRevocationReason());
    }

    /// Until when its issuer vouches for it; null if it does not say.
    @Nullable Instant nextUpdate() {
        return list.getNextUpdate() == null ? null : list.getNextUpdate().toInstant();
    }
}
