// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.trust.TrustFault.Kind;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Java's path validation (RFC 5280, section 6), and keys and digests that cannot be forged.
final class PathValidation {
    private PathValidation() {}

    /// What is wrong with a path from a certificate to an anchor, apart from revocation; empty if
    /// nothing is.
    static Optional<TrustFault> of(List<Certificate> path, Instant at) {
        for (Certificate certificate : path) {
            Optional<String> weakness = weakness(certificate, path.getLast());
            if (weakness.isPresent()) {
                return Optional.of(fault(Kind.WEAK, certificate, weakness.get()));
            }
        }
        return path.size() == 1 ? Optional.empty() : validate(path, at);
    }

    private static Optional<String> weakness(Certificate certificate, Certificate anchor) {
        X509Certificate x509 = certificate.x509();
        KeyKind kind = KeyKind.of(x509.getPublicKey());
        if (kind.weak()) {
            return Optional.of("its RSA key has " + kind.bits() + " bits");
        }
        String algorithm = x509.getSigAlgName();
        boolean old = algorithm.contains("SHA1") || algorithm.contains("MD");
        // nobody relies on the signature of an anchor
        return old && !certificate.equals(anchor)
                ? Optional.of("it is signed with " + algorithm)
                : Optional.empty();
    }

    private static Optional<TrustFault> validate(List<Certificate> path, Instant at) {
        try {
            var parameters =
                    new PKIXParameters(Set.of(new TrustAnchor(path.getLast().x509(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPath certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertPath(
                                    path.subList(0, path.size() - 1).stream()
                                            .map(Certificate::x509)
                                            .toList());
            CertPathValidator.getInstance("PKIX").validate(certificates, parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            int index = Math.clamp(e.getIndex(), 0, path.size() - 1);
            Certificate certificate = path.get(index);
            return Optional.of(fault(kind(e.getReason()), certificate, words(e.getReason())));
        } catch (GeneralSecurityException e) {
            return Optional.of(fault(Kind.UNFIT, path.getFirst(), "it cannot be validated"));
        }
    }

    private static Kind kind(Reason reason) {
        if (reason == PKIXReason.NOT_CA_CERT
                || reason == PKIXReason.INVALID_KEY_USAGE
                || reason == PKIXReason.PATH_TOO_LONG) {
            return Kind.NOT_AN_ISSUER;
        }
        return reason == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED
                ? Kind.WEAK
                : Kind.UNFIT;
    }

    private static String words(Reason reason) {
        if (reason == PKIXReason.NOT_CA_CERT) {
            return "it is not that of an authority";
        }
        if (reason == PKIXReason.INVALID_KEY_USAGE) {
            return "its key is not for signing certificates";
        }
        if (reason == PKIXReason.PATH_TOO_LONG) {
            return "its issuer allows no authority below it";
        }
        if (reason == PKIXReason.INVALID_NAME) {
            return "its name is not one that its issuer may certify";
        }
        if (reason == PKIXReason.UNRECOGNIZED_CRIT_EXT) {
            return "it has a critical extension that is not known";
        }
        return reason == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED
                ? "its algorithm is not safe any more"
                : reason.toString();
    }

    private static TrustFault fault(Kind kind, Certificate certificate, String detail) {
        return new TrustFault(kind, certificate.names().shown(), null, detail);
    }
}
