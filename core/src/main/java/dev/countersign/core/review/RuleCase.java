// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.References;

import java.util.List;

/// What rules look at.
///
/// @param payload the run's input
/// @param claims what was claimed of it
/// @param references what policy has them look up
public record RuleCase(JsonObject payload, List<Claim> claims, References references) {
    public RuleCase {
        claims = List.copyOf(claims);
    }
}
