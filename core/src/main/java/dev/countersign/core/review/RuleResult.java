// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue.JsonObject;

/// A finding or violation that a deterministic rule gave (FORMATS 5).
///
/// @param control the control or rule
/// @param severity as written; empty where there is none
/// @param detail in the producer's words
/// @param recorded as it stands in the checkpoint, unknown keys included
public record RuleResult(String control, String severity, String detail, JsonObject recorded) {}
