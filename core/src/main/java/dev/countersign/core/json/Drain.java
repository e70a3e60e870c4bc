// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

/// Takes canonical bytes piece by piece, so that a text of any length needs no buffer of its
/// length.
@FunctionalInterface
public interface Drain {
    /// @param bytes valid only during the call
    /// @param from first byte
    /// @param length how many
    void take(byte[] bytes, int from, int length);
}
