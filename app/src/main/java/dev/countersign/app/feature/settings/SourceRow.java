// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.core.workspace.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A source and what was seen in it.
///
/// @param source where it is
/// @param runs how many runs it had when last seen
/// @param seen when that was; null if that is not known
public record SourceRow(Source source, int runs, @Nullable Instant seen) {}
