// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.LogLines.Line;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Two copies of one record side by side.
///
/// @param here the line of this log, if it has one
/// @param there the line of the other log, if it has one
/// @param fields what they disagree about, in the order of this log's line
/// @param more how many further fields are not listed
/// @param hereBytes the bytes of this line from the first difference to the last
/// @param thereBytes those of the other line
/// @param comparable whether both are JSON objects; if not, only the bytes are compared
public record PairDiff(
        @Nullable Line here,
        @Nullable Line there,
        List<FieldChange> fields,
        int more,
        Bytes hereBytes,
        Bytes thereBytes,
        boolean comparable) {
    /// A stretch of a line.
    ///
    /// @param from offset in the line
    /// @param length may be 0: something stands in the other line only
    public record Bytes(int from, int length) {}

    public PairDiff {
        fields = List.copyOf(fields);
    }
}
