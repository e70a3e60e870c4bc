// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// A CMS SignedData (RFC 5652, section 5) with one signer and its content, taken apart and not
/// checked yet.
///
/// @param content what is signed
/// @param signer the one signer's part
/// @param certificate the signer's
/// @param chain it and its issuers, as far as they are there
record SignedMessage(
        Octets content, SignerInfo signer, Certificate certificate, List<Certificate> chain) {
    /// The longest statement, many times over.
    static final int MOST_BYTES = 4 << 20;

    private static final int MOST_CERTIFICATES = 20;

    /// @param type what the content must be
    /// @param der whether DER is asked for, or any encoding that means the same (BER)
    static SignedMessage read(Octets bytes, ASN1ObjectIdentifier type, boolean der)
            throws FaultException {
        if (bytes.length() > MOST_BYTES) {
            throw new FaultException(SignatureFault.Kind.TOO_LARGE, "");
        }
        try {
            ContentInfo info =
                    der
                            ? Asn1.readDer(bytes.shared(), ContentInfo::getInstance)
                            : Asn1.read(bytes.shared(), ContentInfo::getInstance);
            if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
                throw new MalformedException("it is a CMS message of another type");
            }
            return of(SignedData.getInstance(info.getContent()), type);
        } catch (MalformedException e) {
            throw new FaultException(SignatureFault.Kind.MALFORMED, e.clause());
        } catch (RuntimeException e) {
            throw new FaultException(SignatureFault.Kind.MALFORMED, "its structure is damaged");
        }
    }

    private static SignedMessage of(SignedData data, ASN1ObjectIdentifier type)
            throws MalformedException, FaultException {
        ContentInfo inside = data.getEncapContentInfo();
        if (!inside.getContentType().equals(type)) {
            throw new MalformedException("its content is of another type");
        }
        ASN1Set signers = data.getSignerInfos();
        if (signers.size() == 0) {
            throw new FaultException(SignatureFault.Kind.NO_SIGNER, "");
        }
        if (signers.size() > 1) {
            throw new FaultException(SignatureFault.Kind.SEVERAL_SIGNERS, "" + signers.size());
        }
        if (!(inside.getContent() instanceof ASN1OctetString content)) {
            throw new FaultException(SignatureFault.Kind.NO_CONTENT, "");
        }
        SignerInfo signer = SignerInfo.getInstance(signers.getObjectAt(0));
        List<Certificate> certificates = certificates(data.getCertificates());
        for (Certificate certificate : certificates) {
            if (identifies(signer.getSID(), certificate.x509())) {
                return new SignedMessage(
                        Octets.of(content.getOctets()),
                        signer,
                        certificate,
                        CertificateChain.of(certificate, certificates));
            }
        }
        throw new FaultException(SignatureFault.Kind.NO_CERTIFICATE, "");
    }

    private static List<Certificate> certificates(@Nullable ASN1Set set)
            throws MalformedException, FaultException {
        List<Certificate> certificates = new ArrayList<>();
        if (set == null) {
            return certificates;
        }
        if (set.size() > MOST_CERTIFICATES) {
            throw new FaultException(
                    SignatureFault.Kind.TOO_LARGE, set.size() + " certificates are in it");
        }
        for (ASN1Encodable element : set) {
            // the others are attribute certificates and obsolete forms (RFC 5652, 10.2.2)
            if (element instanceof ASN1Sequence sequence) {
                certificates.add(
                        Certificate.read(Octets.of(Asn1.der(sequence)))
                                .orElseThrow(() ->
                                        new MalformedException("a certificate in it is damaged")));
            }
        }
        return certificates;
    }

    private static boolean identifies(SignerIdentifier id, X509Certificate certificate) {
        if (id.isTagged()) {
            byte[] extension =
                    certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
            return extension != null
                    && ASN1OctetString.getInstance(
                                    ASN1OctetString.getInstance(extension).getOctets())
                            .equals(ASN1OctetString.getInstance(id.getId()));
        }
        var named = IssuerAndSerialNumber.getInstance(id.getId());
        return named.getSerialNumber().getValue().equals(certificate.getSerialNumber())
                && named.getName()
                        .equals(
                                X500Name.getInstance(
                                        certificate.getIssuerX500Principal().getEncoded()));
    }
}
