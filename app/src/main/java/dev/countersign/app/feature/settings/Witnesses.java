// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.core.witness.NoteVerifier;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// Whose signatures under notes can be checked.
///
/// @param file where their keys are kept; null where no folder is open
/// @param keys in the order of the file
public record Witnesses(@Nullable Path file, List<NoteVerifier> keys) {
    /// Nothing is known.
    static final Witnesses NONE = new Witnesses(null, List.of());

    public Witnesses {
        keys = List.copyOf(keys);
    }
}
