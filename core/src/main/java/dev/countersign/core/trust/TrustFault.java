// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/// One reason why a certificate is not trusted. That says nothing about what was signed: not
/// trusted is not tampered.
///
/// @param kind which
/// @param subject whose certificate it is about; the signer's, or that of one of the issuers
/// @param when the date that matters; null if none does
/// @param detail more about it; empty where the kind says it all
public record TrustFault(Kind kind, String subject, @Nullable Instant when, String detail) {
    /// Why (RFC 5280).
    public enum Kind {
        /// No path leads to an anchor.
        FOREIGN,
        /// It was not valid any more.
        EXPIRED,
        /// It was not valid yet.
        NOT_YET_VALID,
        /// Its issuer took it back.
        REVOKED,
        /// Its key is for something else.
        WRONG_USAGE,
        /// It may not issue certificates, or not such ones.
        NOT_AN_ISSUER,
        /// Its key or its issuer's signature can be forged.
        WEAK,
        /// It does not fit into the path for another reason.
        UNFIT
    }

    /// One sentence.
    public String message() {
        return switch (kind) {
            case FOREIGN ->
                    "No trust anchor stands behind the certificate of "
                            + subject
                            + ": its issuer is "
                            + detail
                            + ".";
            case EXPIRED -> sentence("had expired: it was valid until " + date());
            case NOT_YET_VALID -> sentence("was not valid yet: it is from " + date());
            case REVOKED -> sentence("was revoked at " + date() + detail);
            case WRONG_USAGE -> sentence("is not for this use, but for " + detail);
            case NOT_AN_ISSUER -> sentence("may not issue this: " + detail);
            case WEAK -> sentence("can be forged: " + detail);
            case UNFIT -> sentence("does not fit into its path: " + detail);
        };
    }

    private String sentence(String predicate) {
        return "The certificate of " + subject + " " + predicate + ".";
    }

    private String date() {
        return Objects.requireNonNull(when).toString();
    }
}
