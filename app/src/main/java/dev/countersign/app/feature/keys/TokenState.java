// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.core.trust.TokenSlot;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// What the sheet over a token shows: one of these at any time.
public sealed interface TokenState {
    /// Nothing: it is not there.
    record Closed() implements TokenState {}

    /// It asks for the next thing: library, token, PIN, key.
    ///
    /// @param library null while none was chosen
    /// @param slots the tokens behind it
    /// @param slot the one that was chosen; null while none was
    /// @param keys those on it; none while it was not opened
    /// @param trouble what went wrong last; empty if nothing did
    /// @param busy whether the token is being asked
    record Asking(
            @Nullable Path library,
            List<TokenSlot> slots,
            @Nullable TokenSlot slot,
            List<TokenKey> keys,
            String trouble,
            boolean busy)
            implements TokenState {
        public Asking {
            slots = List.copyOf(slots);
            keys = List.copyOf(keys);
        }

        /// Whether a PIN would help now.
        boolean opens() {
            return slot != null && slot.state() == TokenSlot.State.READY && !busy;
        }
    }
}
