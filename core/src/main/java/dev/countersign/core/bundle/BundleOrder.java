// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.trust.Octets;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What is to be bundled, and how.
///
/// @param runs run directories
/// @param policy the text of the policy that holds for them
/// @param anchors folder of trust anchors; null if there is none
/// @param form of the archive
/// @param deflate whether a zip is compressed; if not, it is verified without decompressing
/// @param sums what its manifests are made with
/// @param at when it is made
/// @param software that makes it, and its version
public record BundleOrder(
        List<Path> runs,
        Octets policy,
        @Nullable Path anchors,
        Archive.Form form,
        boolean deflate,
        Set<SumAlgorithm> sums,
        Instant at,
        String software) {
    public BundleOrder {
        runs = List.copyOf(runs);
        sums = Set.copyOf(sums);
    }
}
