// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.signing.ActEntries;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.function.Function;

/// Puts what was signed, or denied, into the ledger of the workspace that the run lies in. A run in
/// a plain folder has none.
///
/// @param run its directory
record ActLedger(Path run, Arguments arguments, Console console) {
    /// Of an act that is in the log already.
    void afterwards(String identity, Function<ActEntries, LedgerEntry> entry)
            throws UsageException {
        ActEntries entries = new ActEntries(new Actor(identity, Actor.Type.USER));
        LedgerNote.afterwards(WorkspaceOption.of(run, arguments), console, entry.apply(entries));
    }

    /// @param identity who acts, or says so; empty: nobody does
    void note(String identity, Function<ActEntries, LedgerEntry> entry)
            throws UsageException, SourceException {
        ActEntries entries = new ActEntries(new Actor(identity, Actor.Type.USER));
        var _ = LedgerNote.in(WorkspaceOption.of(run, arguments), console, entry.apply(entries));
    }
}
