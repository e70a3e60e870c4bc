// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import org.jspecify.annotations.Nullable;

/// One field that two copies of a record disagree about.
///
/// @param pointer where it stands: a JSON pointer (RFC 6901)
/// @param here what this log says; null if it has no such field
/// @param there what the other log says; null if it has no such field
/// @param covered whether the record's hash covers it
public record FieldChange(
        String pointer, @Nullable Value here, @Nullable Value there, boolean covered) {
    /// A value as it is spelled.
    ///
    /// @param text JSON
    /// @param offset of its first byte in the file
    /// @param length in bytes
    public record Value(String text, long offset, int length) {}
}
