// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;

/// What kind of key an algorithm identifier or a public key is of.
///
/// @param algorithm null if it is none that we take
/// @param shown its name, or its object identifier
/// @param bits of an RSA key; 0 for others
record KeyKind(@Nullable KeyAlgorithm algorithm, String shown, int bits) {
    private static final int FEWEST_BITS = 2048;

    /// Checking one signature takes time with the cube of this.
    private static final int MOST_BITS = 16384;

    static KeyKind of(AlgorithmIdentifier identifier) {
        ASN1ObjectIdentifier oid = identifier.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return known(KeyAlgorithm.RSA);
        }
        if (oid.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return known(KeyAlgorithm.ED25519);
        }
        if (!oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return new KeyKind(null, oid.getId(), 0);
        }
        Object curve = identifier.getParameters();
        if (SECObjectIdentifiers.secp256r1.equals(curve)) {
            return known(KeyAlgorithm.EC_P256);
        }
        if (SECObjectIdentifiers.secp384r1.equals(curve)) {
            return known(KeyAlgorithm.EC_P384);
        }
        String name = curve instanceof ASN1ObjectIdentifier c ? c.getId() : "of its own";
        return new KeyKind(null, "EC, curve " + name, 0);
    }

    static KeyKind of(PublicKey key) {
        KeyKind kind;
        try {
            kind = of(Asn1.publicKeyInfo(key.getEncoded()).getAlgorithm());
        } catch (MalformedException e) {
            return new KeyKind(null, key.getAlgorithm(), 0);
        }
        if (kind.algorithm == KeyAlgorithm.RSA) {
            return key instanceof RSAPublicKey rsa
                    ? new KeyKind(KeyAlgorithm.RSA, kind.shown, rsa.getModulus().bitLength())
                    : new KeyKind(null, kind.shown, 0);
        }
        return kind;
    }

    private static KeyKind known(KeyAlgorithm algorithm) {
        return new KeyKind(algorithm, algorithm.shown(), 0);
    }

    /// An RSA key that can be broken; does not say anything about one that is not taken at all.
    boolean weak() {
        return algorithm == KeyAlgorithm.RSA && bits < FEWEST_BITS;
    }

    boolean tooLong() {
        return bits > MOST_BITS;
    }
}
