// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Holder;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

import java.security.Signature;
import java.security.cert.X509Certificate;

/** Makes signatures that our own signer would not make; a right one if nothing is changed. */
final class Forge {
    private final Holder holder;
    private final ASN1EncodableVector attributes = new ASN1EncodableVector();
    private AlgorithmIdentifier digest = SignatureScheme.Digest.SHA256.identifier();
    private AlgorithmIdentifier algorithm =
            SignatureScheme.of(KeyAlgorithm.EC_P256, RsaPadding.PKCS1).identifier();
    private String java = "SHA256withECDSA";
    private X509Certificate[] certificates;

    Forge(Holder holder) {
        this.holder = holder;
        this.certificates = new X509Certificate[] {holder.certificate()};
        var right =
                SignedAttributes.of(
                        CMSObjectIdentifiers.data,
                        SignatureScheme.Digest.SHA256.digest(Signers.STATEMENT.toArray()),
                        TestAuthority.NOW,
                        dev.countersign.core.trust.Certificate.of(holder.certificate()));
        for (ASN1Encodable attribute : right) {
            attributes.add(attribute);
        }
    }

    Forge algorithm(String name, AlgorithmIdentifier identifier) {
        java = name;
        algorithm = identifier;
        return this;
    }

    Forge digest(AlgorithmIdentifier identifier) {
        digest = identifier;
        return this;
    }

    Forge carrying(X509Certificate... instead) {
        certificates = instead;
        return this;
    }

    Forge with(Attribute attribute) {
        attributes.add(attribute);
        return this;
    }

    Octets cms() throws Exception {
        ASN1Set signed = new DERSet(attributes);
        Signature signature = Signature.getInstance(java);
        signature.initSign(holder.key());
        signature.update(signed.getEncoded(ASN1Encoding.DER));
        return cms(signed, signature.sign());
    }

    Octets cms(ASN1Set signed, byte[] signature) throws Exception {
        var id =
                new IssuerAndSerialNumber(
                        X500Name.getInstance(
                                holder.certificate().getIssuerX500Principal().getEncoded()),
                        holder.certificate().getSerialNumber());
        var signer =
                new SignerInfo(
                        new SignerIdentifier(id),
                        digest,
                        signed,
                        algorithm,
                        new DEROctetString(signature),
                        (ASN1Set) null);
        var carried = new ASN1EncodableVector();
        for (X509Certificate certificate : certificates) {
            carried.add(Certificate.getInstance(certificate.getEncoded()));
        }
        var data =
                new SignedData(
                        new DERSet(digest),
                        new ContentInfo(
                                CMSObjectIdentifiers.data,
                                new DEROctetString(Signers.STATEMENT.toArray())),
                        new DERSet(carried),
                        null,
                        new DERSet(signer));
        return Octets.of(
                new ContentInfo(CMSObjectIdentifiers.signedData, data)
                        .getEncoded(ASN1Encoding.DER));
    }
}
