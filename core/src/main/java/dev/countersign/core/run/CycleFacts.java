// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.review.RuleResult;

import java.util.List;

/// What {@link Cycles} has to know of a run besides its log.
///
/// @param workflow its name; empty if nothing says
/// @param runId its id
/// @param exceptions findings or violations, as recorded
/// @param emergency whether the payload asks for the emergency targets
record CycleFacts(String workflow, String runId, List<RuleResult> exceptions, boolean emergency) {}
