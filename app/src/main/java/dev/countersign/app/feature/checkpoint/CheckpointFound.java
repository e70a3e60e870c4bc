// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

/// What came of reading a file.
public sealed interface CheckpointFound {
    /// They may be imported.
    record Offered(CheckpointOffer offer) implements CheckpointFound {}

    /// They may not.
    ///
    /// @param sentence why
    record Refused(String sentence) implements CheckpointFound {}
}
