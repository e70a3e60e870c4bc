// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.background.JobProgress;

import java.time.ZonedDateTime;

/// Whether the ledger is known to be right.
public sealed interface LedgerCheck {
    /// Nobody looked yet.
    record NotChecked() implements LedgerCheck {}

    /// It is being verified.
    ///
    /// @param progress how far
    /// @param stopping whether it was asked to stop
    record Checking(JobProgress progress, boolean stopping) implements LedgerCheck {}

    /// It was verified.
    ///
    /// @param verdict what came out
    /// @param at when
    record Checked(LedgerVerdict verdict, ZonedDateTime at) implements LedgerCheck {}

    /// It could not be verified.
    ///
    /// @param sentence what happened and what to do
    record Failed(String sentence) implements LedgerCheck {}
}
