// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Imports what was signed elsewhere. All of it blocks.
public interface ImportResponse {
    /// Reads a response, finds its run, and asks what stands against it. Nothing is written.
    ///
    /// @param open the run on the screen; null if there is none
    /// @throws SourceException if something cannot be read
    ResponseFound look(Path file, @Nullable OpenRun open) throws SourceException;

    /// Asks everything again, and records it.
    ///
    /// @throws SourceException if the disk fails; nothing was written
    ImportEnd record(ResponseOffer offer) throws SourceException;
}
