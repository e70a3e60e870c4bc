// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

/// The attributes that a CAdES-B signature signs (RFC 5652, section 11; RFC 5035).
final class SignedAttributes {
    private final @Nullable ASN1Set attributes;

    SignedAttributes(@Nullable ASN1Set attributes) {
        this.attributes = attributes;
    }

    /// Those of a new signature, in DER order.
    static DERSet of(
            ASN1ObjectIdentifier type, byte[] digest, Instant signingTime, Certificate signer) {
        var vector = new ASN1EncodableVector();
        vector.add(attribute(CMSAttributes.contentType, type));
        vector.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
        vector.add(
                attribute(
                        CMSAttributes.signingTime,
                        new Time(Date.from(signingTime), Locale.ENGLISH)));
        // SHA-256 is the default of ESSCertIDv2, so DER leaves it out
        var id = new ESSCertIDv2(Digests.sha256(signer.der().shared()).toArray(), issuer(signer));
        vector.add(
                attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new SigningCertificateV2(id)));
        return new DERSet(vector);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    private static IssuerSerial issuer(Certificate certificate) {
        return new IssuerSerial(
                X500Name.getInstance(certificate.x509().getIssuerX500Principal().getEncoded()),
                certificate.x509().getSerialNumber());
    }

    boolean present() {
        return attributes != null && attributes.size() > 0;
    }

    /// What the signature is over (RFC 5652, 5.4).
    byte[] der() {
        return attributes == null ? new byte[0] : Asn1.der(attributes);
    }

    boolean contentTypeIs(ASN1ObjectIdentifier type) {
        return type.equals(value(CMSAttributes.contentType).orElse(null));
    }

    Optional<Octets> messageDigest() {
        return value(CMSAttributes.messageDigest)
                .filter(ASN1OctetString.class::isInstance)
                .map(digest -> Octets.of(((ASN1OctetString) digest).getOctets()));
    }

    Optional<Instant> signingTime() {
        return value(CMSAttributes.signingTime)
                .map(time -> Time.getInstance(time).getDate().toInstant());
    }

    /// Whether the certificate is the one that the signer meant; empty if the signer does not say.
    ///
    /// @param sha1 whether the first version of the attribute, which is bound to SHA-1, counts
    Optional<Boolean> names(Certificate certificate, boolean sha1) {
        Optional<Boolean> second =
                value(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                        .map(SigningCertificateV2::getInstance)
                        .map(named -> named.getCerts()[0])
                        .map(id -> isNamed(certificate, id));
        if (second.isPresent() || !sha1) {
            return second;
        }
        return value(PKCSObjectIdentifiers.id_aa_signingCertificate)
                .map(SigningCertificate::getInstance)
                .map(named -> named.getCerts()[0])
                .map(id -> isNamed(certificate, id));
    }

    private static boolean isNamed(Certificate certificate, ESSCertIDv2 id) {
        var digest = SignatureScheme.Digest.of(id.getHashAlgorithm());
        return digest != null
                && Arrays.equals(digest.digest(certificate.der().shared()), id.getCertHash())
                && isOf(certificate, id.getIssuerSerial());
    }

    private static boolean isNamed(Certificate certificate, ESSCertID id) {
        return Arrays.equals(Digests.of("SHA-1", certificate.der().shared()), id.getCertHash())
                && isOf(certificate, id.getIssuerSerial());
    }

    private static boolean isOf(Certificate certificate, @Nullable IssuerSerial named) {
        if (named == null) {
            return true;
        }
        GeneralNames issuer = named.getIssuer();
        return named.getSerial().hasValue(certificate.x509().getSerialNumber())
                && issuer.getNames().length == 1
                && issuer.getNames()[0].getTagNo() == GeneralName.directoryName
                && X500Name.getInstance(issuer.getNames()[0].getName())
                        .equals(issuer(certificate).getIssuer().getNames()[0].getName());
    }

    /// The one value of the one attribute of a type; empty if that is not how it is.
    private Optional<ASN1Encodable> value(ASN1ObjectIdentifier type) {
        ASN1Encodable found = null;
        if (attributes != null) {
            for (ASN1Encodable element : attributes) {
                Attribute attribute = Attribute.getInstance(element);
                if (attribute.getAttrType().equals(type)) {
                    if (found != null || attribute.getAttrValues().size() != 1) {
                        return Optional.empty();
                    }
                    found = attribute.getAttrValues().getObjectAt(0);
                }
            }
        }
        return Optional.ofNullable(found);
    }
}
