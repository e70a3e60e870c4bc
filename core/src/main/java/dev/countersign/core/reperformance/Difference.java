// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import org.jspecify.annotations.Nullable;

/// One thing that was recorded otherwise than it is performed here.
///
/// @param test which found it
/// @param subject the field, artifact, step or key that it is about
/// @param record the 0-based record of the log, or -1
/// @param recorded null if nothing was
/// @param reperformed null if nothing comes out
public record Difference(
        TestKind test,
        String subject,
        long record,
        @Nullable String recorded,
        @Nullable String reperformed) {}
