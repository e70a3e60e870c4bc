// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

/// A claim, and whether its citation stands in the evidence.
///
/// @param claim what is asserted
/// @param grounding what was found here
public record GroundedClaim(Claim claim, Grounding grounding) {}
