// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.RecoveryText;
import dev.countersign.core.recovery.RecoveryProgress;
import dev.countersign.core.recovery.SearchKind;

import java.util.concurrent.atomic.AtomicLong;

/// Shows a person at a terminal what a search is trying.
final class ShownTries implements RecoveryProgress {
    private static final long STEP = 2_000_000;

    private final Console console;
    private final AtomicLong next = new AtomicLong(STEP);

    ShownTries(Console console) {
        this.console = console;
    }

    @Override
    public void at(SearchKind kind, long tried) {
        long due = next.get();
        if (tried >= due && next.compareAndSet(due, tried + STEP)) {
            String line = Numbers.count(tried, "candidate") + ", " + RecoveryText.trying(kind);
            console.err().print("\r" + line + " ".repeat(Math.max(0, 60 - line.length())) + "\r");
            console.err().flush();
        }
    }
}
