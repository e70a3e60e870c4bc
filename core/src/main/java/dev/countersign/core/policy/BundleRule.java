// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

/// How much an archive may cost whoever opens it.
///
/// @param files most entries
/// @param depth most folders above a file
/// @param gibibytes most of all files together, decompressed
/// @param ratio how many times its compressed size a file may have
public record BundleRule(int files, int depth, int gibibytes, int ratio) {
    /// What holds where the policy does not say.
    public static final BundleRule DEFAULT = new BundleRule(200_000, 32, 64, 200);

    static final int MOST_FILES = 10_000_000;
    static final int MOST_DEPTH = 1_000;
    static final int MOST_GIBIBYTES = 1_000_000;
    static final int MOST_RATIO = 100_000;
}
