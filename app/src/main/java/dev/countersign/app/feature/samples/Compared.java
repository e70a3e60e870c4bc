// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.core.sampling.Completeness;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// Whether a population is all there was.
///
/// @param file another system's list; null if nobody asked one
/// @param columns its headings
/// @param completeness what came out
public record Compared(@Nullable Path file, List<String> columns, Completeness completeness) {
    public Compared {
        columns = List.copyOf(columns);
    }
}
