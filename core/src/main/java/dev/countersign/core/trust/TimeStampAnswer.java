// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.trust.TimeStampFault.Kind;

import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;

import java.util.List;

/// Takes the answer of a time-stamp authority (RFC 3161, 2.4.2), fetched or carried here in a file,
/// and puts its token into the signature (CAdES-T: ETSI EN 319 122-1, 5.3).
public final class TimeStampAnswer {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_WORDS = 200;

    private TimeStampAnswer() {}

    /// Checks the answer to a request and puts its token into the signature.
    ///
    /// @param cms the signature, which is right
    /// @param request what was asked
    /// @param answer what came back
    public static Stamping attach(Octets cms, TimeStampRequest request, Octets answer) {
        if (!(CmsVerifier.check(cms) instanceof SignatureCheck.Verified signed)
                || !request.isAbout(signed)) {
            return refused(Kind.OTHER_SIGNATURE, "");
        }
        try {
            Octets token = token(answer);
            return switch (TimeStampToken.check(token, signed.signature(), request.nonce())) {
                case TimeStampCheck.Failed(List<TimeStampFault> faults) ->
                        new Stamping.Refused(faults);
                case TimeStampCheck.Stamped stamp -> new Stamping.Done(with(cms, token), stamp);
            };
        } catch (RefusedException e) {
            return refused(Kind.REFUSED, e.words());
        } catch (MalformedException e) {
            return refused(Kind.MALFORMED, e.clause());
        }
    }

    private static Stamping refused(Kind kind, String detail) {
        return new Stamping.Refused(List.of(new TimeStampFault(kind, detail)));
    }

    /// The token in an answer.
    static Octets token(Octets answer) throws MalformedException, RefusedException {
        if (answer.length() > MOST_BYTES) {
            throw new MalformedException("the answer is larger than any time-stamp");
        }
        var response = Asn1.read(answer.shared(), TimeStampResp::getInstance);
        PKIStatusInfo status = response.getStatus();
        int code = status.getStatus().intValue();
        if (code != PKIStatus.GRANTED && code != PKIStatus.GRANTED_WITH_MODS) {
            throw new RefusedException(words(status));
        }
        ContentInfo token = response.getTimeStampToken();
        if (token == null) {
            throw new MalformedException("there is no time-stamp in the answer");
        }
        return Octets.of(Asn1.der(token));
    }

    private static String words(PKIStatusInfo status) {
        var words = new StringBuilder("status ").append(status.getStatus());
        PKIFreeText text = status.getStatusString();
        for (int i = 0; text != null && i < text.size() && words.length() < MOST_WORDS; i++) {
            String line = text.getStringAtUTF8(i).getString();
            words.append(", ").append(line, 0, Math.min(line.length(), MOST_WORDS));
        }
        return words.toString().replaceAll("\\p{Cntrl}", " ").stripTrailing();
    }

    /// The same message with one unsigned attribute.
    private static Octets with(Octets cms, Octets token) throws MalformedException {
        ContentInfo info = Asn1.readDer(cms.shared(), ContentInfo::getInstance);
        SignedData data = SignedData.getInstance(info.getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        ContentInfo value = Asn1.read(token.shared(), ContentInfo::getInstance);
        var stamp =
                new Attribute(
                        PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(value));
        ASN1Set unsigned = new DERSet(stamp);
        var stamped =
                new SignerInfo(
                        signer.getSID(),
                        signer.getDigestAlgorithm(),
                        signer.getAuthenticatedAttributes(),
                        signer.getDigestEncryptionAlgorithm(),
                        signer.getEncryptedDigest(),
                        unsigned);
        var whole =
                new SignedData(
                        data.getDigestAlgorithms(),
                        data.getEncapContentInfo(),
                        data.getCertificates(),
                        data.getCRLs(),
                        new DERSet(stamped));
        return Octets.of(Asn1.der(new ContentInfo(CMSObjectIdentifiers.signedData, whole)));
    }

    /// The authority said no.
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String words;

        RefusedException(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
