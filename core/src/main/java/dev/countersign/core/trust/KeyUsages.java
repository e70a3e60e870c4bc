// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a certificate says its key is for (RFC 5280, 4.2.1.3 and 4.2.1.12).
final class KeyUsages {
    private static final String EXTENDED = "2.5.29.37";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    /// A key with none but these purposes is a machine's. Purposes of people's keys are many, and
    /// every maker of cards has its own.
    private static final Map<String, String> MACHINES =
            Map.of(
                    "1.3.6.1.5.5.7.3.1",
                    "serverAuth",
                    "1.3.6.1.5.5.7.3.3",
                    "codeSigning",
                    TIME_STAMPING,
                    "timeStamping",
                    "1.3.6.1.5.5.7.3.9",
                    "OCSPSigning");

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int CRL_SIGN = 6;
    private static final List<String> NAMES =
            List.of(
                    "digitalSignature",
                    "nonRepudiation",
                    "keyEncipherment",
                    "dataEncipherment",
                    "keyAgreement",
                    "keyCertSign",
                    "cRLSign",
                    "encipherOnly",
                    "decipherOnly");

    private KeyUsages() {}

    /// Whether it may sign documents: it says so, or says nothing.
    static boolean signs(X509Certificate certificate) {
        List<String> purposes = purposes(certificate);
        boolean machine = !purposes.isEmpty() && MACHINES.keySet().containsAll(purposes);
        return signsAnything(certificate) && !machine;
    }

    /// Whether it may sign time-stamps, and nothing else (RFC 3161, 2.3).
    static boolean stamps(X509Certificate certificate) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        return signsAnything(certificate)
                && critical != null
                && critical.contains(EXTENDED)
                && purposes(certificate).equals(List.of(TIME_STAMPING));
    }

    /// Whether it may sign revocation lists.
    static boolean signsLists(X509Certificate certificate) {
        boolean[] usages = certificate.getKeyUsage();
        return usages == null || usages[CRL_SIGN];
    }

    /// What else it is for: its purposes if its usages would do, else all usages and purposes;
    /// those without a name by their numbers.
    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        List<String> purposes = purposes(certificate);
        boolean[] usages =
                purposes.isEmpty() || !signsAnything(certificate)
                        ? certificate.getKeyUsage()
                        : null;
        for (int i = 0; usages != null && i < Math.min(usages.length, NAMES.size()); i++) {
            if (usages[i]) {
                names.add(NAMES.get(i));
            }
        }
        for (String purpose : purposes) {
            names.add(MACHINES.getOrDefault(purpose, purpose));
        }
        return names.isEmpty() ? List.of("anything") : names;
    }

    private static boolean signsAnything(X509Certificate certificate) {
        boolean[] usages = certificate.getKeyUsage();
        return usages == null || usages[DIGITAL_SIGNATURE] || usages[NON_REPUDIATION];
    }

    private static List<String> purposes(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
