// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The ledger of a workspace in which nobody has done anything yet, so that it has no database:
/// empty, to be read only.
public final class UnopenedLedger implements LedgerStore {
    /// They are all alike.
    public UnopenedLedger() {
        // nothing to open
    }

    @Override
    public LedgerEvent append(LedgerEntry entry) {
        throw new IllegalStateException("only a workspace that is open appends");
    }

    @Override
    public @Nullable LedgerEvent latest() {
        return null;
    }

    @Override
    public List<LedgerEvent> find(LedgerQuery query) {
        return List.of();
    }

    @Override
    public void lines(long from, LineReader each) {
        // there are none
    }

    @Override
    public List<String> guardsMissing() {
        return List.of();
    }
}
