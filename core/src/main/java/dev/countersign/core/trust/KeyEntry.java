// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// What is under one name in a key store.
public sealed interface KeyEntry {
    /// Its name there.
    String alias();

    /// A key that signs.
    ///
    /// @param key with its certificate
    record Usable(SigningKey key) implements KeyEntry {
        @Override
        public String alias() {
            return key.alias();
        }
    }

    /// One that does not.
    ///
    /// @param alias its name in the store
    /// @param problem why
    record Unusable(String alias, KeyProblem problem) implements KeyEntry {}
}
