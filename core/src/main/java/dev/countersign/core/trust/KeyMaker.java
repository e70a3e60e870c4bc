// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import java.util.List;

/// Makes keys for people who have none: self-signed, or with a request for their authority. They
/// are written to a new PKCS#12 file that only its owner may read.
public final class KeyMaker {
    private static final int RSA_BITS = 3072;

    /// RFC 5280, 4.1.2.2: at most 20 octets, positive.
    private static final int SERIAL_BITS = 127;

    private final Randomness randomness;
    private final int rounds;

    /// @param randomness where the keys come from
    public KeyMaker(Randomness randomness) {
        this(randomness, Pkcs12Writer.ROUNDS);
    }

    /// @param randomness where the keys come from
    /// @param rounds of hashing that each guess at a PIN costs; few only where nobody guesses
    public KeyMaker(Randomness randomness, int rounds) {
        this.randomness = randomness;
        this.rounds = rounds;
    }

    /// Makes a key whose certificate vouches for itself: whoever shall trust it has to put the
    /// certificate among their anchors.
    ///
    /// @throws SourceException if the file is there already, or cannot be written
    /// @throws IllegalArgumentException if the wish has problems
    public Certificate selfSigned(KeyWish wish, Path file, Pin pin) throws SourceException {
        check(wish, pin);
        KeyPair pair = pair(wish.algorithm());
        Certificate certificate = certificate(wish, pair);
        write(wish.name(), pair.getPrivate(), List.of(certificate), file, pin);
        return certificate;
    }

    /// Makes a key, and a request for its certificate. The file signs with that beside it.
    ///
    /// @return a PKCS#10 request in PEM
    /// @throws SourceException if the file is there already, or cannot be written
    /// @throws IllegalArgumentException if the wish has problems
    public String request(KeyWish wish, Path file, Pin pin) throws SourceException {
        check(wish, pin);
        KeyPair pair = pair(wish.algorithm());
        byte[] request = requestFor(wish, pair);
        write(wish.name(), pair.getPrivate(), List.of(), file, pin);
        return PemBlocks.write("CERTIFICATE REQUEST", request);
    }

    private static void check(KeyWish wish, Pin pin) {
        List<KeyWish.Problem> problems = wish.problems(pin);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("the wish was not checked: " + problems);
        }
    }

    private void write(String alias, PrivateKey key, List<Certificate> chain, Path file, Pin pin)
            throws SourceException {
        SmallFile.createPrivate(
                file, new Pkcs12Writer(randomness, pin, rounds).write(alias, key, chain));
    }

    private KeyPair pair(KeyAlgorithm algorithm) {
        SecureRandom random = randomness.source();
        try {
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(
                            switch (algorithm) {
                                case RSA -> "RSA";
                                case EC_P256, EC_P384 -> "EC";
                                case ED25519 -> "Ed25519";
                            });
            switch (algorithm) {
                case RSA -> generator.initialize(RSA_BITS, random);
                case EC_P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
                case EC_P384 -> generator.initialize(new ECGenParameterSpec("secp384r1"), random);
                case ED25519 -> generator.initialize(255, random);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has these kinds of keys", e);
        }
    }

    private Certificate certificate(KeyWish wish, KeyPair pair) {
        X500Name name = name(wish);
        var builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(SERIAL_BITS, randomness.source()).setBit(0),
                        Date.from(wish.from()),
                        Date.from(wish.until()),
                        name,
                        pair.getPublic());
        try {
            Extensions extensions = extensions(wish, pair);
            for (var oid : extensions.getExtensionOIDs()) {
                builder.addExtension(extensions.getExtension(oid));
            }
            byte[] der = builder.build(signer(wish.algorithm(), pair)).getEncoded();
            return Certificate.read(Octets.of(der)).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("every part of it is in memory", e);
        }
    }

    private byte[] requestFor(KeyWish wish, KeyPair pair) {
        var builder = new JcaPKCS10CertificationRequestBuilder(name(wish), pair.getPublic());
        builder.addAttribute(
                PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions(wish, pair));
        try {
            return builder.build(signer(wish.algorithm(), pair)).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("every part of it is in memory", e);
        }
    }

    private static X500Name name(KeyWish wish) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, wish.name().strip())
                .build();
    }

    private static Extensions extensions(KeyWish wish, KeyPair pair) {
        var generator = new ExtensionsGenerator();
        try {
            generator.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            generator.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            generator.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.rfc822Name, wish.email())));
            generator.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return generator.generate();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("every part of it is in memory", e);
        }
    }

    private ContentSigner signer(KeyAlgorithm algorithm, KeyPair pair) {
        String name =
                switch (algorithm) {
                    case RSA -> "SHA256withRSA";
                    case EC_P256 -> "SHA256withECDSA";
                    case EC_P384 -> "SHA384withECDSA";
                    case ED25519 -> "Ed25519";
                };
        try {
            return new JcaContentSignerBuilder(name)
                    .setSecureRandom(randomness.source())
                    .build(pair.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every Java has these algorithms", e);
        }
    }
}
