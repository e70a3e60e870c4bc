// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import java.util.List;

/// What reading a policy file gave.
public sealed interface PolicyReading {
    /// It can be used.
    ///
    /// @param policy without a fault
    record Valid(Policy policy) implements PolicyReading {}

    /// It cannot.
    ///
    /// @param problems all of them, at least one, in file order
    record Invalid(List<PolicyProblem> problems) implements PolicyReading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
