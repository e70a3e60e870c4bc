// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.List;

/// What a model's raw response says, once read as the producer reads it (FORMATS 5).
///
/// @param claims in their order
/// @param abstentions in their order
public record ModelOutput(List<Claim> claims, List<Abstention> abstentions) {
    /// Neither claims nor abstentions; also what an unreadable response gives.
    public static final ModelOutput NOTHING = new ModelOutput(List.of(), List.of());

    public ModelOutput {
        claims = List.copyOf(claims);
        abstentions = List.copyOf(abstentions);
    }

    /// The claims and abstentions of a raw response. Any error in it gives {@link #NOTHING}, as
    /// does a workflow that we do not know. Each `recorded` is the object that belongs into
    /// `state.json`.
    public static ModelOutput parse(String workflow, String response) {
        Workflows known = Workflows.of(workflow);
        return known == null ? NOTHING : new ResponseParser(known).parse(response);
    }
}
