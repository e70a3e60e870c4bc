// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.policy.BundleRule;
import dev.countersign.core.policy.Policy;

/// How much a bundle may cost, as policy says.
public final class BundleLimits {
    private static final int GIBIBYTE = 30;

    private BundleLimits() {}

    /// The limits that a policy sets.
    public static ArchiveLimits of(Policy policy) {
        BundleRule rule = policy.bundles();
        return new ArchiveLimits(
                rule.files(), rule.depth(), (long) rule.gibibytes() << GIBIBYTE, rule.ratio());
    }
}
