// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.List;

/// The deterministic rules of one workflow, and the controls that they test. A service: a firm adds
/// rules of its own by a jar that provides this interface, without touching ours.
///
/// Rules must give the same results for the same case, and look at nothing else.
public interface ControlRules {
    /// The workflow whose runs they are for.
    String workflow();

    /// Whether the producer of that workflow applies the same rules, so that what they give is held
    /// against what it recorded. Otherwise they stand beside it, and are never a disagreement; so
    /// do all that a firm adds to a workflow of ours.
    default boolean recorded() {
        return false;
    }

    /// The controls that they test, as the control register shows them.
    List<Control> controls();

    /// What the rules give, in the producer's order.
    List<RuleResult> apply(RuleCase about);
}
