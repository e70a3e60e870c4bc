// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// What choosing a key gave.
public sealed interface KeyChoice {
    /// The key.
    record Chosen(SigningKey key) implements KeyChoice {}

    /// None.
    record Refused(KeyProblem problem) implements KeyChoice {}
}
