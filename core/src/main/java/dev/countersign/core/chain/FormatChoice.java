// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// How the format of a log is found.
public sealed interface FormatChoice {
    /// Recognised from the first records, among the built-in formats.
    record Auto() implements FormatChoice {}

    /// Given by whoever asks.
    ///
    /// @param format the one to read it as
    record Fixed(ChainFormat format) implements FormatChoice {}
}
