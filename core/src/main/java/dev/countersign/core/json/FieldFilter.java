// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

/// Chooses the top-level fields that are written.
@FunctionalInterface
public interface FieldFilter {
    /// Everything.
    FieldFilter ALL = (tape, key) -> true;

    /// @param tape the object being written
    /// @param key node of one of its keys
    boolean keeps(JsonTape tape, int key);
}
