// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

import javax.security.auth.x500.X500Principal;

/// Reads the names out of a certificate.
final class NamesReader {
    /// The type of an e-mail address among alternative names (RFC 5280, 4.2.1.6).
    private static final Integer RFC822_NAME = 1;

    /// RFC 2253 has no name for it, but most certificates of people have one.
    private static final Map<String, String> ALSO_NAMED =
            Map.of(BCStyle.EmailAddress.getId(), "EMAILADDRESS");

    private NamesReader() {}

    static CertificateNames read(X509Certificate x509, Octets der) {
        X500Name subject = X500Name.getInstance(x509.getSubjectX500Principal().getEncoded());
        SequencedSet<String> emails = new LinkedHashSet<>(alternativeEmails(x509));
        emails.addAll(values(subject, BCStyle.EmailAddress));
        List<String> commonNames = values(subject, BCStyle.CN);
        return new CertificateNames(
                text(x509.getSubjectX500Principal()),
                text(x509.getIssuerX500Principal()),
                commonNames.isEmpty() ? null : commonNames.getLast(),
                List.copyOf(emails),
                values(subject, BCStyle.UID),
                x509.getSerialNumber().toString(16),
                Digests.sha256(der.shared()).hex());
    }

    private static String text(X500Principal principal) {
        return principal.getName(X500Principal.RFC2253, ALSO_NAMED);
    }

    private static List<String> alternativeEmails(X509Certificate x509) {
        List<String> emails = new ArrayList<>();
        try {
            Collection<List<?>> names = x509.getSubjectAlternativeNames();
            if (names != null) {
                for (List<?> name : names) {
                    if (RFC822_NAME.equals(name.get(0)) && name.get(1) instanceof String email) {
                        emails.add(email);
                    }
                }
            }
        } catch (CertificateParsingException e) {
            return List.of();
        }
        return emails;
    }

    private static List<String> values(X500Name name, ASN1ObjectIdentifier type) {
        List<String> values = new ArrayList<>();
        for (RDN rdn : name.getRDNs(type)) {
            for (AttributeTypeAndValue pair : rdn.getTypesAndValues()) {
                ASN1Encodable value = pair.getValue();
                if (pair.getType().equals(type) && value instanceof ASN1String text) {
                    values.add(text.getString());
                }
            }
        }
        return values;
    }
}
