// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

/// A run of a bundle, read there.
///
/// @param name of its folder
/// @param folder its whole name in the archive
/// @param bytes length of its log
/// @param snapshot everything that it says, without its records where they were not asked for; null
///   if it could not be read
/// @param failure why it could not be read; null if it was
/// @param packed how its log stands to the checkpoint that was packed with it. That speaks for
///   whoever made the bundle, and never makes the channel `completeness` verified
public record BundledRun(
        String name,
        String folder,
        long bytes,
        @Nullable RunSnapshot snapshot,
        @Nullable String failure,
        CheckpointResult packed) {
    /// Whether anything speaks against it.
    public boolean negative() {
        ChainReport chain = snapshot == null ? null : snapshot.chain();
        return snapshot == null
                || chain == null
                || chain.verdict() != Verdict.INTACT
                || chain.checkpoint().negative()
                || packed.negative()
                || snapshot.channels().negative();
    }
}
