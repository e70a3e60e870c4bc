// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// One reason why a signature is not right.
///
/// @param kind which
/// @param detail what was found; empty where the kind says it all
public record SignatureFault(Kind kind, String detail) {
    /// One sentence.
    public String message() {
        return detail.isEmpty() ? kind.sentence + "." : kind.sentence + ": " + detail + ".";
    }

    /// What is not right (RFC 5652, RFC 5035).
    public enum Kind {
        /// More bytes than any decision needs.
        TOO_LARGE("The signature is larger than any signature of a decision"),
        /// Not a signed message in DER, or followed by more bytes.
        MALFORMED("The signature is not a CMS SignedData in DER"),
        /// The signed content is not inside.
        NO_CONTENT("The signed content is not inside the signature"),
        /// Nobody signed: it carries certificates only.
        NO_SIGNER("Nobody signed: there are certificates in it, and no signature"),
        /// More than one signature.
        SEVERAL_SIGNERS("More than one signature is in it"),
        /// The signer's certificate is not inside.
        NO_CERTIFICATE("The signer's certificate is not inside the signature"),
        /// A digest that can be forged, or is not known.
        WEAK_DIGEST("The digest is not SHA-256, SHA-384 or SHA-512"),
        /// A key that can be forged.
        WEAK_KEY("The signer's RSA key is shorter than 2048 bits"),
        /// A key or a way to sign that is not known, or does not fit the other.
        UNSUPPORTED_ALGORITHM("The signature's algorithm is not supported"),
        /// A signed attribute that must be there once with one value is not.
        ATTRIBUTE("A signed attribute is missing, repeated or malformed"),
        /// The content is not the one that was signed.
        CONTENT_CHANGED("The content is not what was signed: its digest differs"),
        /// The signature is not that of the certificate's key over the signed attributes.
        WRONG_SIGNATURE("The signature does not match the signer's certificate"),
        /// The signed attributes name another certificate than the one used.
        OTHER_CERTIFICATE("The signature was made for another certificate than the one inside");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }
}
