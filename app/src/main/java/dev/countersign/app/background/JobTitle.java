// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

/// What work is called where all work is shown.
///
/// @param words such as `Verifying audit.jsonl`
/// @param unit what its progress counts
public record JobTitle(String words, Unit unit) {
    /// What progress counts.
    public enum Unit {
        /// Bytes read.
        BYTES,
        /// Run directories.
        RUNS,
        /// Events of the ledger.
        EVENTS
    }
}
