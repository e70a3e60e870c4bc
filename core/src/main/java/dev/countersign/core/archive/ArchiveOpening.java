// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

/// What came of opening an archive.
public sealed interface ArchiveOpening {
    /// It is open; whoever asked closes it.
    ///
    /// @param archive to read from
    record Opened(Archive archive) implements ArchiveOpening {}

    /// It is hostile, broken or no archive.
    ///
    /// @param refusal why
    record Refused(Refusal refusal) implements ArchiveOpening {}
}
