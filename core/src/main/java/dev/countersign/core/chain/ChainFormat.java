// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.CanonicalProfile;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A chain format as data (FORMATS 2): where the hash, the link and the facts of a record stand.
///
/// @param name short name, as in reports and checkpoints
/// @param hashField top-level key that holds the record's own hash
/// @param prevField top-level key that holds the hash of the record before
/// @param genesis what the first record's link says
/// @param covered top-level keys under the hash; empty means all but the hash field
/// @param profile canonical form that is hashed
/// @param digest how it is hashed
/// @param timeField top-level key of the time, if any
/// @param actorField top-level key of the actor, if any
/// @param actionField top-level key of the event or action, if any
/// @param completion value of the action field after which no record is expected, if any
public record ChainFormat(
        String name,
        String hashField,
        String prevField,
        String genesis,
        List<String> covered,
        CanonicalProfile profile,
        Digest digest,
        @Nullable String timeField,
        @Nullable String actorField,
        @Nullable String actionField,
        @Nullable String completion) {
    /// Digests that a chain may use. Stored and computed values are lower-case hex.
    public enum Digest {
        /// FIPS 180-4, 64 hex digits.
        SHA_256("SHA-256", 32),
        /// FIPS 180-4, 96 hex digits.
        SHA_384("SHA-384", 48),
        /// FIPS 180-4, 128 hex digits.
        SHA_512("SHA-512", 64);

        private final String algorithm;
        private final int bytes;

        Digest(String algorithm, int bytes) {
            this.algorithm = algorithm;
            this.bytes = bytes;
        }

        /// The name that security providers know it by.
        public String algorithm() {
            return algorithm;
        }

        /// Length of the value in bytes; its hex text is twice as long.
        public int bytes() {
            return bytes;
        }
    }

    /// The run log: everything but `hash` is covered, CPython's default spelling.
    public static final ChainFormat A =
            new ChainFormat(
                    "A",
                    "hash",
                    "prev",
                    "genesis",
                    List.of(),
                    CanonicalProfile.A,
                    Digest.SHA_256,
                    "ts",
                    null,
                    "event",
                    "run_completed");

    /// The application audit trail: ten covered fields, compact spelling.
    public static final ChainFormat B =
            new ChainFormat(
                    "B",
                    "event_hash",
                    "previous_hash",
                    "",
                    List.of(
                            "event_id",
                            "timestamp",
                            "actor_id",
                            "actor_type",
                            "action",
                            "resource_type",
                            "resource_id",
                            "outcome",
                            "details",
                            "previous_hash"),
                    CanonicalProfile.B,
                    Digest.SHA_256,
                    "timestamp",
                    "actor_id",
                    "action",
                    null);

    /// The layout of A, hashed over RFC 8785.
    public static final ChainFormat J =
            new ChainFormat(
                    "J",
                    "hash",
                    "prev",
                    "genesis",
                    List.of(),
                    CanonicalProfile.J,
                    Digest.SHA_256,
                    "ts",
                    null,
                    "event",
                    "run_completed");

    /// The formats that need no description, in the order in which they are tried.
    public static final List<ChainFormat> BUILT_IN = List.of(A, B, J);

    public ChainFormat {
        covered = List.copyOf(covered);
    }

    /// Whether a top-level field is part of what is hashed.
    public boolean covers(String field) {
        return covered.isEmpty() ? !field.equals(hashField) : covered.contains(field);
    }
}
