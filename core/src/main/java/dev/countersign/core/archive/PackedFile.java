// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import java.nio.file.Path;

/// A file in an archive.
///
/// @param name with `/` between its parts
/// @param size decompressed
/// @param storage how it lies there
public record PackedFile(String name, long size, Storage storage) {
    /// How a file lies in an archive.
    public sealed interface Storage {
        /// As it is, from a place on; it can be read in place.
        ///
        /// @param offset of its first byte
        record Stored(long offset) implements Storage {}

        /// As it is, in a zip, which knows its CRC-32.
        ///
        /// @param offset of its first byte
        /// @param crc what its bytes give
        record Summed(long offset, long crc) implements Storage {}

        /// Deflated.
        ///
        /// @param offset of the first compressed byte
        /// @param length compressed
        /// @param crc what the decompressed bytes give
        record Deflated(long offset, long length, long crc) implements Storage {}

        /// As a file of a folder.
        ///
        /// @param path where
        record OnDisk(Path path) implements Storage {}
    }

    /// The name's last part.
    public String leaf() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// The name of its folder; empty at the top.
    public String folder() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
