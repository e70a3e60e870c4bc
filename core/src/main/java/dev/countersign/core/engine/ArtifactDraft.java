// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue.JsonObject;

/// A file that a step emits.
///
/// @param name a plain file name
/// @param content written as the producer writes JSON: two-space indent, no final newline
public record ArtifactDraft(String name, JsonObject content) {}
