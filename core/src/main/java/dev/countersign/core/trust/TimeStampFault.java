// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// One reason why a time-stamp, or an authority's answer, is not right.
///
/// @param kind which
/// @param detail what was found; empty where the kind says it all
public record TimeStampFault(Kind kind, String detail) {
    /// One sentence.
    public String message() {
        return detail.isEmpty() ? kind.sentence + "." : kind.sentence + ": " + detail + ".";
    }

    /// What is not right (RFC 3161).
    public enum Kind {
        /// The bytes are no answer, or no token.
        MALFORMED("The time-stamp cannot be read"),
        /// The authority refused.
        REFUSED("The time-stamp authority refused"),
        /// It is about something else than this signature.
        OTHER_SIGNATURE("The time-stamp is about another signature"),
        /// It is about other bytes than those of this file.
        OTHER_FILE("The time-stamp is about another file, or this one was changed"),
        /// It is the answer to another request.
        OTHER_REQUEST("The time-stamp answers another request"),
        /// The digest of what it is about can be forged, or is not known.
        WEAK_DIGEST("The time-stamp's digest is not SHA-256, SHA-384 or SHA-512"),
        /// The authority's certificate is not one for time-stamps alone.
        WRONG_USAGE("The certificate of the time-stamp authority is not for time-stamps alone"),
        /// The authority's certificate was not valid at the time it gave.
        NOT_VALID("The certificate of the time-stamp authority was not valid at that time"),
        /// The token's own signature is not right.
        WRONG_SIGNATURE("The time-stamp's own signature is not right");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }
}
