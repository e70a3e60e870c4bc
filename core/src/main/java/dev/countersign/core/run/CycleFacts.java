// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.review.RuleResult;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What {@link Cycles} has to know of a run besides its log.
///
/// @param workflow its name; empty if nothing says
/// @param runId its id
/// @param author who made what is decided; null if nothing says
/// @param exceptions findings or violations, as recorded
/// @param emergency whether the payload asks for the emergency targets
public record CycleFacts(
        String workflow,
        String runId,
        @Nullable String author,
        List<RuleResult> exceptions,
        boolean emergency) {}
