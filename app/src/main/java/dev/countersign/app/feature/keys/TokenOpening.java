// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.core.trust.KeyProblem;

import java.util.List;

/// What logging into a token gave.
public sealed interface TokenOpening {
    /// Its keys, those that cannot sign included; at least one.
    record Opened(List<TokenKey> keys) implements TokenOpening {
        public Opened {
            keys = List.copyOf(keys);
        }
    }

    /// It stays shut.
    record Refused(KeyProblem problem) implements TokenOpening {}
}
