// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyProblem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// The policy, as far as there is one, and what its file says.
///
/// @param file where the file is or would be; null where no workspace is open
/// @param reading what it says now
/// @param inForce what holds; null if nothing does until the file is corrected
public record PolicySheet(@Nullable Path file, Reading reading, @Nullable Policy inForce) {
    /// What the file says.
    public sealed interface Reading {
        /// There is no file: the default holds.
        record Absent() implements Reading {}

        /// It is right, and holds.
        record Valid() implements Reading {}

        /// It is wrong, and does not hold.
        ///
        /// @param problems at least one, in file order
        record Invalid(List<PolicyProblem> problems) implements Reading {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }
}
