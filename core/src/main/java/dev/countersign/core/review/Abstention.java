// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue.JsonObject;

/// A control that the pipeline did not dare to judge.
///
/// @param control the control or rule; empty where none is named
/// @param reason why not
/// @param recorded as it stands in the checkpoint, unknown keys included
public record Abstention(String control, String reason, JsonObject recorded) {}
