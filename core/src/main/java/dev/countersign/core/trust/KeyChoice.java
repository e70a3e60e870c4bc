// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// What choosing a key gave.
public sealed interface KeyChoice {
    /// The key.
    ///
    /// @param key signs as long as its ring is open
    record Chosen(SigningKey key) implements KeyChoice {}

    /// None.
    ///
    /// @param problem why
    record Refused(KeyProblem problem) implements KeyChoice {}
}
