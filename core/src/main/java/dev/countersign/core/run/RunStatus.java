// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import java.util.Locale;

/// Where a run stands, derived from its log and never stored (FORMATS 1).
public enum RunStatus {
    /// No record says anything: no log, or none that can be read.
    UNKNOWN,
    /// A step was started, or it stopped half way.
    RUNNING,
    /// The gate, the reviewer or segregation of duties stopped it.
    BLOCKED,
    /// A human must decide.
    AWAITING_APPROVAL,
    /// Approved; the producer has to execute again.
    APPROVED_PENDING_RESUME,
    /// Rejected; it waits on without a clock.
    REJECTED,
    /// A step raised an error.
    FAILED,
    /// All steps are done.
    COMPLETED;

    /// As it is written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
