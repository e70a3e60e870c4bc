// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.OpenSsl;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Holder;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.testkit.TestStamper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What we sign and stamp, checked with nothing of ours; and what openssl signs, checked by us. */
class OpenSslCheckTest {
    private static final Wish ANN = Wish.person("Ann", "ann@example.com");
    private static final String AT = Long.toString(NOW.getEpochSecond());

    private final TestAuthority root = TestAuthority.root("Root");
    private final TestAuthority sub = root.intermediate("Sub");

    @TempDir Path folder;
    private OpenSsl openssl;

    @BeforeEach
    void anchor() {
        openssl = OpenSsl.in(folder);
        TestAuthority.pem(folder.resolve("root.pem"), root.certificate());
    }

    @ParameterizedTest
    @CsvSource({
        "RSA-2048, PKCS1",
        "RSA-2048, PSS",
        "RSA-3072, PKCS1",
        "RSA-4096, PSS",
        "P-256, PKCS1",
        "P-384, PKCS1"
    })
    void opensslAcceptsWhatWeSignAndRefusesAChangedByte(String kind, RsaPadding padding)
            throws Exception {
        Octets cms =
                new CmsSigner(Randomness.system(), padding)
                        .sign(Signers.STATEMENT, Signers.key(sub.issue(ANN, kind)), NOW);
        assertAccepted(cms);
    }

    /** OpenSSL of the 3.0 series has no Ed25519 in CMS: here nothing of ours can be compared. */
    @Test
    void whereOpensslKnowsEd25519ItAcceptsItToo() throws Exception {
        Octets cms = Signers.sign(sub.issue(ANN, "Ed25519"));
        assertThat(CmsVerifier.check(cms)).isInstanceOf(SignatureCheck.Verified.class);
        OpenSsl.Result result = verify(cms);
        assertThat(result.succeeded() || result.output().contains("digest"))
                .as(result.output())
                .isTrue();
    }

    @Test
    void opensslAcceptsASignatureWithATimeStamp() throws Exception {
        Octets plain = Signers.sign(sub.issue(ANN, "P-256"));
        TimeStampRequest request =
                TimeStampRequest.of(Signers.verified(plain), Randomness.system());
        Octets answer = TestStamper.of(root, NOW.plusSeconds(3)).ask(request);
        var done = (Stamping.Done) TimeStampAnswer.attach(plain, request, answer);
        assertAccepted(done.cms());
        assertTokenVerified(done.cms(), request);
    }

    @Test
    void aTimeStampOfOpensslIsAttachedAndVerified() throws Exception {
        Holder clock = root.issue(TestStamper.wish(), "RSA-2048");
        Octets plain = Signers.sign(sub.issue(ANN, "P-256"));
        TimeStampRequest request =
                TimeStampRequest.of(Signers.verified(plain), Randomness.system());
        Octets answer = answerOfOpenssl(clock, request, "sha256");
        var done = (Stamping.Done) TimeStampAnswer.attach(plain, request, answer);
        assertThat(done.stamp().authority()).isEqualTo(Certificate.of(clock.certificate()));
        assertAccepted(done.cms());
        assertTokenVerified(done.cms(), request);
    }

    /** openssl refuses a digest it is not told of; its words reach the desk. */
    @Test
    void aRefusalOfOpensslIsOne() throws Exception {
        Octets plain = Signers.sign(sub.issue(ANN, "P-256"));
        TimeStampRequest request =
                TimeStampRequest.of(Signers.verified(plain), Randomness.system());
        Octets answer =
                answerOfOpenssl(root.issue(TestStamper.wish(), "RSA-2048"), request, "sha512");
        var refused = (Stamping.Refused) TimeStampAnswer.attach(plain, request, answer);
        assertThat(refused.faults())
                .containsExactly(
                        new TimeStampFault(
                                TimeStampFault.Kind.REFUSED,
                                "status 2, Message digest algorithm is not supported."));
    }

    private Octets answerOfOpenssl(Holder clock, TimeStampRequest request, String digests)
            throws Exception {
        clock.pkcs12(folder.resolve("tsa.p12"), "pin");
        openssl.must("pkcs12 -in tsa.p12 -passin pass:pin -nodes -out tsa.pem");
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(
                folder.resolve("tsa.cnf"),
                """
                [tsa]
                default_tsa = here
                [here]
                serial = serial
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                ess_cert_id_alg = sha256
                digests =\s\
                """
                        + digests
                        + "\n");
        Files.write(folder.resolve("request.tsq"), request.der().toArray());
        openssl.must(
                "ts -reply -config tsa.cnf -queryfile request.tsq -signer tsa.pem -inkey tsa.pem"
                        + " -out answer.tsr");
        return read("answer.tsr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-keyopt rsa_padding_mode:pss", "-md sha512", "-keyid"})
    void whatOpensslSignsWithTheAttributesIsRight(String options) throws Exception {
        Octets cms = signed("-cades " + options, "RSA-2048");
        var verified = Signers.verified(cms);
        assertThat(verified.content()).isEqualTo(Signers.STATEMENT);
        assertThat(verified.signer().names().cn()).isEqualTo("Ann");
    }

    @Test
    void withoutTheAttributesItIsNot() throws Exception {
        assertThat(CmsVerifier.check(signed("", "P-256")))
                .isEqualTo(failed(SignatureFault.Kind.ATTRIBUTE, "signing-certificate-v2"));
        assertThat(CmsVerifier.check(signed("-noattr", "P-256")))
                .isEqualTo(failed(SignatureFault.Kind.ATTRIBUTE, "there are none"));
        assertThat(CmsVerifier.check(signed("-cades -nocerts", "P-256")))
                .isEqualTo(failed(SignatureFault.Kind.NO_CERTIFICATE, ""));
        assertThat(CmsVerifier.check(signed("-cades -md sha1", "P-256")))
                .isEqualTo(failed(SignatureFault.Kind.WEAK_DIGEST, "1.3.14.3.2.26"));
    }

    @Test
    void detachedContentIsNotInside() throws Exception {
        sign("-cades", "P-256");
        openssl.must(
                "cms -sign -binary -in statement -signer ann.pem -outform DER -out out.p7m -cades");
        assertThat(CmsVerifier.check(read("out.p7m")))
                .isEqualTo(failed(SignatureFault.Kind.NO_CONTENT, ""));
    }

    @Test
    void certificatesAloneAreNoSignature() {
        openssl.must("crl2pkcs7 -nocrl -certfile root.pem -outform DER -out out.p7m");
        assertThat(CmsVerifier.check(read("out.p7m")))
                .isEqualTo(failed(SignatureFault.Kind.NO_SIGNER, ""));
    }

    @Test
    void twoSignaturesAreOneTooMany() throws Exception {
        sign("-cades", "P-256");
        Files.move(folder.resolve("out.p7m"), folder.resolve("one.p7m"));
        sign("-cades", "P-256");
        openssl.must(
                "cms -resign -inform DER -in one.p7m -signer ann.pem -outform DER -out two.p7m"
                        + " -cades");
        assertThat(CmsVerifier.check(read("two.p7m")))
                .isEqualTo(failed(SignatureFault.Kind.SEVERAL_SIGNERS, "2"));
    }

    private void assertAccepted(Octets cms) throws Exception {
        OpenSsl.Result right = verify(cms);
        assertThat(right.succeeded()).as(right.output()).isTrue();
        assertThat(Files.readAllBytes(folder.resolve("statement.json")))
                .isEqualTo(Signers.STATEMENT.toArray());
        byte[] changed = cms.toArray();
        int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("approved");
        changed[at] ^= 1;
        OpenSsl.Result wrong = verify(Octets.of(changed));
        assertThat(wrong.succeeded()).isFalse();
        assertThat(wrong.output()).contains("verification failure");
    }

    /** FORMATS 4, as it stands there; the time only because certificates of tests have theirs. */
    private OpenSsl.Result verify(Octets cms) throws Exception {
        Files.write(folder.resolve("a.p7m"), cms.toArray());
        return openssl.run(
                "cms -verify -inform DER -in a.p7m -CAfile root.pem -purpose any -out"
                        + " statement.json -attime "
                        + AT);
    }

    private void assertTokenVerified(Octets cms, TimeStampRequest request) throws Exception {
        var verified = Signers.verified(cms);
        assertThat(verified.timeStamp()).isNotNull();
        Files.write(folder.resolve("token.der"), verified.timeStamp().toArray());
        Files.write(folder.resolve("request.tsq"), request.der().toArray());
        Files.write(folder.resolve("signature"), verified.signature().toArray());
        OpenSsl.Result byRequest =
                openssl.run(
                        "ts -verify -in token.der -token_in -queryfile request.tsq -CAfile root.pem"
                                + " -attime "
                                + AT);
        assertThat(byRequest.output()).contains("Verification: OK");
        OpenSsl.Result byData =
                openssl.run(
                        "ts -verify -in token.der -token_in -data signature -CAfile root.pem"
                                + " -attime "
                                + AT);
        assertThat(byData.output()).contains("Verification: OK");
    }

    private Octets signed(String options, String kind) throws Exception {
        sign(options, kind);
        return read("out.p7m");
    }

    private void sign(String options, String kind) throws Exception {
        Holder ann = root.issue(ANN, kind);
        ann.pkcs12(folder.resolve("ann.p12"), "pin");
        openssl.must("pkcs12 -in ann.p12 -passin pass:pin -nodes -out ann.pem");
        Files.write(folder.resolve("statement"), Signers.STATEMENT.toArray());
        openssl.must(
                "cms -sign -binary -nodetach -in statement -signer ann.pem -outform DER -out"
                        + " out.p7m "
                        + options);
    }

    private Octets read(String name) {
        try {
            return Octets.of(Files.readAllBytes(folder.resolve(name)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SignatureCheck failed(SignatureFault.Kind kind, String detail) {
        return new SignatureCheck.Failed(List.of(new SignatureFault(kind, detail)));
    }
}
