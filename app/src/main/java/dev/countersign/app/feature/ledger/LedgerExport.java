// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import java.nio.file.Path;

/// What became of the last export.
public sealed interface LedgerExport {
    /// There was none.
    record None() implements LedgerExport {}

    /// It is being written.
    record Writing(Path file) implements LedgerExport {}

    /// It was written.
    ///
    /// @param file where to
    /// @param entries how many
    record Written(Path file, long entries) implements LedgerExport {}

    /// It could not be written.
    ///
    /// @param sentence what happened and what to do
    record Failed(String sentence) implements LedgerExport {}
}
