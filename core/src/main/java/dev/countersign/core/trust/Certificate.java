// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/// An X.509 certificate. Two are the same if their bytes are.
public final class Certificate {
    private final X509Certificate x509;
    private final Octets der;
    private final CertificateNames names;

    private Certificate(X509Certificate x509, Octets der) {
        this.x509 = x509;
        this.der = der;
        this.names = NamesReader.read(x509, der);
    }

    static Certificate of(X509Certificate x509) {
        try {
            return new Certificate(x509, Octets.of(x509.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /// Reads one; empty if these bytes are none.
    public static Optional<Certificate> read(Octets der) {
        try {
            var in = new ByteArrayInputStream(der.shared());
            var x509 =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in);
            boolean whole = in.available() == 0 && Octets.of(x509.getEncoded()).equals(der);
            return whole ? Optional.of(new Certificate(x509, der)) : Optional.empty();
        } catch (CertificateException | IllegalArgumentException e) {
            // names of a form that only Bouncy Castle looks into are its IllegalArgumentException
            return Optional.empty();
        }
    }

    /// Its bytes.
    public Octets der() {
        return der;
    }

    /// As a PEM file (RFC 7468): what lies in a folder of anchors.
    public String pem() {
        return PemBlocks.write("CERTIFICATE", der.shared());
    }

    /// Whom it is about.
    public CertificateNames names() {
        return names;
    }

    /// The first instant at which it is valid.
    public Instant notBefore() {
        return x509.getNotBefore().toInstant();
    }

    /// The last instant at which it is valid.
    public Instant notAfter() {
        return x509.getNotAfter().toInstant();
    }

    /// Whether it names itself as its issuer.
    public boolean selfIssued() {
        return x509.getSubjectX500Principal().equals(x509.getIssuerX500Principal());
    }

    X509Certificate x509() {
        return x509;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate c && der.equals(c.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return "Certificate[" + names.subject() + "]";
    }
}
