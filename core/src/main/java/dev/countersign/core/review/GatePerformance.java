// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.List;

/// The gate, performed here.
///
/// @param result what it gives
/// @param claims in their order
/// @param evidence what was searched
public record GatePerformance(
        GateResult result, List<GroundedClaim> claims, EvidenceText evidence) {
    public GatePerformance {
        claims = List.copyOf(claims);
    }

    /// Whether nothing was claimed and nothing left open: the gate approves, and that is worth a
    /// warning.
    public boolean nothingAsserted() {
        return claims.isEmpty() && result.abstentions() == 0;
    }
}
