// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/// A way to sign: how Java calls it, and how a CMS message does (RFC 5754, RFC 4056, RFC 8419).
///
/// @param key the kind of key it takes; both EC kinds may go with any digest
/// @param digest of the signed attributes' message digest, and of the signature itself
/// @param form how the key is used
/// @param salt how many bytes of salt; 0 where the form has none
record SignatureScheme(KeyAlgorithm key, Digest digest, Form form, int salt) {
    /// More than the longest key has room for.
    private static final int MOST_SALT = 2048;

    /// A digest that is strong enough.
    enum Digest {
        SHA256("SHA-256", "2.16.840.1.101.3.4.2.1", 32),
        SHA384("SHA-384", "2.16.840.1.101.3.4.2.2", 48),
        SHA512("SHA-512", "2.16.840.1.101.3.4.2.3", 64);

        private final String java;
        private final String oid;
        private final int length;

        Digest(String java, String oid, int length) {
            this.java = java;
            this.oid = oid;
            this.length = length;
        }

        /// Null if it is none of them.
        static @Nullable Digest of(AlgorithmIdentifier identifier) {
            String oid = identifier.getAlgorithm().getId();
            for (Digest digest : values()) {
                if (digest.oid.equals(oid)) {
                    return digest;
                }
            }
            return null;
        }

        AlgorithmIdentifier identifier() {
            return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid));
        }

        byte[] digest(byte[] bytes) {
            return Digests.of(java, bytes);
        }

        String java() {
            return java;
        }

        private String joined() {
            return java.replace("-", "");
        }
    }

    /// How the key is used.
    enum Form {
        PKCS1,
        PSS,
        ECDSA,
        EDDSA
    }

    /// How this kind of key signs here.
    static SignatureScheme of(KeyAlgorithm key, RsaPadding padding) {
        return switch (key) {
            case RSA -> rsa(padding);
            case EC_P256 -> new SignatureScheme(key, Digest.SHA256, Form.ECDSA, 0);
            case EC_P384 -> new SignatureScheme(key, Digest.SHA384, Form.ECDSA, 0);
            // RFC 8419, section 2.3
            case ED25519 -> new SignatureScheme(key, Digest.SHA512, Form.EDDSA, 0);
        };
    }

    private static SignatureScheme rsa(RsaPadding padding) {
        Digest digest = Digest.SHA256;
        return switch (padding) {
            case PKCS1 -> new SignatureScheme(KeyAlgorithm.RSA, digest, Form.PKCS1, 0);
            case PSS -> new SignatureScheme(KeyAlgorithm.RSA, digest, Form.PSS, digest.length);
        };
    }

    /// What a message says it was signed with; null if that is none of ours, or does not fit key
    /// and digest.
    static @Nullable SignatureScheme of(
            KeyAlgorithm key, AlgorithmIdentifier signature, Digest digest) {
        Form form = form(signature, digest);
        if (form == null) {
            return null;
        }
        boolean fits =
                switch (form) {
                    case PKCS1, PSS -> key == KeyAlgorithm.RSA;
                    case ECDSA -> key == KeyAlgorithm.EC_P256 || key == KeyAlgorithm.EC_P384;
                    case EDDSA -> key == KeyAlgorithm.ED25519 && digest == Digest.SHA512;
                };
        int salt = form == Form.PSS ? salt(signature, digest) : 0;
        return fits && salt >= 0 ? new SignatureScheme(key, digest, form, salt) : null;
    }

    private static @Nullable Form form(AlgorithmIdentifier signature, Digest digest) {
        ASN1ObjectIdentifier oid = signature.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return Form.PSS;
        }
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption) || oid.equals(pkcs1(digest))) {
            return Form.PKCS1;
        }
        if (oid.equals(ecdsa(digest))) {
            return Form.ECDSA;
        }
        return oid.equals(EdECObjectIdentifiers.id_Ed25519) ? Form.EDDSA : null;
    }

    /// The identifier in a signer's information.
    AlgorithmIdentifier identifier() {
        return switch (form) {
            case PKCS1 ->
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
            case PSS -> pss();
            case ECDSA -> new AlgorithmIdentifier(ecdsa(digest));
            case EDDSA -> new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
        };
    }

    /// Java's implementation.
    Signature signature() throws GeneralSecurityException {
        return signature(null);
    }

    /// @param provider that of a token; null for Java's own
    Signature signature(@Nullable Provider provider) throws GeneralSecurityException {
        Signature signature =
                provider == null
                        ? Signature.getInstance(javaName())
                        : Signature.getInstance(javaName(), provider);
        if (form == Form.PSS) {
            signature.setParameter(
                    new PSSParameterSpec(
                            digest.java, "MGF1", new MGF1ParameterSpec(digest.java), salt, 1));
        }
        return signature;
    }

    /// For people.
    String shown() {
        return switch (form) {
            case PKCS1 -> "RSA with " + digest.java;
            case PSS -> "RSA-PSS with " + digest.java;
            case ECDSA -> key.shown() + " with " + digest.java;
            case EDDSA -> key.shown();
        };
    }

    private String javaName() {
        return switch (form) {
            case PKCS1 -> digest.joined() + "withRSA";
            case PSS -> "RSASSA-PSS";
            case ECDSA -> digest.joined() + "withECDSA";
            case EDDSA -> "Ed25519";
        };
    }

    /// RFC 4056: mask generation with the same digest.
    private AlgorithmIdentifier pss() {
        var mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, digest.identifier());
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(
                        digest.identifier(),
                        mask,
                        new ASN1Integer(salt),
                        RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
    }

    /// How much salt PSS has; -1 if its parameters are not those of the digest.
    private static int salt(AlgorithmIdentifier signature, Digest digest) {
        try {
            var parameters = RSASSAPSSparams.getInstance(signature.getParameters());
            if (parameters == null) {
                return -1;
            }
            AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
            boolean right =
                    Digest.of(parameters.getHashAlgorithm()) == digest
                            && mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                            && Digest.of(AlgorithmIdentifier.getInstance(mask.getParameters()))
                                    == digest
                            && parameters.getTrailerField().equals(BigInteger.ONE)
                            && parameters.getSaltLength().signum() >= 0
                            && parameters.getSaltLength().bitLength() < Integer.SIZE;
            int salt = right ? parameters.getSaltLength().intValue() : -1;
            return salt <= MOST_SALT ? salt : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static ASN1ObjectIdentifier pkcs1(Digest digest) {
        return switch (digest) {
            case SHA256 -> PKCSObjectIdentifiers.sha256WithRSAEncryption;
            case SHA384 -> PKCSObjectIdentifiers.sha384WithRSAEncryption;
            case SHA512 -> PKCSObjectIdentifiers.sha512WithRSAEncryption;
        };
    }

    private static ASN1ObjectIdentifier ecdsa(Digest digest) {
        return switch (digest) {
            case SHA256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
            case SHA384 -> X9ObjectIdentifiers.ecdsa_with_SHA384;
            case SHA512 -> X9ObjectIdentifiers.ecdsa_with_SHA512;
        };
    }
}
