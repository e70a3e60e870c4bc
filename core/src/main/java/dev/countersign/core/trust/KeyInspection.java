// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.List;

/// Looks at a key and its certificate before anybody signs with it.
final class KeyInspection {
    private static final byte[] PROBE = new byte[32];

    private KeyInspection() {}

    /// One out of a file.
    ///
    /// @param chain its certificate first; not empty
    static KeyEntry of(
            Path file,
            String alias,
            PrivateKey key,
            SigningKey.Protection protection,
            List<Certificate> chain) {
        KeyKind kind = KeyKind.of(chain.getFirst().x509().getPublicKey());
        KeyAlgorithm algorithm = kind.algorithm();
        if (algorithm != null && !belong(key, chain.getFirst(), algorithm)) {
            return notOfCertificate(alias, chain);
        }
        return of(alias, kind, new Opened(file, key, null, protection, chain));
    }

    /// One on a token. It is not tried: some want to be touched for each signature.
    static KeyEntry of(
            Path library,
            String alias,
            PrivateKey key,
            Provider provider,
            List<Certificate> chain) {
        KeyKind kind = KeyKind.of(chain.getFirst().x509().getPublicKey());
        if (key instanceof RSAKey secret
                && chain.getFirst().x509().getPublicKey() instanceof RSAKey open
                && !secret.getModulus().equals(open.getModulus())) {
            return notOfCertificate(alias, chain);
        }
        return of(
                alias,
                kind,
                new Opened(library, key, provider, SigningKey.Protection.TOKEN, chain));
    }

    private record Opened(
            Path place,
            PrivateKey key,
            @Nullable Provider provider,
            SigningKey.Protection protection,
            List<Certificate> chain) {}

    private static KeyEntry of(String alias, KeyKind kind, Opened opened) {
        X509Certificate certificate = opened.chain.getFirst().x509();
        String subject = opened.chain.getFirst().names().shown();
        KeyAlgorithm algorithm = kind.algorithm();
        if (algorithm == null || kind.tooLong()) {
            return new KeyEntry.Unusable(alias, new KeyProblem.UnsupportedKey(alias, kind.shown()));
        }
        if (kind.weak()) {
            return new KeyEntry.Unusable(alias, new KeyProblem.WeakKey(alias, kind.bits()));
        }
        if (!KeyUsages.signs(certificate)) {
            return new KeyEntry.Unusable(
                    alias, new KeyProblem.WrongUsage(subject, KeyUsages.names(certificate)));
        }
        return new KeyEntry.Usable(
                new SigningKey(
                        opened.place,
                        alias,
                        opened.key,
                        opened.provider,
                        algorithm,
                        opened.protection,
                        opened.chain));
    }

    private static KeyEntry notOfCertificate(String alias, List<Certificate> chain) {
        String subject = chain.getFirst().names().shown();
        return new KeyEntry.Unusable(alias, new KeyProblem.NotOfCertificate(alias, subject));
    }

    /// Whether what the key signs is right by the certificate.
    static boolean belong(PrivateKey key, Certificate certificate, KeyAlgorithm algorithm) {
        try {
            SignatureScheme scheme = SignatureScheme.of(algorithm, RsaPadding.PKCS1);
            Signature signer = scheme.signature();
            signer.initSign(key);
            signer.update(PROBE);
            byte[] signature = signer.sign();
            Signature verifier = scheme.signature();
            verifier.initVerify(certificate.x509().getPublicKey());
            verifier.update(PROBE);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
