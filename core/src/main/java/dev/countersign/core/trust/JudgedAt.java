// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.time.Instant;

/// The time for which certificates are judged.
///
/// @param instant the time
/// @param proven whether somebody else vouches for it, by a time-stamp. What only the signer says
///   cannot prove that a signature is older than the revocation of its key.
public record JudgedAt(Instant instant, boolean proven) {
    /// As the signer says.
    public static JudgedAt claimed(Instant instant) {
        return new JudgedAt(instant, false);
    }

    /// As a time-stamp authority says.
    public static JudgedAt proven(Instant instant) {
        return new JudgedAt(instant, true);
    }
}
