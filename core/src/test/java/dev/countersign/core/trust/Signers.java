// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Holder;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Signs in tests that are not about opening keys. */
final class Signers {
    static final Octets STATEMENT = Octets.utf8("{\"decision\": \"approved\"}");

    private Signers() {}

    static SigningKey key(Holder holder) {
        Certificate certificate = Certificate.of(holder.certificate());
        KeyAlgorithm algorithm = KeyKind.of(holder.certificate().getPublicKey()).algorithm();
        return new SigningKey(
                Path.of("key"),
                "key",
                holder.key(),
                null,
                algorithm == null ? KeyAlgorithm.RSA : algorithm,
                SigningKey.Protection.PIN,
                chain(holder.chain().toArray(new X509Certificate[0])));
    }

    static Octets sign(Holder holder) throws Exception {
        return sign(holder, TestAuthority.NOW);
    }

    static Octets sign(Holder holder, Instant at) throws Exception {
        return new CmsSigner(Randomness.system(), RsaPadding.PKCS1)
                .sign(STATEMENT, key(holder), at);
    }

    static SignatureCheck.Verified verified(Octets cms) {
        return (SignatureCheck.Verified) CmsVerifier.check(cms);
    }

    static List<Certificate> chain(X509Certificate... certificates) {
        return Arrays.stream(certificates).map(Certificate::of).toList();
    }
}
