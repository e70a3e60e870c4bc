// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Whether a citation stands in the evidence (FORMATS 5). Places are UTF-16 units of {@link
/// EvidenceText#text()}, half-open.
public sealed interface Grounding {
    /// It does.
    ///
    /// @param from where the cited text starts, before normalisation
    /// @param to where it ends
    /// @param parts the evidence values it touches, in order
    /// @param straddles whether it is there only because two values were joined: passes the
    ///   producer's gate, and is worth a warning
    record Found(int from, int to, List<String> parts, boolean straddles) implements Grounding {
        public Found {
            parts = List.copyOf(parts);
        }
    }

    /// It is too short to prove anything, normalised.
    ///
    /// @param length in code points
    record TooShort(int length) implements Grounding {}

    /// It does not.
    ///
    /// @param nearest what is most like it; null if nothing is
    record NotFound(@Nullable NearMiss nearest) implements Grounding {}

    /// The stretch of the evidence that is most like a citation.
    ///
    /// @param from where it starts
    /// @param to where it ends
    /// @param likeness 0 to 100: the share of the citation that stands there
    record NearMiss(int from, int to, int likeness) {}
}
