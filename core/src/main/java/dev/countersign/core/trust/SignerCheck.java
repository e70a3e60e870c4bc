// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.trust.SignatureFault.Kind;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;

/// Checks the signature of one signer (RFC 5652, 5.6), and which certificate it was made for (RFC
/// 5035).
final class SignerCheck {
    private final SignedMessage message;
    private final SignedAttributes attributes;
    private final List<SignatureFault> faults = new ArrayList<>();
    private @Nullable SignatureScheme scheme;

    SignerCheck(SignedMessage message) {
        this.message = message;
        this.attributes = new SignedAttributes(message.signer().getAuthenticatedAttributes());
    }

    /// @param type what the content is
    /// @param timeStamp a time-stamp token is checked: its signer says no signing time, because the
    ///   content does, and may name its certificate by SHA-1 (RFC 5816)
    List<SignatureFault> run(ASN1ObjectIdentifier type, boolean timeStamp) {
        try {
            var digest = SignatureScheme.Digest.of(message.signer().getDigestAlgorithm());
            if (digest == null) {
                fault(Kind.WEAK_DIGEST, oid(message.signer()));
                return faults;
            }
            attributes(type, digest, timeStamp);
            key(digest);
            if (scheme != null && attributes.present()) {
                signature(scheme);
            }
        } catch (RuntimeException e) {
            fault(Kind.MALFORMED, "the signer's part is damaged");
        }
        return faults;
    }

    SignedAttributes attributes() {
        return attributes;
    }

    /// Known after a check without faults.
    @Nullable SignatureScheme scheme() {
        return scheme;
    }

    private void attributes(
            ASN1ObjectIdentifier type, SignatureScheme.Digest digest, boolean timeStamp) {
        if (!attributes.present()) {
            fault(Kind.ATTRIBUTE, "there are none");
            return;
        }
        if (!attributes.contentTypeIs(type)) {
            fault(Kind.ATTRIBUTE, "content-type");
        }
        if (!timeStamp && attributes.signingTime().isEmpty()) {
            fault(Kind.ATTRIBUTE, "signing-time");
        }
        Octets computed = Octets.of(digest.digest(message.content().shared()));
        attributes
                .messageDigest()
                .ifPresentOrElse(
                        signed -> {
                            if (!signed.equals(computed)) {
                                fault(Kind.CONTENT_CHANGED, "");
                            }
                        },
                        () -> fault(Kind.ATTRIBUTE, "message-digest"));
        attributes
                .names(message.certificate(), timeStamp)
                .ifPresentOrElse(
                        same -> {
                            if (!same) {
                                fault(Kind.OTHER_CERTIFICATE, "");
                            }
                        },
                        () -> fault(Kind.ATTRIBUTE, "signing-certificate-v2"));
    }

    private void key(SignatureScheme.Digest digest) {
        KeyKind kind = KeyKind.of(message.certificate().x509().getPublicKey());
        KeyAlgorithm algorithm = kind.algorithm();
        if (algorithm == null || kind.tooLong()) {
            fault(Kind.UNSUPPORTED_ALGORITHM, "a key of kind " + kind.shown());
            return;
        }
        if (kind.weak()) {
            fault(Kind.WEAK_KEY, kind.bits() + " bits");
            return;
        }
        var used = message.signer().getDigestEncryptionAlgorithm();
        scheme = SignatureScheme.of(algorithm, used, digest);
        if (scheme == null) {
            fault(
                    Kind.UNSUPPORTED_ALGORITHM,
                    used.getAlgorithm().getId()
                            + " with "
                            + digest.java()
                            + " and a key "
                            + kind.shown());
        }
    }

    private void signature(SignatureScheme by) {
        try {
            Signature verifier = by.signature();
            verifier.initVerify(message.certificate().x509().getPublicKey());
            verifier.update(attributes.der());
            if (!verifier.verify(message.signer().getEncryptedDigest().getOctets())) {
                fault(Kind.WRONG_SIGNATURE, "");
            }
        } catch (GeneralSecurityException e) {
            // malformed signature values are told by exceptions
            fault(Kind.WRONG_SIGNATURE, "");
        }
    }

    private static String oid(SignerInfo signer) {
        return signer.getDigestAlgorithm().getAlgorithm().getId();
    }

    private void fault(Kind kind, String detail) {
        faults.add(new SignatureFault(kind, detail));
    }
}
