// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.core.trust.KeyAlgorithm;

import java.nio.file.Path;

/// The key that somebody wants; all but its PIN.
///
/// @param name of the person
/// @param email of the person: what the policy knows them by
/// @param algorithm what kind of key
/// @param kind who vouches for it
/// @param file where to
public record KeyOrder(String name, String email, KeyAlgorithm algorithm, Kind kind, Path file) {
    /// Who vouches for a key.
    public enum Kind {
        /// Itself: its certificate has to become an anchor.
        SELF_SIGNED,
        /// An authority, which is to be asked.
        REQUEST
    }
}
