// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One record of a run's log as what it says; unknown events are events too.
///
/// @param record 0-based, counting non-blank lines
/// @param line 1-based, counting all lines
/// @param event its name; empty if it has none
/// @param at its time; null if it has none that can be read
/// @param value all its fields
public record RunEvent(
        long record, long line, String event, @Nullable Instant at, JsonObject value) {
    /// What a text field says; null if it is not there or no text.
    public @Nullable String text(String field) {
        return value.string(field);
    }
}
