// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// Something that a verdict of trust should be read with.
///
/// @param kind which
/// @param message one sentence
public record TrustNote(Kind kind, String message) {
    /// What.
    public enum Kind {
        /// No revocation list of the issuer is there.
        REVOCATION_NOT_CHECKED,
        /// The newest revocation list ends before the time in question.
        REVOCATION_LIST_OLD,
        /// A file among the anchors cannot be used.
        FILE_NOT_USED
    }
}
