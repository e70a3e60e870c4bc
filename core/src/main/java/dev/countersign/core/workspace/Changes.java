// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.util.Set;

/// Where something may have changed since it was last asked.
///
/// @param everywhere whether it cannot be said where: look at everything
/// @param places else these
public record Changes(boolean everywhere, Set<Place> places) {
    /// Everywhere.
    public static final Changes EVERYWHERE = new Changes(true, Set.of());

    /// A run in a source.
    ///
    /// @param source as it is stored
    /// @param name the folder in it; empty if the source is the run
    public record Place(String source, String name) {}

    public Changes {
        places = Set.copyOf(places);
    }

    /// Whether nothing changed.
    public boolean none() {
        return !everywhere && places.isEmpty();
    }
}
