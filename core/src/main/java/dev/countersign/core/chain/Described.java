// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// A small file that says something about chains, after it was read: what it says, or why it says
/// nothing.
///
/// @param <T> what it describes
public sealed interface Described<T> {
    /// It could be read.
    record Is<T>(T value) implements Described<T> {}

    /// It could not.
    ///
    /// @param why the rest of a sentence that begins with the file's name
    record IsNot<T>(String why) implements Described<T> {}
}
