// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/// A bare Ed25519 key (RFC 8032), without a certificate: for those that are known by their key
/// alone. Prints as nothing.
public final class Ed25519Key {
    /// Length of the secret, and of a public key, in bytes.
    public static final int BYTES = 32;

    private static final String NAME = "Ed25519";

    /// What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410).
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Octets seed;

    private Ed25519Key(Octets seed) {
        this.seed = seed;
    }

    /// A new one.
    public static Ed25519Key make(Randomness randomness) {
        byte[] seed = new byte[BYTES];
        randomness.source().nextBytes(seed);
        return new Ed25519Key(Octets.of(seed));
    }

    /// The one with this secret; empty if it has not 32 bytes.
    public static Optional<Ed25519Key> ofSeed(Octets seed) {
        return seed.length() == BYTES ? Optional.of(new Ed25519Key(seed)) : Optional.empty();
    }

    /// The secret.
    public Octets seed() {
        return seed;
    }

    /// What others know it by.
    public Octets publicKey() {
        return Octets.of(
                new Ed25519PrivateKeyParameters(seed.shared(), 0).generatePublicKey().getEncoded());
    }

    /// Signs.
    public Octets sign(Octets message) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance(NAME)
                            .generatePrivate(
                                    new EdECPrivateKeySpec(
                                            NamedParameterSpec.ED25519, seed.toArray()));
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message.shared());
            return Octets.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /// Whether a signature is right. Whatever the bytes are, there is an answer.
    public static boolean verifies(Octets publicKey, Octets message, Octets value) {
        byte[] spki = new byte[SPKI.length + publicKey.length()];
        System.arraycopy(SPKI, 0, spki, 0, SPKI.length);
        System.arraycopy(publicKey.shared(), 0, spki, SPKI.length, publicKey.length());
        try {
            PublicKey key =
                    KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(spki));
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message.shared());
            return signature.verify(value.shared());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Ed25519Key[hidden]";
    }
}
