// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A run as a bundle brought it. It is never changed and never goes away.
///
/// @param runId the run
/// @param bundle its path; relative if it lies in the workspace
/// @param sha256 of the bundle, see {@link dev.countersign.core.bundle.BundleDigest}
/// @param folder the run's folder in the bundle
/// @param format of its log; null without one
/// @param records of its log
/// @param head of its log; null without one
/// @param intact whether its chain held
/// @param modified when the bundle was written last, as the file system says
/// @param seenAt when this desk first read it there
public record Provenance(
        String runId,
        String bundle,
        String sha256,
        String folder,
        @Nullable String format,
        long records,
        @Nullable String head,
        boolean intact,
        Instant modified,
        Instant seenAt) {}
