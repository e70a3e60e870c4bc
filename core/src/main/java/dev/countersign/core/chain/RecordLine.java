// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One line of a log as a list shows it: where it stands and what it says of itself. Nothing is
/// computed, nothing judged.
///
/// @param record 0-based, counting non-blank lines
/// @param line 1-based, counting all lines
/// @param offset of the line's first byte
/// @param length of the line in bytes, without its end
/// @param time when, as it says
/// @param actor who, as it says
/// @param action what, as it says
/// @param hash the hash it carries
/// @param link the hash of the record before that it names
/// @param others the first of its other fields that are neither lists nor objects, cut
/// @param malformed why it is no record of the format; null if it is one
/// @param raw the beginning of its text, where it is no record
public record RecordLine(
        long record,
        long line,
        long offset,
        long length,
        @Nullable String time,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String hash,
        @Nullable String link,
        List<Said> others,
        @Nullable FaultCategory malformed,
        String raw) {
    public RecordLine {
        others = List.copyOf(others);
    }

    /// A field and what it says.
    public record Said(String name, String value) {}
}
