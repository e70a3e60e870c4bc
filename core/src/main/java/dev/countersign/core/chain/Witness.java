// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

/// A record that speaks for or against the faulty one: evidence, not opinion.
///
/// @param role its relation to the faulty record
/// @param record 0-based, counting non-blank lines
/// @param line 1-based, counting all lines
/// @param offset of the line's first byte
/// @param stored the hash it carries, if any
/// @param computed the hash of what it says, if it could be computed
/// @param link the predecessor's hash it carries, if any
public record Witness(
        Role role,
        long record,
        long line,
        long offset,
        @Nullable String stored,
        @Nullable String computed,
        @Nullable String link) {
    /// How a witness stands to the faulty record.
    public enum Role {
        /// The record immediately before.
        PREDECESSOR,
        /// The record immediately after.
        SUCCESSOR,
        /// An equal record elsewhere.
        TWIN,
        /// The record that the faulty one's link names.
        NAMED_BY_LINK,
        /// Another record with the same link.
        SIBLING
    }
}
