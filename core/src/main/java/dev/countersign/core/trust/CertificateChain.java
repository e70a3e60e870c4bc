// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Puts certificates into the order of who issued whom.
final class CertificateChain {
    private static final int LONGEST = 10;

    private CertificateChain() {}

    /// From a certificate up to the last issuer that is among the others.
    static List<Certificate> of(Certificate first, Collection<Certificate> others) {
        List<Certificate> chain = new ArrayList<>(List.of(first));
        while (chain.size() < LONGEST && !chain.getLast().selfIssued()) {
            Certificate issuer = issuer(chain.getLast(), others);
            if (issuer == null || chain.contains(issuer)) {
                break;
            }
            chain.add(issuer);
        }
        return chain;
    }

    private static @Nullable Certificate issuer(
            Certificate issued, Collection<Certificate> others) {
        for (Certificate candidate : others) {
            if (issued(issued, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    static boolean issued(Certificate issued, Certificate by) {
        if (!issued.x509().getIssuerX500Principal().equals(by.x509().getSubjectX500Principal())) {
            return false;
        }
        try {
            issued.x509().verify(by.x509().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
