// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A key that can sign, with the certificate that it belongs to. Usable until the {@link KeyRing}
/// it comes from is closed.
public final class SigningKey {
    private final Path place;
    private final String alias;
    private final PrivateKey key;
    private final @Nullable Provider provider;
    private final KeyAlgorithm algorithm;
    private final Protection protection;
    private final List<Certificate> chain;

    /// What guards it.
    public enum Protection {
        /// Nothing: whoever reads the file has the key.
        NONE,
        /// The file is encrypted.
        PIN,
        /// It never leaves its token.
        TOKEN
    }

    /// @param provider that of a token; null for a key that any provider takes
    SigningKey(
            Path place,
            String alias,
            PrivateKey key,
            @Nullable Provider provider,
            KeyAlgorithm algorithm,
            Protection protection,
            List<Certificate> chain) {
        this.place = place;
        this.alias = alias;
        this.key = key;
        this.provider = provider;
        this.algorithm = algorithm;
        this.protection = protection;
        this.chain = List.copyOf(chain);
    }

    /// The file, or the token's library.
    public Path place() {
        return place;
    }

    /// Its name there.
    public String alias() {
        return alias;
    }

    /// The kind of key.
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /// What guards it.
    public Protection protection() {
        return protection;
    }

    /// Whose it is.
    public Certificate certificate() {
        return chain.getFirst();
    }

    /// Its certificate and those of the issuers that lie with it, each issued by the next.
    public List<Certificate> chain() {
        return chain;
    }

    /// Why it should not sign at an instant: its certificate is not valid then.
    public Optional<KeyProblem> problemAt(Instant instant) {
        String subject = certificate().names().shown();
        if (instant.isBefore(certificate().notBefore())) {
            return Optional.of(new KeyProblem.NotYetValid(subject, certificate().notBefore()));
        }
        if (instant.isAfter(certificate().notAfter())) {
            return Optional.of(new KeyProblem.Expired(subject, certificate().notAfter()));
        }
        return Optional.empty();
    }

    PrivateKey key() {
        return key;
    }

    @Nullable Provider provider() {
        return provider;
    }

    @Override
    public String toString() {
        return "SigningKey[" + alias + ", " + certificate().names().subject() + "]";
    }
}
