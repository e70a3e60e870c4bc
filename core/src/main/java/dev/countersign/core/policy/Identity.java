// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Somebody the policy knows.
///
/// @param id as `approver` in a record: e-mail or UID
/// @param name for people
/// @param roles what they may act as
public record Identity(String id, String name, List<String> roles) {
    public Identity {
        roles = List.copyOf(roles);
    }

    /// Whether two claimed identities are one person: spelled alike but for case and white space
    /// around them. The producer compares exactly; whoever evades it by a capital letter is still
    /// the same person.
    public static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && folded(one).equals(folded(other));
    }

    /// What all spellings of one person have in common. Letter by letter: `ß` is not `ss`.
    public static String folded(String claimed) {
        StringBuilder folded = new StringBuilder(claimed.length());
        claimed.strip()
                .codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
