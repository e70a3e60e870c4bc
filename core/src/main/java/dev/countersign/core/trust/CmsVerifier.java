// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Reads an attached CMS signature and checks it, more strictly than `openssl cms -verify`: one
/// signer, DER, the CAdES-B attributes, digests and keys that cannot be forged. Whether the signer
/// is trusted is another question.
public final class CmsVerifier {
    private CmsVerifier() {}

    /// Reads and checks. Whatever the bytes are, there is an answer.
    public static SignatureCheck check(Octets cms) {
        try {
            var message = SignedMessage.read(cms, CMSObjectIdentifiers.data, true);
            var check = new SignerCheck(message);
            List<SignatureFault> faults =
                    new ArrayList<>(check.run(CMSObjectIdentifiers.data, false));
            SignatureScheme scheme = check.scheme();
            if (!faults.isEmpty() || scheme == null) {
                return new SignatureCheck.Failed(faults);
            }
            return new SignatureCheck.Verified(
                    message.content(),
                    message.chain(),
                    scheme.shown(),
                    check.attributes().signingTime().orElseThrow(),
                    Octets.of(message.signer().getEncryptedDigest().getOctets()),
                    timeStamp(message.signer().getUnauthenticatedAttributes()));
        } catch (FaultException e) {
            return new SignatureCheck.Failed(List.of(e.fault()));
        } catch (MalformedException e) {
            return new SignatureCheck.Failed(
                    List.of(new SignatureFault(SignatureFault.Kind.MALFORMED, e.clause())));
        }
    }

    private static @Nullable Octets timeStamp(@Nullable ASN1Set unsigned)
            throws MalformedException {
        Octets token = null;
        for (ASN1Encodable element : unsigned == null ? List.<ASN1Encodable>of() : unsigned) {
            try {
                var attribute = Attribute.getInstance(element);
                if (attribute
                        .getAttrType()
                        .equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)) {
                    if (token != null || attribute.getAttrValues().size() != 1) {
                        throw new MalformedException("there is more than one time-stamp in it");
                    }
                    var value = attribute.getAttrValues().getObjectAt(0).toASN1Primitive();
                    token = Octets.of(Asn1.der(value));
                }
            } catch (IllegalArgumentException e) {
                throw new MalformedException("an unsigned attribute is damaged", e);
            }
        }
        return token;
    }
}
