// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;

import java.math.BigInteger;
import java.util.Optional;

/// What is asked of a time-stamp authority: the time of a signature, or of a file (RFC 3161,
/// 2.4.1). It holds the digest alone, and nothing of what was signed.
public final class TimeStampRequest {
    private static final int NONCE_BYTES = 8;

    private final Octets der;
    private final Octets imprint;
    private final BigInteger nonce;

    private TimeStampRequest(Octets der, Octets imprint, BigInteger nonce) {
        this.der = der;
        this.imprint = imprint;
        this.nonce = nonce;
    }

    /// A new one for a signature that is right.
    ///
    /// @param randomness for the number by which the answer is recognised
    public static TimeStampRequest of(SignatureCheck.Verified signed, Randomness randomness) {
        return of(signed.signature(), randomness);
    }

    /// A new one for a file, or whatever else is bytes: see {@link FileStamp}.
    ///
    /// @param randomness for the number by which the answer is recognised
    public static TimeStampRequest of(Octets bytes, Randomness randomness) {
        byte[] random = new byte[NONCE_BYTES];
        randomness.source().nextBytes(random);
        var nonce = new BigInteger(1, random);
        var digest = SignatureScheme.Digest.SHA256;
        byte[] imprint = digest.digest(bytes.shared());
        var request =
                new TimeStampReq(
                        new MessageImprint(digest.identifier(), imprint),
                        null,
                        new ASN1Integer(nonce),
                        ASN1Boolean.TRUE,
                        null);
        return new TimeStampRequest(Octets.of(Asn1.der(request)), Octets.of(imprint), nonce);
    }

    /// One of ours that was written to a file; empty if these bytes are none.
    public static Optional<TimeStampRequest> read(Octets der) {
        try {
            TimeStampReq request = Asn1.readDer(der.shared(), TimeStampReq::getInstance);
            MessageImprint imprint = request.getMessageImprint();
            var digest = SignatureScheme.Digest.of(imprint.getHashAlgorithm());
            if (digest != SignatureScheme.Digest.SHA256 || request.getNonce() == null) {
                return Optional.empty();
            }
            return Optional.of(
                    new TimeStampRequest(
                            der,
                            Octets.of(imprint.getHashedMessage()),
                            request.getNonce().getValue()));
        } catch (MalformedException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// The bytes for the authority; media type `application/timestamp-query`, files end in `.tsq`.
    public Octets der() {
        return der;
    }

    /// Whether it asks about this signature.
    public boolean isAbout(SignatureCheck.Verified signed) {
        return isAbout(signed.signature());
    }

    /// Whether it asks about these bytes.
    boolean isAbout(Octets bytes) {
        return Digests.sha256(bytes.shared()).equals(imprint);
    }

    BigInteger nonce() {
        return nonce;
    }
}
