// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// What the anchors say of a signature that is right.
///
/// @param at when it was made, for the judgement: a time-stamp's time if its authority is trusted,
///   else what the signer says
/// @param signer whether the signer is trusted
/// @param stamp what is to be said of its time-stamp
public record SignatureTrust(JudgedAt at, TrustVerdict signer, StampTrust stamp) {
    /// What is to be said of a time-stamp.
    public sealed interface StampTrust {
        /// There is none.
        record None() implements StampTrust {}

        /// It is right.
        ///
        /// @param stamp what it says
        /// @param authority whether its authority is trusted; its time counts only then
        record Right(TimeStampCheck.Stamped stamp, TrustVerdict authority) implements StampTrust {}

        /// It is not right, or is about something else.
        record Wrong(TimeStampCheck.Failed check) implements StampTrust {}
    }
}
