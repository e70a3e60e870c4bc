// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// Whom a certificate is about, as it says itself.
///
/// @param subject the distinguished name (RFC 2253)
/// @param issuer the issuer's
/// @param cn the common name; null if there is none
/// @param emails e-mail addresses: those of the alternative name first, then those of the subject
/// @param uids user ids of the subject
/// @param serial the serial number in hex
/// @param fingerprint SHA-256 of the certificate in hex
public record CertificateNames(
        String subject,
        String issuer,
        @Nullable String cn,
        List<String> emails,
        List<String> uids,
        String serial,
        String fingerprint) {
    public CertificateNames {
        emails = List.copyOf(emails);
        uids = List.copyOf(uids);
    }

    /// For people: name and first e-mail address if it has them, else the whole subject.
    public String shown() {
        if (cn == null) {
            return emails.isEmpty() ? subject : emails.getFirst();
        }
        return emails.isEmpty() ? cn : cn + " <" + emails.getFirst() + ">";
    }

    /// What an identity of the policy may be: e-mail addresses and user ids.
    public List<String> identities() {
        return Stream.concat(emails.stream(), uids.stream()).distinct().toList();
    }
}
