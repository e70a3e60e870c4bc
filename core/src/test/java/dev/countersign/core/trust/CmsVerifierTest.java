// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Holder;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.testkit.TestStamper;
import dev.countersign.core.trust.SignatureFault.Kind;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.KeyPair;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;

/** Every reason why a signature is not right, each from a message that has only that fault. */
class CmsVerifierTest {
    /** Every bit with `-Dtrust.stride=1`, which takes two minutes. */
    private static final int STRIDE = Integer.getInteger("trust.stride", 61);

    private static final Wish ANN = Wish.person("Ann", "ann@example.com");

    private final TestAuthority root = TestAuthority.root("Root");
    private final KeyPair pair = TestAuthority.keyPair("P-256");
    private final Holder ann = root.issue(ANN, pair);

    @Test
    void aForgeThatChangesNothingIsRight() throws Exception {
        assertThat(CmsVerifier.check(new Forge(ann).cms()))
                .isInstanceOf(SignatureCheck.Verified.class);
    }

    @Test
    void noiseIsMalformed() {
        assertMalformed(new byte[0], "it is empty");
        assertMalformed(new byte[] {0x30}, "it is not the expected ASN.1 structure");
        assertMalformed(new byte[] {0x05, 0x00}, "it is not the expected ASN.1 structure");
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) 0x30);
        assertMalformed(deep, "it is not the expected ASN.1 structure");
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        byte[] deep = new byte[1_000_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertMalformed(deep, "it is not the expected ASN.1 structure");
    }

    @Test
    void bytesAfterItAreMalformed() throws Exception {
        byte[] good = Signers.sign(ann).toArray();
        assertMalformed(
                Arrays.copyOf(good, good.length + 1), "it is not the expected ASN.1 structure");
    }

    @Test
    void anotherEncodingThatMeansTheSameIsMalformed() throws Exception {
        var ber = new BEROctetString(Signers.STATEMENT.toArray());
        SignedData data = holding(new ContentInfo(CMSObjectIdentifiers.data, ber));
        assertMalformed(
                new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded("BER"),
                "it is not DER");
    }

    @Test
    void anotherMessageIsMalformed() throws Exception {
        var content = new DEROctetString(Signers.STATEMENT.toArray());
        assertMalformed(
                new ContentInfo(CMSObjectIdentifiers.data, content).getEncoded(),
                "it is a CMS message of another type");
        SignedData data = holding(new ContentInfo(PKCSObjectIdentifiers.id_ct_TSTInfo, content));
        assertMalformed(
                new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER),
                "its content is of another type");
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        Octets large = Octets.of(new byte[SignedMessage.MOST_BYTES + 1]);
        assertFaults(large, new SignatureFault(Kind.TOO_LARGE, ""));
    }

    @Test
    void aSignatureOverOtherAttributesIsWrong() throws Exception {
        var elsewhere =
                SignedAttributes.of(
                        CMSObjectIdentifiers.data,
                        SignatureScheme.Digest.SHA256.digest(Signers.STATEMENT.toArray()),
                        NOW.plusSeconds(1),
                        Certificate.of(ann.certificate()));
        byte[] signature = Signers.verified(Signers.sign(ann)).signature().toArray();
        assertFaults(
                new Forge(ann).cms(elsewhere, signature),
                new SignatureFault(Kind.WRONG_SIGNATURE, ""));
        assertFaults(
                new Forge(ann).cms(elsewhere, new byte[3]),
                new SignatureFault(Kind.WRONG_SIGNATURE, ""));
    }

    /** The same key, issuer and serial number under another name (RFC 5035, section 1). */
    @Test
    void aCertificateThatWasPutInItsPlaceIsNamed() throws Exception {
        Holder twin =
                root.signingWith("SHA256withECDSA").issue(Wish.person("Eve", "e@x.org"), pair);
        assertThat(twin.certificate().getSerialNumber())
                .isEqualTo(ann.certificate().getSerialNumber());
        assertFaults(
                new Forge(ann).carrying(twin.certificate()).cms(),
                new SignatureFault(Kind.OTHER_CERTIFICATE, ""));
    }

    @Test
    void aShortKeyIsNamed() throws Exception {
        var rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        assertFaults(
                new Forge(root.issue(ANN, "RSA-1024")).algorithm("SHA256withRSA", rsa).cms(),
                new SignatureFault(Kind.WEAK_KEY, "1024 bits"));
    }

    @Test
    void aKeyOfAnotherKindIsNamed() throws Exception {
        assertFaults(
                new Forge(root.issue(ANN, "P-521")).cms(),
                new SignatureFault(
                        Kind.UNSUPPORTED_ALGORITHM, "a key of kind EC, curve 1.3.132.0.35"));
    }

    @Test
    void anAlgorithmThatDoesNotFitItsDigestIsNamed() throws Exception {
        var other = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512);
        assertFaults(
                new Forge(ann).algorithm("SHA512withECDSA", other).cms(),
                new SignatureFault(
                        Kind.UNSUPPORTED_ALGORITHM,
                        "1.2.840.10045.4.3.4 with SHA-256 and a key EC P-256"));
    }

    @Test
    void aDigestThatCanBeForgedIsNamed() throws Exception {
        assertFaults(
                new Forge(ann).digest(new AlgorithmIdentifier(PKCSObjectIdentifiers.md5)).cms(),
                new SignatureFault(Kind.WEAK_DIGEST, "1.2.840.113549.2.5"));
    }

    /** A verifier that takes the first of two and one that takes the last would disagree. */
    @Test
    void anAttributeThatIsThereTwiceIsNamed() throws Exception {
        var time =
                new Attribute(
                        CMSAttributes.signingTime,
                        new DERSet(new Time(Date.from(NOW.plusSeconds(1)))));
        assertFaults(
                new Forge(ann).with(time).cms(),
                new SignatureFault(Kind.ATTRIBUTE, "signing-time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-256", "RSA-2048", "Ed25519"})
    void noDamageIsAnExceptionAndNoneGoesUnseen(String kind) throws Exception {
        Octets good = stamped(root.intermediate("Sub").issue(ANN, kind));
        var right = Signers.verified(good);
        var random = new Random(20260601);
        byte[] bytes = good.toArray();
        for (int bit = 0; bit < bytes.length * 8; bit += STRIDE) {
            byte[] bad = bytes.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertSame(right, bad, "bit " + bit);
        }
        for (int length = 0; length < bytes.length; length += STRIDE) {
            assertThat(CmsVerifier.check(Octets.of(Arrays.copyOf(bytes, length))))
                    .isInstanceOf(SignatureCheck.Failed.class);
        }
        for (int i = 0; i < 6000 / STRIDE; i++) {
            byte[] bad = bytes.clone();
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertSame(right, bad, "mutant " + i);
        }
    }

    /** What is not signed may change (the time-stamp, issuers' certificates); the rest may not. */
    private static void assertSame(SignatureCheck.Verified right, byte[] bad, String what) {
        if (CmsVerifier.check(Octets.of(bad)) instanceof SignatureCheck.Verified still) {
            assertThat(List.of(still.content(), still.signer(), still.signingTime()))
                    .as(what)
                    .isEqualTo(List.of(right.content(), right.signer(), right.signingTime()));
            if (still.timeStamp() != null) {
                assertThat(TimeStampToken.check(still.timeStamp(), still.signature()))
                        .as(what)
                        .isNotNull();
            }
        }
    }

    private Octets stamped(Holder holder) throws Exception {
        Octets plain = Signers.sign(holder);
        TimeStampRequest request =
                TimeStampRequest.of(Signers.verified(plain), Randomness.system());
        Octets answer = TestStamper.of(root, NOW).ask(request);
        return ((Stamping.Done) TimeStampAnswer.attach(plain, request, answer)).cms();
    }

    private SignedData holding(ContentInfo content) throws Exception {
        byte[] cms = new Forge(ann).cms().toArray();
        SignedData data = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
        return new SignedData(
                data.getDigestAlgorithms(),
                content,
                data.getCertificates(),
                null,
                data.getSignerInfos());
    }

    private static void assertMalformed(byte[] bytes, String clause) {
        assertFaults(Octets.of(bytes), new SignatureFault(Kind.MALFORMED, clause));
    }

    private static void assertFaults(Octets cms, SignatureFault... faults) {
        assertThat(CmsVerifier.check(cms)).isEqualTo(new SignatureCheck.Failed(List.of(faults)));
    }
}
