// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// How a verification ended. A stopped one has no verdict: what was not read was not verified.
public sealed interface Verification {
    /// All of the snapshot was read.
    ///
    /// @param report what was found
    record Finished(ChainReport report) implements Verification {}

    /// It was cancelled.
    ///
    /// @param bytes how much had been read
    /// @param records how many records had been verified
    /// @param faulty how many of those, or of the lines between them, were not right
    /// @param total length of the snapshot in bytes
    record Stopped(long bytes, long records, long faulty, long total) implements Verification {}
}
