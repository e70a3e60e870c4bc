// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.Reason;
import dev.countersign.core.ledger.LedgerEvent;

import java.util.List;
import java.util.stream.Collectors;

/// What became of a signed sign-off.
public sealed interface SignOffEnd {
    /// It stands in the ledger.
    ///
    /// @param event the entry
    record Recorded(LedgerEvent event) implements SignOffEnd {}

    /// Its signature does not hold, or is not one that may stand there: nothing was recorded.
    ///
    /// @param against why, at least one
    record Refused(List<Reason> against) implements SignOffEnd {
        public Refused {
            against = List.copyOf(against);
        }

        /// All of it, one sentence after the other.
        public String sentences() {
            return against.stream().map(Reason::sentence).collect(Collectors.joining(" "));
        }
    }
}
