// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Where somebody's key is.
public sealed interface KeyPlace {
    /// A PKCS#12 file (RFC 7292).
    record Pkcs12(Path file) implements KeyPlace {}

    /// Opens it. Blocking.
    ///
    /// @param pin is used here and not kept
    /// @throws SourceException if a file cannot be read
    default KeyOpening open(Pin pin) throws SourceException {
        return switch (this) {
            case Pkcs12(Path file) -> Pkcs12Reader.open(file, pin);
        };
    }
}
