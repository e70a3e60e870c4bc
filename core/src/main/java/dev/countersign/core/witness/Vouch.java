// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What one signature line of a note is worth.
///
/// @param name of the key, as the line has it
/// @param keyId eight hex digits
/// @param state what checking gave
/// @param at when it was cosigned, as the witness says; null unless it was
public record Vouch(String name, String keyId, State state, @Nullable Instant at) {
    /// What checking a signature line gave.
    public enum State {
        /// A known key signed the note.
        SIGNED,
        /// A known witness cosigned it.
        COSIGNED,
        /// It claims a known key, and is not right: the note is to be rejected.
        WRONG,
        /// The key is not known: ignored.
        UNKNOWN;

        /// Lower case.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether somebody known vouches.
    public boolean good() {
        return state == State.SIGNED || state == State.COSIGNED;
    }

    /// Who is known to have seen it.
    ///
    /// @param origin who says so where nobody is known
    public static String whose(List<Vouch> vouches, String origin) {
        return vouches.stream()
                .filter(Vouch::good)
                .map(Vouch::name)
                .reduce((a, b) -> a + ", " + b)
                .orElse(origin);
    }

    /// One for each signature line; of several lines of one key, the first.
    public static List<Vouch> of(SignedNote note, List<NoteVerifier> known) {
        List<Vouch> vouches = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NoteSignature signature : note.signatures()) {
            if (seen.add(signature.name() + " " + signature.keyId())) {
                vouches.add(
                        known.stream()
                                .filter(verifier -> verifier.isOf(signature))
                                .findFirst()
                                .map(verifier -> verifier.check(note.text(), signature))
                                .orElseGet(() ->
                                        new Vouch(
                                                signature.name(),
                                                signature.keyId(),
                                                State.UNKNOWN,
                                                null)));
            }
        }
        return vouches;
    }
}
