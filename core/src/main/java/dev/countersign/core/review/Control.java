// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.util.List;
import java.util.Objects;

/// One control of the register: what an auditor must know to judge a result.
///
/// @param id as claims and findings name it
/// @param title in a few words
/// @param objective what it is for
/// @param procedure how it is tested
/// @param evidence what the test rests on
/// @param deficiency when it is deficient, one criterion each
public record Control(
        String id,
        String title,
        String objective,
        String procedure,
        String evidence,
        List<String> deficiency) {
    /// A firm's own may come from anywhere.
    public Control {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(evidence, "evidence");
        deficiency = List.copyOf(deficiency);
    }

    /// As it stands in documents.
    public JsonObject document() {
        return JsonValue.object()
                .with("id", id)
                .with("title", title)
                .with("objective", objective)
                .with("procedure", procedure)
                .with("evidence", evidence)
                .with(
                        "deficiency",
                        new JsonArray(deficiency.stream().<JsonValue>map(JsonValue::of).toList()))
                .build();
    }
}
