// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// The keys of an opened key store. Closing it logs out of a token.
public final class KeyRing implements AutoCloseable {
    private final List<KeyEntry> entries;
    private final Runnable logout;

    KeyRing(List<KeyEntry> entries, Runnable logout) {
        this.entries = List.copyOf(entries);
        this.logout = logout;
    }

    /// All of them, also those that cannot sign; at least one.
    public List<KeyEntry> entries() {
        return entries;
    }

    /// The key to sign with.
    ///
    /// @param alias its name; null for the only one that is usable
    /// @param at when it shall sign
    public KeyChoice choose(@Nullable String alias, Instant at) {
        return alias == null ? only(at) : named(alias, at);
    }

    private KeyChoice only(Instant at) {
        if (entries.size() == 1) {
            return choice(entries.getFirst(), at);
        }
        List<KeyEntry> usable =
                entries.stream().filter(e -> choice(e, at) instanceof KeyChoice.Chosen).toList();
        return usable.size() == 1
                ? choice(usable.getFirst(), at)
                : new KeyChoice.Refused(new KeyProblem.SeveralKeys(aliases()));
    }

    private KeyChoice named(String alias, Instant at) {
        for (KeyEntry entry : entries) {
            if (entry.alias().equals(alias)) {
                return choice(entry, at);
            }
        }
        return new KeyChoice.Refused(new KeyProblem.NoSuchKey(alias, aliases()));
    }

    private static KeyChoice choice(KeyEntry entry, Instant at) {
        return switch (entry) {
            case KeyEntry.Unusable(String _, KeyProblem problem) -> new KeyChoice.Refused(problem);
            case KeyEntry.Usable(SigningKey key) ->
                    key.problemAt(at)
                            .<KeyChoice>map(KeyChoice.Refused::new)
                            .orElseGet(() -> new KeyChoice.Chosen(key));
        };
    }

    private List<String> aliases() {
        return entries.stream().map(KeyEntry::alias).toList();
    }

    @Override
    public void close() {
        logout.run();
    }

    @Override
    public String toString() {
        return "KeyRing" + aliases();
    }
}
