// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.source.SourceException;

import java.nio.ByteBuffer;

/// Takes the bytes of a file, one piece after another.
@FunctionalInterface
public interface Sink {
    /// @param bytes valid until this returns
    /// @throws SourceException if they cannot be put where they go
    void bytes(ByteBuffer bytes) throws SourceException;
}
