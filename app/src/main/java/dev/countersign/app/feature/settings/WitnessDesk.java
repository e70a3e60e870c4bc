// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.NoteVerifier;

/// Keeps the keys of witnesses. All of it blocks; what changes something is in the ledger when it
/// returns.
public interface WitnessDesk {
    /// Those that are kept.
    ///
    /// @throws SourceException if they cannot be read
    Witnesses witnesses() throws SourceException;

    /// One more.
    ///
    /// @param key as its owner gives it: name+id+key
    /// @throws SourceException if it is none, or cannot be kept
    Witnesses addWitness(String key) throws SourceException;

    /// One less.
    ///
    /// @throws SourceException if that cannot be written
    Witnesses removeWitness(NoteVerifier key) throws SourceException;
}
