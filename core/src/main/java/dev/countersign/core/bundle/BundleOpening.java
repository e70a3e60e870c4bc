// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Refusal;

/// What came of opening a bundle.
public sealed interface BundleOpening {
    /// It is open; whoever asked closes it.
    ///
    /// @param bundle to read from
    record Opened(Bundle bundle) implements BundleOpening {}

    /// It is hostile, broken or no archive.
    ///
    /// @param refusal why
    record Refused(Refusal refusal) implements BundleOpening {}
}
