// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import java.util.List;

/// What a bundle holds, before anything of it was verified.
///
/// @param bag whether it says itself what should be in it
/// @param files how many
/// @param bytes of all of them together
/// @param runs names of its runs
public record BundleListing(boolean bag, int files, long bytes, List<String> runs) {
    public BundleListing {
        runs = List.copyOf(runs);
    }
}
