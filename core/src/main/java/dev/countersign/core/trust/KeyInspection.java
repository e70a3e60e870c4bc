// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;

/// Looks at a key and its certificate before anybody signs with it.
final class KeyInspection {
    private static final byte[] PROBE = new byte[32];

    private KeyInspection() {}

    /// @param chain its certificate first; not empty
    static KeyEntry of(
            Path place,
            String alias,
            PrivateKey key,
            SigningKey.Protection protection,
            List<Certificate> chain) {
        Certificate certificate = chain.getFirst();
        String subject = certificate.names().shown();
        KeyKind kind = KeyKind.of(certificate.x509().getPublicKey());
        KeyAlgorithm algorithm = kind.algorithm();
        if (algorithm == null || kind.tooLong()) {
            return new KeyEntry.Unusable(alias, new KeyProblem.UnsupportedKey(alias, kind.shown()));
        }
        if (kind.weak()) {
            return new KeyEntry.Unusable(alias, new KeyProblem.WeakKey(alias, kind.bits()));
        }
        if (!belong(key, certificate, algorithm)) {
            return new KeyEntry.Unusable(alias, new KeyProblem.NotOfCertificate(alias, subject));
        }
        if (!KeyUsages.signs(certificate.x509())) {
            return new KeyEntry.Unusable(
                    alias, new KeyProblem.WrongUsage(subject, KeyUsages.names(certificate.x509())));
        }
        return new KeyEntry.Usable(new SigningKey(place, alias, key, algorithm, protection, chain));
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
