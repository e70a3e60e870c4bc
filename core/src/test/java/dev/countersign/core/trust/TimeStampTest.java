// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.FROM;
import static dev.countersign.core.testkit.TestAuthority.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Holder;
import dev.countersign.core.testkit.TestAuthority.Revoked;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.testkit.TestStamper;
import dev.countersign.core.trust.SignatureTrust.StampTrust;
import dev.countersign.core.trust.TimeStampFault.Kind;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class TimeStampTest {
    private static final Wish ANN = Wish.person("Ann", "ann@example.com");
    private static final Instant STAMPED = NOW.plusSeconds(20);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestAuthority root = TestAuthority.root("Root");
    private final TestAuthority clocks = TestAuthority.root("Clocks");
    private final Holder ann = root.issue(ANN, "P-256");

    @TempDir Path folder;

    @Test
    void aTimeStampIsPutInAndReadBack() throws Exception {
        Octets plain = Signers.sign(ann);
        TimeStampRequest request = request(plain);
        var stamper = TestStamper.of(clocks, STAMPED);
        var done = (Stamping.Done) TimeStampAnswer.attach(plain, request, stamper.ask(request));
        assertThat(done.stamp().time()).isEqualTo(STAMPED);
        assertThat(done.stamp().authority().names().shown()).isEqualTo("Clock <clock@example.com>");
        var verified = Signers.verified(done.cms());
        assertThat(verified.content()).isEqualTo(Signers.STATEMENT);
        assertThat(verified.signature()).isEqualTo(Signers.verified(plain).signature());
        assertThat(TimeStampToken.check(token(done.cms()), verified.signature()))
                .isEqualTo(done.stamp());
    }

    /** To an authority and back in files: the request is read again. */
    @Test
    void aRequestIsCarriedInAFile() throws Exception {
        Octets plain = Signers.sign(ann);
        Octets carried = request(plain).der();
        TimeStampRequest read = TimeStampRequest.read(carried).orElseThrow();
        assertThat(read.isAbout(Signers.verified(plain))).isTrue();
        assertThat(read.isAbout(Signers.verified(Signers.sign(ann)))).isFalse();
        Octets answer = TestStamper.of(clocks, STAMPED).ask(read);
        assertThat(TimeStampAnswer.attach(plain, read, answer)).isInstanceOf(Stamping.Done.class);
        assertThat(TimeStampRequest.read(Octets.utf8("nothing"))).isEmpty();
    }

    @Test
    void theAnswerToAnotherRequestIsRefused() throws Exception {
        Octets plain = Signers.sign(ann);
        var stamper = TestStamper.of(clocks, STAMPED);
        assertRefused(
                TimeStampAnswer.attach(plain, request(plain), stamper.ask(request(plain))),
                new TimeStampFault(Kind.OTHER_REQUEST, ""));
        Octets other = Signers.sign(ann);
        assertRefused(
                TimeStampAnswer.attach(plain, request(other), stamper.ask(request(other))),
                new TimeStampFault(Kind.OTHER_SIGNATURE, ""));
    }

    @Test
    void aTimeStampOfSomethingElseIsRefused() throws Exception {
        Octets plain = Signers.sign(ann);
        TimeStampRequest request = request(plain);
        var imprint =
                new MessageImprint(
                        SignatureScheme.Digest.SHA256.identifier(),
                        Digests.sha256(new byte[1]).toArray());
        Octets answer = TestStamper.of(clocks, STAMPED).answer(imprint, nonce(request));
        assertRefused(
                TimeStampAnswer.attach(plain, request, answer),
                new TimeStampFault(Kind.OTHER_SIGNATURE, ""));
    }

    @Test
    void aRefusalKeepsTheAuthoritysWords() throws Exception {
        Octets plain = Signers.sign(ann);
        var status =
                new PKIStatusInfo(
                        PKIStatus.rejection,
                        new PKIFreeText("bad\nalgorithm"),
                        new PKIFailureInfo(PKIFailureInfo.badAlg));
        Octets answer = Octets.of(new TimeStampResp(status, null).getEncoded());
        assertRefused(
                TimeStampAnswer.attach(plain, request(plain), answer),
                new TimeStampFault(Kind.REFUSED, "status 2, bad algorithm"));
    }

    @Test
    void noiseIsNoAnswer() throws Exception {
        Octets plain = Signers.sign(ann);
        assertRefused(
                TimeStampAnswer.attach(plain, request(plain), Octets.utf8("<html>")),
                new TimeStampFault(Kind.MALFORMED, "it is not the expected ASN.1 structure"));
        assertRefused(
                TimeStampAnswer.attach(plain, request(plain), Octets.of(new byte[0])),
                new TimeStampFault(Kind.MALFORMED, "it is empty"));
    }

    @Test
    void onlyACertificateForTimeStampsAloneMakesThem() throws Exception {
        assertNotRight(
                clocks.issue(ANN, "P-256"),
                STAMPED,
                new TimeStampFault(Kind.WRONG_USAGE, "Ann <ann@example.com>"));
        Wish both =
                TestStamper.wish()
                        .purposes(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning);
        assertNotRight(
                clocks.issue(both, "P-256"),
                STAMPED,
                new TimeStampFault(Kind.WRONG_USAGE, "Clock <clock@example.com>"));
    }

    @Test
    void anAuthorityCannotGiveATimeAfterItsEnd() throws Exception {
        assertNotRight(
                clocks.issue(TestStamper.wish().valid(FROM, NOW), "P-256"),
                STAMPED,
                new TimeStampFault(Kind.NOT_VALID, "Clock <clock@example.com>"));
    }

    @Test
    void aTrustedStampDecidesWhenTheSignerHadToBeValid() throws Exception {
        // the signer's certificate has run out since, and was revoked
        Holder gone = root.issue(ANN.valid(FROM, STAMPED), "P-256");
        trust(root, new Revoked(gone.certificate(), STAMPED.plusSeconds(1), CRLReason.superseded));
        trust(clocks);
        Octets cms = stamped(gone, TestStamper.of(clocks, STAMPED));
        SignatureTrust trust = TrustAnchors.read(folder).of(Signers.verified(cms));
        assertThat(trust.at()).isEqualTo(JudgedAt.proven(STAMPED));
        assertThat(trust.signer()).isInstanceOf(TrustVerdict.Trusted.class);
        assertThat(((StampTrust.Right) trust.stamp()).authority())
                .isInstanceOf(TrustVerdict.Trusted.class);
    }

    @Test
    void anUntrustedStampGivesNoTime() throws Exception {
        trust(root);
        Octets cms = stamped(ann, TestStamper.of(clocks, STAMPED));
        SignatureTrust trust = TrustAnchors.read(folder).of(Signers.verified(cms));
        assertThat(trust.at()).isEqualTo(JudgedAt.claimed(NOW));
        assertThat(trust.signer()).isInstanceOf(TrustVerdict.Trusted.class);
        var authority = (TrustVerdict.NotTrusted) ((StampTrust.Right) trust.stamp()).authority();
        assertThat(authority.faults())
                .extracting(TrustFault::kind)
                .containsExactly(TrustFault.Kind.FOREIGN);
    }

    /**
     * RFC 3161, section 4: after a compromise all its tokens are in doubt, else only later ones.
     */
    @Test
    void aRevokedAuthorityIsTrustedOnlyForAHarmlessReason() throws Exception {
        Holder clock = clocks.issue(TestStamper.wish(), "P-256");
        Octets cms = stamped(ann, new TestStamper(clock, STAMPED));
        trust(root);
        trust(clocks, new Revoked(clock.certificate(), NOW.plus(DAY), CRLReason.keyCompromise));
        assertThat(TrustAnchors.read(folder).of(Signers.verified(cms)).at())
                .isEqualTo(JudgedAt.claimed(NOW));
        trust(clocks, new Revoked(clock.certificate(), NOW.plus(DAY), CRLReason.superseded));
        assertThat(TrustAnchors.read(folder).of(Signers.verified(cms)).at())
                .isEqualTo(JudgedAt.proven(STAMPED));
    }

    @Test
    void aStampOfAnotherSignatureIsWrongAndTheSignatureStillRight() throws Exception {
        trust(root);
        trust(clocks);
        Octets token = token(stamped(ann, TestStamper.of(clocks, STAMPED)));
        var other = Signers.verified(Signers.sign(ann));
        var moved =
                new SignatureCheck.Verified(
                        other.content(),
                        other.chain(),
                        other.algorithm(),
                        other.signingTime(),
                        other.signature(),
                        token);
        SignatureTrust trust = TrustAnchors.read(folder).of(moved);
        assertThat(trust.at()).isEqualTo(JudgedAt.claimed(NOW));
        assertThat(trust.stamp())
                .isEqualTo(
                        new StampTrust.Wrong(
                                new TimeStampCheck.Failed(
                                        List.of(new TimeStampFault(Kind.OTHER_SIGNATURE, "")))));
    }

    @Test
    void withoutAStampThereIsNone() throws Exception {
        trust(root);
        SignatureTrust trust = TrustAnchors.read(folder).of(Signers.verified(Signers.sign(ann)));
        assertThat(trust.stamp()).isEqualTo(new StampTrust.None());
        assertThat(trust.at()).isEqualTo(JudgedAt.claimed(NOW));
    }

    private void assertNotRight(Holder clock, Instant time, TimeStampFault fault) throws Exception {
        Octets plain = Signers.sign(ann);
        TimeStampRequest request = request(plain);
        assertRefused(
                TimeStampAnswer.attach(plain, request, new TestStamper(clock, time).ask(request)),
                fault);
    }

    private static void assertRefused(Stamping stamping, TimeStampFault fault) {
        assertThat(stamping).isEqualTo(new Stamping.Refused(List.of(fault)));
    }

    private void trust(TestAuthority authority, Revoked... revoked) {
        String name = authority.certificate().getSubjectX500Principal().getName();
        TestAuthority.pem(folder.resolve(name + ".pem"), authority.certificate());
        if (revoked.length > 0) {
            authority.revocations(
                    folder.resolve(name + ".crl"), NOW, NOW.plus(DAY).plus(DAY), revoked);
        }
    }

    private static TimeStampRequest request(Octets cms) {
        return TimeStampRequest.of(Signers.verified(cms), Randomness.system());
    }

    private static ASN1Integer nonce(TimeStampRequest request) {
        return TimeStampReq.getInstance(request.der().toArray()).getNonce();
    }

    private static Octets stamped(Holder holder, TestStamper stamper) throws Exception {
        Octets plain = Signers.sign(holder);
        TimeStampRequest request = request(plain);
        return ((Stamping.Done) TimeStampAnswer.attach(plain, request, stamper.ask(request))).cms();
    }

    private static Octets token(Octets cms) {
        Octets token = Signers.verified(cms).timeStamp();
        assertThat(token).isNotNull();
        return token;
    }
}
