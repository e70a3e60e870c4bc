// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import java.util.Locale;

/// How an act ended.
public enum EventOutcome {
    /// It was done.
    SUCCESS,
    /// It was tried and went wrong.
    FAILURE,
    /// It was not allowed.
    DENIED;

    /// As it stands in the record.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
