// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue.JsonObject;

import java.util.Objects;

/// A finding or violation that a deterministic rule gave (FORMATS 5).
///
/// @param control the control or rule
/// @param severity as written; empty where there is none
/// @param detail in the producer's words
/// @param recorded as it stands in the checkpoint, unknown keys included
public record RuleResult(String control, String severity, String detail, JsonObject recorded) {
    /// A firm's own may come from anywhere.
    public RuleResult {
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(recorded, "recorded");
    }
}
