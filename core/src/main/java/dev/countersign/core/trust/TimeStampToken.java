// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.trust.TimeStampFault.Kind;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Checks time-stamp tokens (RFC 3161, 2.4.2): the signature they are about, the authority's own
/// signature, and that its certificate is for nothing else.
public final class TimeStampToken {
    private final Octets subject;
    private final Kind other;
    private final List<TimeStampFault> faults = new ArrayList<>();

    private TimeStampToken(Octets subject, Kind other) {
        this.subject = subject;
        this.other = other;
    }

    /// Checks one. Whatever the bytes are, there is an answer.
    ///
    /// @param token the token
    /// @param signature the value of the signature that it should be about
    public static TimeStampCheck check(Octets token, Octets signature) {
        return new TimeStampToken(signature, Kind.OTHER_SIGNATURE).run(token, null);
    }

    /// Also checks whose answer it is.
    static TimeStampCheck check(Octets token, Octets signature, BigInteger nonce) {
        return new TimeStampToken(signature, Kind.OTHER_SIGNATURE).run(token, nonce);
    }

    /// The same for a file.
    ///
    /// @param nonce null: it is not known what was asked
    static TimeStampCheck ofFile(Octets token, Octets file, @Nullable BigInteger nonce) {
        return new TimeStampToken(file, Kind.OTHER_FILE).run(token, nonce);
    }

    private TimeStampCheck run(Octets token, @Nullable BigInteger nonce) {
        try {
            var message = SignedMessage.read(token, PKCSObjectIdentifiers.id_ct_TSTInfo, false);
            for (SignatureFault fault :
                    new SignerCheck(message).run(PKCSObjectIdentifiers.id_ct_TSTInfo, true)) {
                fault(Kind.WRONG_SIGNATURE, withoutStop(fault.message()));
            }
            TSTInfo info = Asn1.readDer(message.content().shared(), TSTInfo::getInstance);
            imprint(info.getMessageImprint());
            if (nonce != null && !isOf(info, nonce)) {
                fault(Kind.OTHER_REQUEST, "");
            }
            Instant time = info.getGenTime().getDate().toInstant();
            authority(message.certificate(), time);
            return faults.isEmpty()
                    ? new TimeStampCheck.Stamped(time, message.chain())
                    : new TimeStampCheck.Failed(faults);
        } catch (FaultException e) {
            fault(Kind.MALFORMED, withoutStop(e.fault().message()));
        } catch (MalformedException e) {
            fault(Kind.MALFORMED, e.clause());
        } catch (ParseException | RuntimeException e) {
            fault(Kind.MALFORMED, "what it says is damaged");
        }
        return new TimeStampCheck.Failed(faults);
    }

    private void imprint(MessageImprint imprint) {
        var digest = SignatureScheme.Digest.of(imprint.getHashAlgorithm());
        if (digest == null) {
            fault(Kind.WEAK_DIGEST, imprint.getHashAlgorithm().getAlgorithm().getId());
            return;
        }
        Octets computed = Octets.of(digest.digest(subject.shared()));
        if (!computed.equals(Octets.of(imprint.getHashedMessage()))) {
            fault(other, "");
        }
    }

    private static boolean isOf(TSTInfo info, BigInteger nonce) {
        return info.getNonce() != null && info.getNonce().hasValue(nonce);
    }

    private void authority(Certificate certificate, Instant time) {
        if (!KeyUsages.stamps(certificate.x509())) {
            fault(Kind.WRONG_USAGE, certificate.names().shown());
        }
        if (time.isBefore(certificate.notBefore()) || time.isAfter(certificate.notAfter())) {
            fault(Kind.NOT_VALID, certificate.names().shown());
        }
    }

    private static String withoutStop(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    private void fault(Kind kind, String detail) {
        faults.add(new TimeStampFault(kind, detail));
    }
}
