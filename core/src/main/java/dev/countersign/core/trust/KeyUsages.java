// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// What a certificate says its key is for (RFC 5280, 4.2.1.3).
final class KeyUsages {
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
        boolean[] usages = certificate.getKeyUsage();
        return usages == null || usages[DIGITAL_SIGNATURE] || usages[NON_REPUDIATION];
    }

    /// Whether it may sign revocation lists.
    static boolean signsLists(X509Certificate certificate) {
        boolean[] usages = certificate.getKeyUsage();
        return usages == null || usages[CRL_SIGN];
    }

    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        boolean[] usages = certificate.getKeyUsage();
        for (int i = 0; usages != null && i < Math.min(usages.length, NAMES.size()); i++) {
            if (usages[i]) {
                names.add(NAMES.get(i));
            }
        }
        return names;
    }
}
