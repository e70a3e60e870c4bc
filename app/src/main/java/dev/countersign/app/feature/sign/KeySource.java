// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Where the key of a signer is; never the PIN.
public sealed interface KeySource {
    /// The file, or the library of the token.
    Path place();

    /// For people.
    String shown();

    /// A file in PKCS#12 or PEM.
    ///
    /// @param place the file
    /// @param certificate a file with its certificate; null if that lies with the key
    record File(Path place, @Nullable Path certificate) implements KeySource {
        /// One with its certificate in it.
        public File(Path place) {
            this(place, null);
        }

        @Override
        public String shown() {
            return certificate == null ? place.toString() : place + " with " + certificate;
        }
    }

    /// A key on a token.
    ///
    /// @param place the shared library of its maker
    /// @param slot the number of its slot
    /// @param alias the key's name on it
    /// @param shown whose key on which token, for people
    record Token(Path place, long slot, String alias, String shown) implements KeySource {}
}
