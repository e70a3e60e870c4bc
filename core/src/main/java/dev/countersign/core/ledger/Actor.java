// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import java.util.Locale;

/// Who did it.
///
/// @param id the identity, as policy names it
/// @param type what kind of actor that is
public record Actor(String id, Type type) {
    /// The kinds of actors of format B.
    public enum Type {
        /// A person.
        USER,
        /// Another program.
        SERVICE,
        /// The desk itself.
        SYSTEM,
        /// A person with elevated rights.
        ADMIN;

        /// As it stands in the record.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
