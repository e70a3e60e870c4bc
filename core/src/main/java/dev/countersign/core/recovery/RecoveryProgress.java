// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

/// Hears how far a search is. Called from any worker thread, often: implementations must be quick.
@FunctionalInterface
public interface RecoveryProgress {
    /// Nobody listens.
    RecoveryProgress NONE = (kind, tried) -> {};

    /// @param kind what is being tried
    /// @param tried candidates tried so far, of all kinds
    void at(SearchKind kind, long tried);
}
