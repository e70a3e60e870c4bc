// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue.JsonObject;

/// One assertion of a pipeline, with the text it rests on.
///
/// @param control the control or rule it is about; empty where none is named
/// @param text what is asserted
/// @param citation the evidence it cites; may be empty
/// @param approvalDate as written, where the workflow has one; else empty
/// @param recorded the claim as it stands in the checkpoint, unknown keys included
public record Claim(
        String control, String text, String citation, String approvalDate, JsonObject recorded) {}
