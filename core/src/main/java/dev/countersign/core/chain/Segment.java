// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// A run of neighbouring records in one state.
///
/// @param from first record, 0-based, counting non-blank lines
/// @param to the record after the last one (half-open)
/// @param state what they have in common
public record Segment(long from, long to, RecordState state) {
    /// @throws IllegalArgumentException if the range is empty or negative
    public Segment {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("not a range: " + from + ".." + to);
        }
    }

    /// How many records it covers, at least one.
    public long length() {
        return to - from;
    }
}
