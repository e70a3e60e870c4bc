// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

/// What an independent reviewer decided.
///
/// @param reviewer who
/// @param accepted whether they accept
/// @param notes in their words
public record Review(String reviewer, boolean accepted, String notes) {
    /// As it is written in files.
    public String decision() {
        return accepted ? "accept" : "reject";
    }

    JsonObject recorded() {
        return JsonValue.object()
                .with("reviewer", reviewer)
                .with("decision", decision())
                .with("notes", notes)
                .build();
    }
}
