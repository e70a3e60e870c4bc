// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/// Makes the private key that a file describes.
final class FoundKey {
    private FoundKey() {}

    /// @throws MalformedException if it is none; {@link KeyKind} has said that its kind is known
    static PrivateKey of(PrivateKeyInfo info) throws MalformedException {
        byte[] encoded = new byte[0];
        try {
            encoded = info.getEncoded();
            return KeyFactory.getInstance(name(info.getPrivateKeyAlgorithm().getAlgorithm()))
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException | GeneralSecurityException e) {
            throw new MalformedException("the private key is damaged", e);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static String name(ASN1ObjectIdentifier oid) {
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        return oid.equals(EdECObjectIdentifiers.id_Ed25519) ? "Ed25519" : "RSA";
    }
}
