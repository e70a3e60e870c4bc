// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.Outcome;

import org.jspecify.annotations.Nullable;

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

    /// What a disposition makes of a finding.
    ///
    /// @param disposition null if there is none
    public static FindingState after(@Nullable Disposition disposition) {
        return disposition == null
                ? OPEN
                : disposition.signature() == Outcome.VERIFIED ? CLOSED : DISPOSED_NOT_VERIFIED;
    }

    /// As it is written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
