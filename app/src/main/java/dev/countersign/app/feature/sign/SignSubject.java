// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSnapshot;

/// What is decided on, as it was looked at.
///
/// @param run what was read
/// @param policy under which
public record SignSubject(RunSnapshot run, Policy policy) {
    /// The head that was looked at; empty where there is none.
    public String head() {
        ChainReport chain = run.chain();
        String head = chain == null ? null : chain.head();
        return head == null ? "" : head;
    }
}
