// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SourceException;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x500.X500Name;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// Makes attached CMS signatures with the CAdES-B attributes (RFC 5652, RFC 5035), in DER. Keys
/// whose algorithm allows it (RSA PKCS#1, Ed25519) give the same bytes for the same arguments.
public final class CmsSigner {
    private final Randomness randomness;
    private final RsaPadding padding;

    /// @param randomness for the algorithms that need some
    /// @param padding how RSA keys sign
    public CmsSigner(Randomness randomness, RsaPadding padding) {
        this.randomness = randomness;
        this.padding = padding;
    }

    /// Signs bytes. The result is checked before it is handed out. Blocking: a token may take long.
    ///
    /// @param signingTime told in whole seconds
    /// @throws SourceException if the key fails: a token that was pulled out, or that signs with
    ///   another key than that of the certificate
    public Octets sign(Octets content, SigningKey key, Instant signingTime) throws SourceException {
        var scheme = SignatureScheme.of(key.algorithm(), padding);
        ASN1ObjectIdentifier type = CMSObjectIdentifiers.data;
        DERSet attributes =
                SignedAttributes.of(
                        type,
                        scheme.digest().digest(content.shared()),
                        signingTime,
                        key.certificate());
        var signer =
                new SignerInfo(
                        id(key.certificate().x509()),
                        scheme.digest().identifier(),
                        attributes,
                        scheme.identifier(),
                        new DEROctetString(signature(key, scheme, Asn1.der(attributes))),
                        (ASN1Set) null);
        var data =
                new SignedData(
                        new DERSet(scheme.digest().identifier()),
                        new ContentInfo(type, new DEROctetString(content.shared())),
                        certificates(key.chain()),
                        null,
                        new DERSet(signer));
        return checked(
                Octets.of(Asn1.der(new ContentInfo(CMSObjectIdentifiers.signedData, data))), key);
    }

    private static Octets checked(Octets cms, SigningKey key) throws SourceException {
        if (CmsVerifier.check(cms) instanceof SignatureCheck.Failed(List<SignatureFault> faults)) {
            throw new SourceException(
                    key.place(),
                    key.place()
                            + " gave a signature that is not right: "
                            + faults.getFirst().message());
        }
        return cms;
    }

    private byte[] signature(SigningKey key, SignatureScheme scheme, byte[] attributes)
            throws SourceException {
        PrivateKey secret = key.key();
        try {
            Signature signature = scheme.signature(key.provider());
            signature.initSign(secret, randomness.source());
            signature.update(attributes);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new SourceException(
                    key.place(),
                    key.place() + " did not sign: " + e.getMessage() + "; nothing was written.",
                    e);
        }
    }

    private static SignerIdentifier id(X509Certificate certificate) {
        return new SignerIdentifier(
                new IssuerAndSerialNumber(
                        X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()),
                        certificate.getSerialNumber()));
    }

    private static DERSet certificates(List<Certificate> chain) {
        var vector = new ASN1EncodableVector();
        for (Certificate certificate : chain) {
            vector.add(
                    org.bouncycastle.asn1.x509.Certificate.getInstance(certificate.der().shared()));
        }
        return new DERSet(vector);
    }
}
