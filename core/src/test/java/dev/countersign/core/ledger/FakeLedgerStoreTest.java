// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.ledger;

import dev.countersign.core.testkit.FakeLedgerStore;
import dev.countersign.core.testkit.LedgerStoreContract;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

class FakeLedgerStoreTest extends LedgerStoreContract {
    @Override
    protected LedgerStore open(InstantSource clock, Supplier<UUID> ids) {
        return new FakeLedgerStore(clock, ids);
    }

    @Override
    protected void edit(LedgerStore tampered, long position, String line) {
        ((FakeLedgerStore) tampered).edit((int) position, line);
    }

    @Override
    protected void cut(LedgerStore tampered, long position) {
        ((FakeLedgerStore) tampered).cut((int) position);
    }
}
