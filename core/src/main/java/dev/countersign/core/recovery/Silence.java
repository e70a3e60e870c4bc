// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

/// Why there is nothing to search for.
public enum Silence {
    /// The whole chain is intact: nothing was edited, or all of it was rebuilt.
    CHAIN_INTACT,
    /// The record gives the hash that it carries, and so says the next one: if it was edited, the
    /// hashes were made anew and none is left that knows the original.
    HASHES_AGREE,
    /// The record carries no hash that could speak, and no later record names one.
    NO_HASH_LEFT,
    /// What is wrong is not that a text was edited: a record is missing, inserted, repeated or in
    /// another place.
    NOT_AN_EDIT,
    /// There is no such record in this log.
    NO_SUCH_RECORD,
    /// The record is larger than is searched.
    TOO_LARGE
}
