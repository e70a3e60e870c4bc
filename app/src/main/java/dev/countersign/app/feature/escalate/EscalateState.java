// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.escalate;

import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.workspace.Escalated;

/// What the sheet shows: one of these at any time.
public sealed interface EscalateState {
    /// Nothing: it is not there.
    record Closed() implements EscalateState {}

    /// It asks how severe it is, and why.
    ///
    /// @param run what is taken to others
    /// @param to whom policy names for the severity
    /// @param severity 1 to 4
    /// @param hold whether the run is to be put on hold with it
    /// @param missing why it cannot be written yet, or was not; empty if it can
    record Asking(RunSnapshot run, Policy.Escalation to, int severity, boolean hold, String missing)
            implements EscalateState {}

    /// It is being written.
    record Writing(RunSnapshot run) implements EscalateState {}

    /// It is in the outbox.
    ///
    /// @param to for whom
    /// @param hold whether the run is on hold with it
    /// @param files what was written
    record Written(RunSnapshot run, Policy.Escalation to, boolean hold, Escalated files)
            implements EscalateState {}
}
