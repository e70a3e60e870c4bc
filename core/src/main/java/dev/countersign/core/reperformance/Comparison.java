// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What one test gave.
///
/// @param test which
/// @param agreement what it gave
/// @param why why nothing was compared; null if something was
/// @param differences empty unless they differ
public record Comparison(
        TestKind test, Agreement agreement, @Nullable String why, List<Difference> differences) {
    public Comparison {
        differences = List.copyOf(differences);
    }
}
