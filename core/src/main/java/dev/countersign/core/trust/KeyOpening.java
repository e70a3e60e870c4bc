// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// What opening a key store gave.
public sealed interface KeyOpening {
    /// Its keys; to be closed.
    ///
    /// @param ring all that the place has
    record Opened(KeyRing ring) implements KeyOpening {}

    /// It stays shut.
    ///
    /// @param problem why
    record Refused(KeyProblem problem) implements KeyOpening {}
}
