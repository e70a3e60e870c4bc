// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Where somebody's key is.
public sealed interface KeyPlace {
    /// A PKCS#12 file (RFC 7292), of today's encryption or that of former years.
    ///
    /// @param file the file with the key
    /// @param certificates a PEM file with its certificate and those of the issuers; null if they
    ///   lie with the key
    record Pkcs12(Path file, @Nullable Path certificates) implements KeyPlace {
        /// One with the certificate in it.
        public Pkcs12(Path file) {
            this(file, null);
        }
    }

    /// A PEM file with a key: PKCS#8 or openssl's traditional form, encrypted or not.
    ///
    /// @param key the file with the key
    /// @param certificates another one with its certificate and those of the issuers; null if they
    ///   lie with the key
    record Pem(Path key, @Nullable Path certificates) implements KeyPlace {}

    /// A token behind a PKCS#11 library. While its keys are open, it takes any PIN.
    ///
    /// @param library the shared library of its maker
    /// @param slot the number of its slot; null for the only one with a token
    record Token(Path library, @Nullable Long slot) implements KeyPlace {
        /// The tokens that there are. Blocking.
        ///
        /// @throws SourceException if the library cannot be loaded, or fails
        public static List<TokenSlot> slots(Path library) throws SourceException {
            return TokenLibrary.slots(library).stream()
                    .map(TokenLibrary.IndexedSlot::slot)
                    .toList();
        }
    }

    /// A file with a key: one in PEM says so in its content, whatever its name is. Blocking.
    ///
    /// @param certificates see {@link Pkcs12}
    /// @throws SourceException if it cannot be read
    static KeyPlace file(Path file, @Nullable Path certificates) throws SourceException {
        byte[] content = SmallFile.read(file);
        try {
            return new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN ")
                    ? new Pem(file, certificates)
                    : new Pkcs12(file, certificates);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /// Opens it. Blocking.
    ///
    /// @param pin is used here and not kept
    /// @throws SourceException if a file cannot be read
    default KeyOpening open(Pin pin) throws SourceException {
        return switch (this) {
            case Pkcs12(Path file, Path certificates) -> Pkcs12Reader.open(file, certificates, pin);
            case Pem(Path key, Path certificates) -> PemKeyReader.open(key, certificates, pin);
            case Token(Path library, Long slot) -> TokenReader.open(library, slot, pin);
        };
    }
}
