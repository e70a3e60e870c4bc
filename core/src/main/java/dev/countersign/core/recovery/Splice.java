// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

/// A piece of a text replaced by another.
final class Splice {
    final int from;
    final int to;
    final byte[] text;

    /// @param from first byte that goes
    /// @param to after the last byte that goes; `from` if none does
    /// @param text what comes in its place
    Splice(int from, int to, byte[] text) {
        this.from = from;
        this.to = to;
        this.text = text;
    }
}
