// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.util.Locale;

/// Whether somebody still has to answer for a finding.
public enum FindingState {
    /// Nobody has.
    OPEN,
    /// A record of the run's log, or of the ledger, disposes of it; that it was signed by somebody
    /// who may is not verified.
    DISPOSED_NOT_VERIFIED,
    /// A disposition whose signature holds closes it.
    CLOSED;

    /// As it is written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
