// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

/// What the screen shows: one of these at any time.
public sealed interface LedgerState {
    /// It is being read for the first time.
    record Loading() implements LedgerState {}

    /// Nothing was done yet.
    record Empty() implements LedgerState {}

    /// There are entries.
    ///
    /// @param total how many there are
    /// @param loaded how many of the latest are here
    /// @param choices what they can be picked by
    /// @param filter which of those here are shown
    /// @param check whether the ledger is known to be right
    /// @param export what became of the last export
    record Listed(
            long total,
            int loaded,
            LedgerChoices choices,
            LedgerFilter filter,
            LedgerCheck check,
            LedgerExport export)
            implements LedgerState {}

    /// It could not be read.
    ///
    /// @param sentence what happened and what to do
    record Failed(String sentence) implements LedgerState {}
}
