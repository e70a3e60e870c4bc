// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.testkit;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A certification authority for tests: everything it issues is made in the test that needs it and
 * is valid for ten years around {@link #NOW}, unless the test says otherwise.
 */
public final class TestAuthority {
    public static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    public static final Instant FROM = Instant.parse("2021-01-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2031-01-01T00:00:00Z");

    // Java's own files ask for ten thousand rounds three times; nobody attacks those of a test
    static {
        for (String part : List.of("keyPbe", "certPbe", "mac")) {
            System.setProperty("keystore.pkcs12." + part + "IterationCount", "100");
        }
    }

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final String algorithm;
    private long serial = 100;

    /** A key, its certificate and those of the issuers. */
    public record Holder(PrivateKey key, List<X509Certificate> chain) {
        public X509Certificate certificate() {
            return chain.getFirst();
        }

        /** As a PKCS#12 file with the alias {@code key}. */
        public Path pkcs12(Path file, String pin) {
            try (OutputStream out = Files.newOutputStream(file)) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry(
                        "key", key, pin.toCharArray(), chain.toArray(new X509Certificate[0]));
                store.store(out, pin.toCharArray());
                return file;
            } catch (IOException | GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What a certificate should say. */
    public record Wish(
            String subject,
            List<String> emails,
            Instant from,
            Instant until,
            int usage,
            List<KeyPurposeId> purposes,
            boolean authority) {
        /** A person who signs. */
        public static Wish person(String name, String email) {
            return new Wish(
                    "CN=" + name,
                    List.of(email),
                    FROM,
                    UNTIL,
                    KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                    List.of(),
                    false);
        }

        public Wish subject(String name) {
            return new Wish(name, emails, from, until, usage, purposes, authority);
        }

        public Wish valid(Instant notBefore, Instant notAfter) {
            return new Wish(subject, emails, notBefore, notAfter, usage, purposes, authority);
        }

        public Wish usage(int bits) {
            return new Wish(subject, emails, from, until, bits, purposes, authority);
        }

        public Wish purposes(KeyPurposeId... ids) {
            return new Wish(subject, emails, from, until, usage, List.of(ids), authority);
        }

        private static Wish ca(String name) {
            int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
            return new Wish("CN=" + name, List.of(), FROM, UNTIL, usage, List.of(), true);
        }
    }

    private TestAuthority(PrivateKey key, List<X509Certificate> chain, String algorithm) {
        this.key = key;
        this.chain = chain;
        this.algorithm = algorithm;
    }

    /** Somebody who issues certificates without being allowed to. */
    public static TestAuthority of(Holder holder) {
        return new TestAuthority(holder.key, holder.chain, algorithm(holder.key));
    }

    /** The same one, with another algorithm for its signatures. */
    public TestAuthority signingWith(String other) {
        return new TestAuthority(key, chain, other);
    }

    /** One that nobody issued. */
    public static TestAuthority root(String name) {
        KeyPair pair = keyPair("P-256");
        var wish = Wish.ca(name);
        var certificate =
                certificate(
                        wish,
                        pair,
                        new X500Name(wish.subject),
                        signer("SHA256withECDSA", pair.getPrivate()),
                        1);
        return new TestAuthority(pair.getPrivate(), List.of(certificate), "SHA256withECDSA");
    }

    /** One below this one. */
    public TestAuthority intermediate(String name) {
        return of(issue(Wish.ca(name), "P-256"));
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public PrivateKey key() {
        return key;
    }

    /** Somebody's key, issued here; the chain leaves out the root, as it does in real files. */
    public Holder issue(Wish wish, String kind) {
        return issue(wish, keyPair(kind));
    }

    /** A certificate for the key of a request in PEM. */
    public X509Certificate certify(Wish wish, Path request) {
        try {
            String pem = Files.readString(request).replaceAll("-----[A-Z ]+-----", "");
            var asked = new JcaPKCS10CertificationRequest(Base64.getMimeDecoder().decode(pem));
            return issue(wish, new KeyPair(asked.getPublicKey(), key)).certificate();
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public Holder issue(Wish wish, KeyPair pair) {
        X500Name issuer =
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        var certificate = certificate(wish, pair, issuer, signer(algorithm, key), serial++);
        List<X509Certificate> whole =
                Stream.concat(
                                Stream.of(certificate),
                                chain.stream()
                                        .filter(c ->
                                                !c.getSubjectX500Principal()
                                                        .equals(c.getIssuerX500Principal())))
                        .toList();
        return new Holder(pair.getPrivate(), whole);
    }

    /**
     * @param kind RSA-2048 or another length, P-256 or another curve, Ed25519
     */
    public static KeyPair keyPair(String kind) {
        try {
            if (kind.startsWith("RSA-")) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(Integer.parseInt(kind.substring(4)));
                return generator.generateKeyPair();
            }
            if (kind.equals("Ed25519")) {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            }
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp" + kind.substring(2) + "r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What it took back, as a DER file. */
    public Path revocations(Path file, Instant from, Instant until, Revoked... revoked) {
        try {
            var builder =
                    new JcaX509v2CRLBuilder(
                            certificate().getSubjectX500Principal(), Date.from(from));
            builder.setNextUpdate(Date.from(until));
            for (Revoked each : revoked) {
                builder.addCRLEntry(
                        each.certificate.getSerialNumber(), Date.from(each.at), each.reason);
            }
            return Files.write(file, builder.build(signer(algorithm, key)).getEncoded());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /**
     * @param reason as {@link org.bouncycastle.asn1.x509.CRLReason} counts
     */
    public record Revoked(X509Certificate certificate, Instant at, int reason) {}

    /** The root's certificate, or any other, as a PEM file. */
    public static Path pem(Path file, X509Certificate... certificates) {
        var text = new StringBuilder();
        try {
            for (X509Certificate certificate : certificates) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(
                                Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return Files.writeString(file, text);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate certificate(
            Wish wish, KeyPair pair, X500Name issuer, ContentSigner signer, long serial) {
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer,
                            BigInteger.valueOf(serial),
                            Date.from(wish.from),
                            Date.from(wish.until),
                            new X500Name(wish.subject),
                            pair.getPublic());
            for (Map.Entry<ASN1ObjectIdentifier, ASN1Encodable> extension :
                    extensions(wish).entrySet()) {
                builder.addExtension(extension.getKey(), true, extension.getValue());
            }
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            if (!wish.emails.isEmpty()) {
                GeneralName[] names =
                        wish.emails.stream()
                                .map(e -> new GeneralName(GeneralName.rfc822Name, e))
                                .toArray(GeneralName[]::new);
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Map<ASN1ObjectIdentifier, ASN1Encodable> extensions(Wish wish) {
        Map<ASN1ObjectIdentifier, ASN1Encodable> extensions = new LinkedHashMap<>();
        extensions.put(Extension.basicConstraints, new BasicConstraints(wish.authority));
        if (wish.usage != 0) {
            extensions.put(Extension.keyUsage, new KeyUsage(wish.usage));
        }
        if (!wish.purposes.isEmpty()) {
            var purposes = new ArrayList<>(wish.purposes);
            extensions.put(
                    Extension.extendedKeyUsage,
                    new ExtendedKeyUsage(purposes.toArray(new KeyPurposeId[0])));
        }
        return extensions;
    }

    private static ContentSigner signer(String algorithm, PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(key);
        } catch (OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
    }
}
