// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.core.trust.Certificate;
import dev.countersign.core.trust.KeyAlgorithm;

/// A key on a token.
public sealed interface TokenKey {
    /// Its name there.
    String alias();

    /// One that signs.
    ///
    /// @param certificate whose it is
    /// @param algorithm what kind it is
    /// @param problem why it does not sign today; empty if it does
    record Usable(String alias, Certificate certificate, KeyAlgorithm algorithm, String problem)
            implements TokenKey {}

    /// One that does not.
    ///
    /// @param problem why not
    record Unusable(String alias, String problem) implements TokenKey {}
}
