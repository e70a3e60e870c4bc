// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the deterministic rules look up (FORMATS 5).
///
/// @param blackouts windows by upper-case symbol, in their order
/// @param coveredAccounts the accounts that may trade
public record References(Map<String, List<Window>> blackouts, Set<String> coveredAccounts) {
    public References {
        blackouts = Map.copyOf(blackouts);
        coveredAccounts = Set.copyOf(coveredAccounts);
    }

    /// A stretch of dates, compared as strings, both ends included.
    ///
    /// @param from as written in the policy: `YYYY-MM-DD`
    /// @param to likewise
    public record Window(String from, String to) {}
}
