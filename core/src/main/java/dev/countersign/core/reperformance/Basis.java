// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.policy.Policy;

/// What results depend on besides the run: with the same inputs and the same basis they are the
/// same.
///
/// @param tool name and version of what performed
/// @param policyVersion the policy, as its owners call it
/// @param policySha256 of its canonical text
public record Basis(String tool, String policyVersion, String policySha256) {
    /// The basis of a tool under a policy.
    public static Basis of(String tool, Policy policy) {
        return new Basis(tool, policy.version(), policy.sha256());
    }
}
