// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

/// A hole in a record of the benchmark.
///
/// @param path where it is
/// @param kind what goes into it
record BenchSlot(String path, Kind kind) {
    /// Kinds of values.
    enum Kind {
        /// Time of the record.
        TS,
        /// Link.
        PREV,
        /// Own hash.
        HASH,
        /// Random UUID.
        UUID,
        /// 16 hex digits.
        HEX16,
        /// 64 hex digits.
        HEX64,
        /// An identity.
        USER,
        /// An address.
        IP,
        /// One word.
        WORD,
        /// A short phrase.
        PHRASE,
        /// A sentence or two.
        TEXT,
        /// A paragraph.
        LONG,
        /// A file name with folders.
        PATH,
        /// Text with escapes, and letters beyond ASCII.
        ESCAPED,
        /// A small integer, sometimes negative.
        INT,
        /// A long integer.
        BIG,
        /// An amount with cents.
        MONEY,
        /// A float of 15 to 17 digits, sometimes with exponent.
        FLOAT,
        /// True or false.
        BOOL
    }
}
