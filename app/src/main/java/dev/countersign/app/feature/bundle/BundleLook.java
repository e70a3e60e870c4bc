// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

/// What came of opening a bundle.
public sealed interface BundleLook {
    /// It can be read.
    record Opened(BundleListing listing) implements BundleLook {}

    /// It is hostile, broken or no archive.
    ///
    /// @param sentence why
    record Refused(String sentence) implements BundleLook {}
}
