// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

/// The independent review, as a `review_recorded` record or the checkpoint has it, else its
/// recorded artifact.
///
/// @param reviewer who, as written
/// @param decision `accept` or `reject`, as written
/// @param notes as written
public record RecordedReview(String reviewer, String decision, String notes) {}
