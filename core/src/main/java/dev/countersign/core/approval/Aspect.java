// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

/// What is looked at in a signed act, each for itself: "not trusted" is not "tampered".
public enum Aspect {
    /// The bytes of the signature: somebody holding the certificate's key signed the statement.
    SIGNATURE,
    /// The statement says what the record says, field by field.
    STATEMENT,
    /// It was signed for this run and this place in its log.
    POSITION,
    /// The artifacts are those that were reviewed.
    ARTIFACTS,
    /// The certificate leads to an anchor that the workspace trusts.
    TRUST,
    /// A time-stamp authority says when it was signed.
    TIME_STAMP,
    /// The certificate is that of the identity which the record names, and policy knows it.
    IDENTITY,
    /// That identity has the role which the act needs.
    ROLE,
    /// Who acted is not the author.
    NOT_AUTHOR,
    /// Who acted is not the reviewer.
    NOT_REVIEWER
}
