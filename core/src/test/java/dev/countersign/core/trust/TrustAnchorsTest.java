// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.FROM;
import static dev.countersign.core.testkit.TestAuthority.NOW;
import static dev.countersign.core.testkit.TestAuthority.UNTIL;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Holder;
import dev.countersign.core.testkit.TestAuthority.Revoked;
import dev.countersign.core.testkit.TestAuthority.Wish;

import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class TrustAnchorsTest {
    private static final Wish ANN = Wish.person("Ann", "ann@example.com");
    private static final Instant EARLIER = NOW.minus(Duration.ofDays(1));
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private final TestAuthority root = TestAuthority.root("Root");
    private final TestAuthority sub = root.intermediate("Sub");

    @TempDir Path folder;

    @BeforeEach
    void anchor() {
        TestAuthority.pem(folder.resolve("root.pem"), root.certificate());
    }

    @Test
    void aPathToAnAnchorIsTrustedAndSaysThatRevocationIsNotChecked() throws Exception {
        Holder ann = sub.issue(ANN, "P-256");
        assertThat(judge(ann, JudgedAt.claimed(NOW)))
                .isEqualTo(
                        new TrustVerdict.Trusted(
                                Signers.chain(
                                        ann.certificate(), sub.certificate(), root.certificate()),
                                List.of(noList("Sub"), noList("Root"))));
    }

    @Test
    void listsThatReachTheTimeLeaveNothingUnchecked() throws Exception {
        root.revocations(folder.resolve("root.crl"), EARLIER, LATER);
        sub.revocations(folder.resolve("sub.crl"), EARLIER, LATER);
        var verdict = (TrustVerdict.Trusted) judge(sub.issue(ANN, "P-256"), JudgedAt.claimed(NOW));
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void aListThatEndsBeforeTheTimeIsOld() throws Exception {
        root.revocations(folder.resolve("root.crl"), FROM, EARLIER);
        var verdict = (TrustVerdict.Trusted) judge(root.issue(ANN, "P-256"), JudgedAt.claimed(NOW));
        assertThat(verdict.notes())
                .containsExactly(
                        new TrustNote(
                                TrustNote.Kind.REVOCATION_LIST_OLD,
                                "Revocation not checked to the end: the newest list of Root ends"
                                        + " before 2026-12-01T12:00:00Z."));
    }

    @Test
    void anAnchorMayBeTheSignersOwnCertificate() throws Exception {
        Holder ann = sub.issue(ANN, "P-256");
        TestAuthority.pem(folder.resolve("root.pem"), ann.certificate());
        assertThat(judge(ann, JudgedAt.claimed(NOW)))
                .isEqualTo(new TrustVerdict.Trusted(Signers.chain(ann.certificate()), List.of()));
    }

    @Test
    void withoutAnchorsNothingIsChecked() throws Exception {
        Files.delete(folder.resolve("root.pem"));
        assertThat(judge(sub.issue(ANN, "P-256"), JudgedAt.claimed(NOW)))
                .isEqualTo(new TrustVerdict.NotChecked(List.of()));
        assertThat(
                        TrustAnchors.read(folder.resolve("none"))
                                .signer(Signers.chain(root.certificate()), JudgedAt.claimed(NOW)))
                .isEqualTo(new TrustVerdict.NotChecked(List.of()));
    }

    @Test
    void aForeignOneIsNamedWithItsIssuer() throws Exception {
        Holder stranger = TestAuthority.root("Elsewhere").issue(ANN, "P-256");
        assertFault(
                stranger,
                NOW,
                "No trust anchor stands behind the certificate of Ann <ann@example.com>: its"
                        + " issuer is CN=Elsewhere.");
    }

    @Test
    void aForeignOneWithItsRootIsNamedWithItsIssuerToo() throws Exception {
        TestAuthority elsewhere = TestAuthority.root("Elsewhere");
        Holder stranger = elsewhere.issue(ANN, "P-256");
        assertFault(
                new Holder(
                        stranger.key(), List.of(stranger.certificate(), elsewhere.certificate())),
                NOW,
                "No trust anchor stands behind the certificate of Ann <ann@example.com>: its"
                        + " issuer is CN=Elsewhere.");
    }

    /** Another key under the name of the anchor makes nobody trusted. */
    @Test
    void aNameAloneIsNoAnchor() throws Exception {
        Holder impostor = TestAuthority.root("Root").issue(ANN, "P-256");
        assertFault(
                impostor,
                NOW,
                "No trust anchor stands behind the certificate of Ann <ann@example.com>: its"
                        + " issuer is CN=Root.");
    }

    @Test
    void anExpiredOneIsNamedWithItsDate() throws Exception {
        Holder ann = root.issue(ANN.valid(FROM, EARLIER), "P-256");
        assertFault(
                ann,
                NOW,
                "The certificate of Ann <ann@example.com> had expired: it was valid until"
                        + " 2026-11-30T12:00:00Z.");
        assertThat(judge(ann, JudgedAt.claimed(EARLIER))).isInstanceOf(TrustVerdict.Trusted.class);
    }

    @Test
    void oneThatIsNotValidYetIsNamedWithItsDate() throws Exception {
        assertFault(
                root.issue(ANN.valid(LATER, UNTIL), "P-256"),
                NOW,
                "The certificate of Ann <ann@example.com> was not valid yet: it is from"
                        + " 2026-12-02T12:00:00Z.");
    }

    @Test
    void anExpiredAnchorStandsBehindNobody() throws Exception {
        Instant after = UNTIL.plusSeconds(1);
        assertFault(
                root.issue(ANN.valid(FROM, after.plusSeconds(1)), "P-256"),
                after,
                "The certificate of Root had expired: it was valid until 2031-01-01T00:00:00Z.");
    }

    @Test
    void aWrongUsageIsNamedWithTheRightOne() throws Exception {
        assertFault(
                root.issue(ANN.usage(KeyUsage.keyEncipherment), "P-256"),
                NOW,
                "The certificate of Ann <ann@example.com> is not for this use, but for"
                        + " keyEncipherment.");
        assertFault(
                root.issue(ANN.purposes(KeyPurposeId.id_kp_serverAuth), "P-256"),
                NOW,
                "The certificate of Ann <ann@example.com> is not for this use, but for"
                        + " serverAuth.");
        assertThat(
                        judge(
                                root.issue(
                                        ANN.purposes(KeyPurposeId.id_kp_emailProtection), "P-256"),
                                JudgedAt.claimed(NOW)))
                .isInstanceOf(TrustVerdict.Trusted.class);
    }

    @Test
    void aPersonMayNotIssueCertificates() throws Exception {
        Wish bob = Wish.person("Bob", "bob@example.com");
        assertFault(
                TestAuthority.of(root.issue(ANN, "P-256")).issue(bob, "P-256"),
                NOW,
                "The certificate of Ann <ann@example.com> may not issue this: its key is not for"
                        + " signing certificates.");
        Wish vain = ANN.usage(KeyUsage.keyCertSign);
        assertFault(
                TestAuthority.of(root.issue(vain, "P-256")).issue(bob, "P-256"),
                NOW,
                "The certificate of Ann <ann@example.com> may not issue this: it is not that of an"
                        + " authority.");
    }

    @Test
    void weakKeysAndDigestsOnTheWayAreNamed() throws Exception {
        assertFault(
                root.issue(ANN, "RSA-1024"),
                NOW,
                "The certificate of Ann <ann@example.com> can be forged: its RSA key has 1024"
                        + " bits.");
        assertFault(
                root.signingWith("SHA1withECDSA").issue(ANN, "P-256"),
                NOW,
                "The certificate of Ann <ann@example.com> can be forged: it is signed with"
                        + " SHA1withECDSA.");
    }

    @Test
    void aRevokedOneIsNamedWithDateAndReason() throws Exception {
        Holder ann = root.issue(ANN, "P-256");
        revoke(ann.certificate(), EARLIER, CRLReason.superseded);
        String sentence =
                "The certificate of Ann <ann@example.com> was revoked at 2026-11-30T12:00:00Z"
                        + " (superseded).";
        assertFault(ann, NOW, sentence);
        assertThat(judge(ann, JudgedAt.proven(NOW)))
                .isEqualTo(
                        new TrustVerdict.NotTrusted(
                                List.of(
                                        new TrustFault(
                                                TrustFault.Kind.REVOKED,
                                                "Ann <ann@example.com>",
                                                EARLIER,
                                                " (superseded)")),
                                List.of()));
    }

    @Test
    void anIssuerMayBeRevokedToo() throws Exception {
        revoke(sub.certificate(), EARLIER, CRLReason.cACompromise);
        assertFault(
                sub.issue(ANN, "P-256"),
                NOW,
                "The certificate of Sub was revoked at 2026-11-30T12:00:00Z (ca compromise).");
    }

    /** Who has a stolen key can write any signing time; a time-stamp he cannot write. */
    @Test
    void afterARevocationOnlyATimeStampIsAnAlibi() throws Exception {
        Holder ann = root.issue(ANN, "P-256");
        revoke(ann.certificate(), LATER, CRLReason.keyCompromise);
        assertFault(
                ann,
                NOW,
                "The certificate of Ann <ann@example.com> was revoked at 2026-12-02T12:00:00Z (key"
                        + " compromise), and only the signer says that the signature is older.");
        assertThat(judge(ann, JudgedAt.proven(NOW))).isInstanceOf(TrustVerdict.Trusted.class);
    }

    @Test
    void aListOfSomebodyElseRevokesNobody() throws Exception {
        Holder ann = root.issue(ANN, "P-256");
        TestAuthority.root("Root")
                .revocations(
                        folder.resolve("forged.crl"),
                        EARLIER,
                        LATER,
                        new Revoked(ann.certificate(), EARLIER, CRLReason.superseded));
        var verdict = (TrustVerdict.Trusted) judge(ann, JudgedAt.claimed(NOW));
        assertThat(verdict.notes()).containsExactly(noList("Root"));
    }

    @Test
    void brokenFilesAreNamedAndTheOthersUsed() throws Exception {
        Files.writeString(folder.resolve("a.pem"), "-----BEGIN CERTIFICATE-----\nnothing");
        Files.writeString(folder.resolve("b.crt"), "nothing");
        Files.writeString(
                folder.resolve("c.pem"),
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Files.writeString(folder.resolve("d.txt"), "not looked at");
        Files.writeString(
                folder.resolve("e.pem"),
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        TrustAnchors anchors = TrustAnchors.read(folder);
        assertThat(anchors.anchors()).isEqualTo(Signers.chain(root.certificate()));
        assertThat(anchors.problems())
                .containsExactly(
                        new TrustProblem(folder.resolve("a.pem"), "a PEM block in it is damaged"),
                        new TrustProblem(
                                folder.resolve("b.crt"),
                                "it is neither a certificate nor a revocation list"),
                        new TrustProblem(folder.resolve("c.pem"), "it holds a PRIVATE KEY"),
                        new TrustProblem(
                                folder.resolve("e.pem"), "a certificate in it is damaged"));
        var verdict = (TrustVerdict.Trusted) judge(root.issue(ANN, "P-256"), JudgedAt.claimed(NOW));
        assertThat(verdict.notes().getFirst())
                .isEqualTo(
                        new TrustNote(
                                TrustNote.Kind.FILE_NOT_USED,
                                folder.resolve("a.pem")
                                        + " is not used: a PEM block in it is damaged."));
    }

    @Test
    void aFileMayHoldSeveralCertificatesAndBeDer() throws Exception {
        TestAuthority other = TestAuthority.root("Other");
        TestAuthority.pem(folder.resolve("root.pem"), root.certificate(), other.certificate());
        Files.write(folder.resolve("sub.der"), sub.certificate().getEncoded());
        assertThat(TrustAnchors.read(folder).anchors())
                .isEqualTo(
                        Signers.chain(root.certificate(), other.certificate(), sub.certificate()));
    }

    private void revoke(X509Certificate certificate, Instant at, int reason) {
        root.revocations(
                folder.resolve("root.crl"), EARLIER, LATER, new Revoked(certificate, at, reason));
    }

    private TrustVerdict judge(Holder holder, JudgedAt at) throws Exception {
        return TrustAnchors.read(folder)
                .signer(Signers.chain(holder.chain().toArray(new X509Certificate[0])), at);
    }

    private void assertFault(Holder holder, Instant at, String sentence) throws Exception {
        var verdict = (TrustVerdict.NotTrusted) judge(holder, JudgedAt.claimed(at));
        assertThat(verdict.faults()).extracting(TrustFault::message).containsExactly(sentence);
    }

    private static TrustNote noList(String issuer) {
        return new TrustNote(
                TrustNote.Kind.REVOCATION_NOT_CHECKED,
                "Revocation not checked: there is no list of " + issuer + ".");
    }
}
