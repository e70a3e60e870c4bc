// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What was found out about a bundle.
///
/// @param bag how it stands to the format of bags; null for a plain archive
/// @param damage what is wrong with the bytes of a plain archive
/// @param runs in order of their names
/// @param disagreements what its index says that is not so, in sentences
public record BundleReport(
        @Nullable BagReport bag,
        List<BagFault> damage,
        List<BundledRun> runs,
        List<String> disagreements) {
    public BundleReport {
        damage = List.copyOf(damage);
        runs = List.copyOf(runs);
        disagreements = List.copyOf(disagreements);
    }

    /// Whether anything speaks against it; what has no run in it, speaks for nothing.
    public boolean negative() {
        return bag != null && !bag.valid()
                || !damage.isEmpty()
                || !disagreements.isEmpty()
                || runs.isEmpty()
                || runs.stream().anyMatch(BundledRun::negative);
    }
}
